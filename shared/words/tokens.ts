import type { RejectionCause } from '../errors.ts';
import type { AppInfo } from '../model/state.ts';
import type { MaskedToken, TokenForm, TokenKind } from '../model/token.ts';
import { countOf } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';

const kinds: Readonly<Record<TokenKind, string>> = {
  classic: 'Classic',
  jwt: 'JWT',
  transient: 'Transient',
  claim: 'Claim code',
  local: 'Local',
};

const masked = (lastFour: string): string => `••••••••${lastFour}`;

/** Words for a token wherever one is shown. */
export const tokenText = catalogue({
  en: {
    kind: (kind: TokenKind): string => kinds[kind],
    /** A token too short to show any of it has no last four. */
    masked,
    /** In a list, where the last four tell one from the other. */
    lastFour: (lastFour: string): string => `••••${lastFour}`,
    kindAndMasked: (kind: TokenKind, lastFour: string): string =>
      `${kinds[kind]} ${masked(lastFour)}`,
    maskedForReaders: (lastFour: string): string =>
      lastFour === '' ? 'hidden' : `hidden, ends in ${lastFour.split('').join(' ')}`,
    reveal: 'Reveal',
    revealLabel: (name: string): string => `Reveal ${name}`,
    hide: 'Hide',
    hideLabel: (name: string): string => `Hide ${name}`,
    revealed: (seconds: number): string => `Shown for ${seconds} seconds.`,
    hidden: 'Hidden again.',
    hiddenIn: <Part>(left: Part): Around<Part> => ['Hides in ', left],
    untilQuit: 'Until you quit',
    untilQuitDetail: 'In memory only, and lost when you quit.',
  },
});

/** Words for what is known of a transient token. */
export const tokenStateText = catalogue({
  en: {
    valid: 'Valid',
    expires: 'Expires',
    expiresSoon: 'Expires soon',
    expired: 'Expired',
    noLongerValid: 'No longer valid',
    notChecked: 'Not checked',
    notCheckedTitle: 'Usher couldn’t check this token',
    withTime: (state: string, left: string): string => `${state} · ${left}`,
    /** Why it is no longer valid, where there is little room. */
    ended: {
      serverRestarted: 'Server restarted',
      accessEnded: 'Access ended',
      unclear: 'Reason unknown',
    } satisfies Readonly<Record<RejectionCause, string>>,
  },
});

const names: Readonly<Record<TokenForm, string>> = {
  raw: 'Token',
  header: 'Header',
  url: 'URL with token',
  curl: 'curl command',
  env: '.env line',
  yaml: 'YAML line',
  json: 'JSON',
};

const previews: Readonly<Record<TokenForm, (masked: string) => string>> = {
  raw: (masked) => masked,
  header: () => 'X-Plex-Token: …',
  url: () => 'https://…',
  curl: () => 'curl -H …',
  env: () => 'PLEX_TOKEN=…',
  yaml: () => 'plex_token: …',
  json: () => '{"token": …}',
};

const details: Readonly<Record<TokenForm, string>> = {
  raw: 'Just the token',
  header: 'X-Plex-Token: …',
  url: 'Contains the token; may end up in history and logs',
  curl: 'With the token in a header',
  env: 'PLEX_TOKEN=…',
  yaml: 'plex_token: "…"',
  json: 'With the server’s address',
};

/** Words for the forms a token is copied in. */
export const tokenFormText = catalogue({
  en: {
    label: (form: TokenForm): string => names[form],
    detail: (form: TokenForm, platform: AppInfo['platform']): string =>
      form === 'curl' && platform === 'win32'
        ? 'For PowerShell, with the token in a header'
        : details[form],
    /** What it comes to, in a few letters; the token only by its last four, and by none before there is one. */
    preview: (form: TokenForm, lastFour: string | null): string =>
      previews[form](`••••${lastFour ?? ''}`),
    /** Not beginning like the button beside it, so that either can be called by voice. */
    menu: (name: string): string => `Choose a form for ${name}`,
    copyAs: (form: TokenForm): string => (form === 'raw' ? 'Copy' : `Copy ${names[form]}`),
    nameAs: (name: string, form: TokenForm): string =>
      form === 'raw' ? name : `${names[form]}: ${name}`,
    /** Of what is on the clipboard; null for the token alone. */
    onClipboard: (form: TokenForm): string | null => (form === 'raw' ? null : names[form]),
    /** What to know of a form once it is on the clipboard. */
    warning: (form: TokenForm): string | null =>
      form === 'url' ? 'Anyone who sees this URL can use the token.' : null,
  },
});

/** Words of the list of transient tokens. */
export const tokenListText = catalogue({
  en: {
    title: 'Tokens',
    active: 'Active',
    ended: 'Ended',
    removedLater: 'Removed after a day',
    rightsTitle: 'Full access for up to 48 hours',
    rights:
      'A transient token can do anything its account can on that server. It expires after 48 hours or when the server restarts.',
    showMore: (count: number) =>
      `Show ${countOf(count, { one: 'more token', other: 'more tokens' })}`,
    search: 'Search tokens',
    minted: <Part>(when: Part): Around<Part> => ['minted ', when],
    left: <Part>(time: Part): Around<Part> => [time, ' left'],
    expiredWhen: <Part>(when: Part): Around<Part> => ['Expired ', when],
    nameOf: (server: string) => `token of ${server}`,
    all: 'all tokens',
    mintNew: 'Mint a new one',
    mintNewLabel: (server: string) => `Mint a new one: ${server}`,
    minting: 'Minting…',
    mintedNew: (server: string) => `New token for ${server} copied.`,
    more: (server: string, lastFour: string) => `More: token …${lastFour} of ${server}`,
    copyAs: 'Copy as',
    check: 'Check',
    forget: 'Forget',
    forgetAsking: 'Forget…',
    forgetLabel: (server: string, lastFour: string) => `Forget token …${lastFour} of ${server}`,
    forgetConfirm: {
      title: (server: string, lastFour: string) => `Forget token …${lastFour} for ${server}?`,
      text: (server: string) =>
        `This removes the token from this computer only. ${server} keeps accepting it until it expires or the server restarts. Plex can’t revoke it sooner.`,
      action: 'Forget token',
    },
    forgotten: (server: string) => `Token of ${server} forgotten.`,
    empty: {
      text: 'No active tokens. Those you mint appear here with the time they have left.',
      action: 'Go to servers',
      signIn: 'Sign in to an account',
    },
    noneFound: (query: string) => `No server, account, or last four characters contain “${query}”.`,
  },
});

const kindsInTerminal: Readonly<Record<TokenKind, string>> = {
  classic: 'classic',
  jwt: 'jwt',
  transient: 'transient',
  claim: 'claim',
  local: 'local',
};

/** What the terminal shows of a token: `classic …abcd`. */
export const maskedTokenText = wording({
  en: (token: MaskedToken | null): string =>
    token === null ? '' : `${kindsInTerminal[token.kind]} …${token.lastFour}`,
});
