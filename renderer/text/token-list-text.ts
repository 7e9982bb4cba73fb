import { countOf } from '../../shared/words/formats.ts';

/** Words of the list of transient tokens. */
export const tokenListText = {
  title: 'Transient tokens',
  count: (count: number) => countOf(count, 'token'),
  found: (found: number, all: number) => `${countOf(found, 'token')} of ${all}`,
  rightsTitle: 'Same rights, shorter life',
  rights:
    'A transient token has the same rights on its server as the account that minted it. It lives for 48 hours at most and ends when the server restarts.',
  more: (count: number) => `Show ${countOf(count, 'more token')}`,
  search: 'Search tokens',
  searchHint: 'Server, account or last four',
  minted: 'minted',
  nameOf: (server: string) => `token of ${server}`,
  all: 'all tokens of the list',
  mintAnew: 'Mint anew',
  mintAnewLabel: (server: string) => `Mint anew: token of ${server}`,
  mintedAnew: (server: string) => `New token of ${server} copied to the clipboard.`,
  forget: 'Forget',
  forgetLabel: (server: string, lastFour: string) => `Forget token …${lastFour} of ${server}`,
  forgetConfirm: {
    title: 'Forget this token?',
    text: (server: string) =>
      `It is removed from this computer. On ${server} it stays good until its time is up or the server restarts; Plex has no way to end it earlier.`,
    action: 'Forget token',
  },
  forgotten: (server: string) => `Token of ${server} forgotten.`,
  empty: {
    title: 'No transient tokens',
    text: 'Mint one on a server and it appears here, with the time it has left. Those that have run out leave by themselves after a day.',
    action: 'Go to servers',
    signIn: 'Sign in to an account',
  },
  noneFound: {
    title: 'Nothing found',
    text: (query: string) =>
      `No token has “${query}” in its server, account or last four characters.`,
    clear: 'Clear search',
  },
} as const;
