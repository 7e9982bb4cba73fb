import type { AppError, AppErrorCode } from '../errors.ts';
import { catalogue, wording } from './language.ts';
import { unreachableNextStep } from './plex-errors.ts';

/** What to do next in a terminal, where that is something else than in the window. */
const nextSteps: { readonly [Code in AppErrorCode]?: string } = {
  'network.otherCertificate':
    'If you know that the server has a new certificate, remove the address and add it again: usher server remove, then usher server add',
  'token.rejected': 'Sign in to this account again: usher sign-in',
  'token.expired': 'Mint a new one: usher mint',
  'token.notFound': 'List tokens: usher tokens',
  'account.notFound': 'List accounts: usher accounts',
  'appToken.notFound': 'List apps: usher app list',
  'appToken.nameTaken': 'Choose another name, or rotate that token: usher app rotate NAME',
  'appToken.notEverywhere':
    'Look at the files with usher app list, then run usher app rotate again to finish.',
  'server.notFound': 'List servers: usher servers',
  'server.insecure': 'If you trust this network, use --allow-http (remembered).',
  'server.jwtRefused': 'Sign in to this account again with the browser: usher sign-in --browser',
  'server.noAccessToken': 'Ask the server’s owner whether it’s still shared with you.',
  'address.declined':
    'If you know this address, confirm it. Where no one can be asked, use --yes, or --certificate with the fingerprint that you know.',
  'address.busy': 'Wait until that’s done, then try again.',
  'address.notFound': 'List the addresses: usher servers',
  'source.notFound': 'Check the identifier, or try again with --refresh.',
  'vault.locked': 'Unlock your system’s keychain, then try again. To diagnose: usher doctor',
  'vault.unavailable': 'To diagnose: usher doctor',
  'vault.tooLong': 'Sign in with an account whose token is shorter.',
  'vault.missing': 'Sign in again (usher sign-in), or mint a new token.',
  'vault.changed': 'Sign in again (usher sign-in), or mint a new token.',
  'plex.badCredentials': 'Try again, or sign in with the browser: usher sign-in --browser',
  'plex.codeRequired':
    'Pass the six digits from your authenticator app, or a backup code, on the second line of stdin.',
  'plex.codeWrong': 'Wait for the next code in your authenticator app and use that one.',
  'plex.emailRequired': 'Use the account’s email address instead of the username.',
  'plex.addressBlocked':
    'Wait at least an hour, or sign in with the browser: usher sign-in --browser',
  'plex.browserRequired': 'Sign in with the browser: usher sign-in --browser',
  'clipboard.failed':
    'On Linux, this needs wl-copy, xclip, or xsel and a desktop session. To print a token instead: usher mint, without --copy',
};

export const nextStepText = wording({
  en: (error: AppError): string | null => {
    if (error.code !== 'server.unreachable') return nextSteps[error.code] ?? null;
    if (error.hasOtherCertificate === true) return nextSteps['network.otherCertificate'] ?? null;
    return unreachableNextStep(
      error,
      'If you know an address that works from here: usher server add ADDRESS',
    );
  },
});

/** For `open`: a source tree has the command line without the window beside it. */
export const openText = catalogue({
  en: {
    noWindow:
      'Usher’s window isn’t installed with this command line. In the source tree, run: npm start',
  },
});

export const keychainText = catalogue({
  en: {
    waits: 'Waiting for the keychain. Look for a password prompt from your system.',
  },
});

/** What tells apart what has the same name. */
export const labelText = catalogue({
  en: {
    homeUserOf: (title: string | null): string => `Home user of ${title ?? 'another account'}`,
    serverOf: (server: string, account: string, option: string): string =>
      `${server} of ${account} (${option})`,
    addressOf: (uri: string, server: string): string => `${uri} of ${server}`,
    tokenOf: (token: string, server: string): string => `${token} of ${server}`,
  },
});

/** A name that fits nothing, or more than one. */
export interface NameError {
  readonly code: `${NamedSubject}.notFound` | `${NamedSubject}.ambiguous`;
  readonly subject: NamedSubject;
  /** Null when nothing was named and there is more than one, or none. */
  readonly wanted: string | null;
  /** What there is to choose from. */
  readonly candidates: readonly string[];
}

export type NamedSubject = 'account' | 'appToken' | 'address' | 'device' | 'server' | 'token';

interface SubjectWords {
  readonly one: string;
  /** When there is nothing to choose from. */
  readonly none: string;
}

const subjects: { readonly [Subject in NamedSubject]: SubjectWords } = {
  account: { one: 'account', none: 'No accounts. To sign in: usher sign-in' },
  appToken: { one: 'app', none: 'No app has a token of its own. To make one: usher app add NAME' },
  address: { one: 'added address', none: 'You haven’t added any address.' },
  device: { one: 'device', none: 'No devices on this account.' },
  server: { one: 'server', none: 'No servers found.' },
  token: { one: 'transient token', none: 'No active transient tokens.' },
};

/** When there is nothing to list. */
export const noneText = wording({ en: (subject: NamedSubject): string => subjects[subject].none });

/** Lines for a name that fits nothing, or more than one. Its names are text from outside, to be cleaned before. */
export const nameErrorText = wording({ en: englishNameErrorText });

function englishNameErrorText({ code, subject, wanted, candidates }: NameError): readonly string[] {
  const { one, none } = subjects[subject];
  if (candidates.length === 0) return wanted === null ? [none] : [nothing(one, wanted), none];
  const list = candidates.map((candidate) => `  ${candidate}`);
  if (wanted === null) return [`More than one ${one}. Specify one:`, ...list];
  return code.endsWith('.ambiguous')
    ? [`“${wanted}” is ambiguous:`, ...list]
    : [`${nothing(one, wanted)} Available:`, ...list];
}

const nothing = (one: string, wanted: string): string => `No ${one} named “${wanted}”.`;
