import type { FoundDevice, FoundToken, TokenPlace } from '../../shared/model/identification.ts';
import { nameWithin } from '../../shared/words/formats.ts';
import { errorText } from '../../shared/words/errors.ts';
import { verdictReasonText } from '../../shared/words/verdicts.ts';
import type { AppErrorCode } from '../../shared/errors.ts';

const deviceName = ({ name, product }: FoundDevice): string => {
  const named = name ?? product ?? 'an unnamed device';
  return product === null || product === named
    ? nameWithin(named)
    : `${nameWithin(named)} (${nameWithin(product)})`;
};

const reasons: { readonly [Code in AppErrorCode | 'server.openToAll']?: string } = {
  'server.openToAll': 'answers everybody, with or without a token',
  'server.unreachable': 'could not be reached',
  'server.insecure': 'only reachable by plain HTTP, which you have not allowed',
  'network.timeout': 'did not answer in time',
};

/** Words for telling what a pasted token is. */
export const identifyText = {
  title: 'What is this token?',
  description:
    'Paste a token, or whatever it stands in: a header, an address, a command, a line of a settings file, JSON or XML.',
  field: 'Text with a token in it',
  fieldHint:
    'Usher asks plex.tv and the servers of you and your Home about it, and no address in the text. The field is emptied at once.',
  fieldEmpty: 'Paste a text first.',
  ask: 'Identify',
  asking: 'Looking',
  clipboard: 'Look at the clipboard',
  clipboardHint: 'Takes the text from the clipboard without showing it here.',
  found: (count: number): string => (count === 1 ? '1 token found' : `${count} tokens found`),
  cutOff: 'There are more in the text; these are the first.',
  forgottenIn: 'Held in memory, forgotten in',
  forgetAll: 'Forget all',
  forget: 'Forget',
  forgetLabel: (lastFour: string): string => `Forget token ending in ${lastFour}`,
  allForgotten: 'All pasted tokens are forgotten.',
  oneForgotten: 'The token is forgotten.',
  askAgain: 'Ask again',
  keep: 'Keep as an account',
  openAccount: 'Open account',
  signIn: 'Sign in instead',
  openTokens: 'Show in the list',
  place: ({ field, label, host }: TokenPlace): string =>
    [
      field === null ? 'By itself' : `In “${field}”`,
      ...(label === null ? [] : [`of ${nameWithin(label)}`]),
      ...(host === null ? [] : [`at ${host}, which was not contacted`]),
    ].join(' '),
  labels: {
    place: 'Found',
    account: 'Account',
    email: 'E-mail',
    device: 'Given to',
    servers: 'Opens',
    accessTokenOf: 'Belongs to',
    ends: 'Ends',
    mintedFor: 'Minted for',
    mintedAt: 'Minted',
    askedServers: 'Asked',
  },
  accessTokenOf: (title: string): string => `The account ${nameWithin(title)}, signed in here`,
  device: (device: FoundDevice): string =>
    `${deviceName(device)}${device.isHere ? ', which is Usher on this computer' : ''}`,
  noDevice: 'No device in the account’s list',
  serversUnknown: 'Plex could not be asked for its servers',
  noServers: 'No server',
  moreServers: (count: number): string => `and ${count} more`,
  sharedBy: (owner: string): string => `shared by ${nameWithin(owner)}`,
  asked: (reason: AppErrorCode | 'server.openToAll' | null): string =>
    reason === null ? 'says no' : (reasons[reason] ?? 'could not be asked'),
  valid: 'Valid',
  rejected: 'Rejected',
  unknown: 'Unknown',
  notSent: 'Not sent',
  isAsking: 'Asking',
  reason: (reason: AppErrorCode): string =>
    // As verdicts say it: the wait may be Usher's own, and then this was not asked at all.
    reason === 'plex.rateLimited' ? verdictReasonText(reason) : simpleTitle(reason),
  claims: 'What the JWT says of itself',
  claimsNote: 'Decoded, not verified: only Plex can tell whether it is true.',
  keyId: 'Key',
  algorithm: 'Algorithm',
  told: ({ token }: FoundToken, title: string): string =>
    `Token ending in ${token.lastFour}: ${title}.`,
  keepDialog: {
    title: (title: string): string => `Keep ${nameWithin(title)} as an account?`,
    belongsTo: (device: FoundDevice | null): string =>
      device === null
        ? 'This token was given to another app. It lives as long as that stays signed in: signing out there ends it here, and signing out here ends it there.'
        : `This token was given to ${deviceName(device)}. It lives as long as that device stays signed in: removing the device ends it here, and signing out here ends it there.`,
    replaces: (title: string): string =>
      `${nameWithin(title)} is signed in here already. This token takes the place of the one Usher holds; that one stays good at Plex until its device is removed.`,
    better: 'Signing in gives Usher a token of its own, which can be ended by itself.',
  },
} as const;

/** The sentence for a failure to ask, of which only the code is known. */
const simpleTitle = (code: AppErrorCode): string => {
  switch (code) {
    case 'network.offline':
    case 'network.untrusted':
    case 'network.intercepted':
    case 'plex.malformed':
    case 'server.notFound':
      return errorText({ code }).title;
    case 'network.timeout':
      return 'Plex did not answer in time';
    default:
      return 'Plex could not be asked';
  }
};
