import type { AppErrorCode } from '../errors.ts';
import { wording } from './language.ts';

/** What to do next in a terminal, where that is something else than in the window. */
const nextSteps: { readonly [Code in AppErrorCode]?: string } = {
  'token.rejected': 'Sign in to this account again: usher sign-in. It keeps its place.',
  'token.expired': 'Mint a new one: usher mint',
  'token.notFound': 'See what there is: usher tokens',
  'account.notFound': 'See what there is: usher accounts',
  'server.notFound': 'See what there is: usher servers',
  'server.insecure':
    'If you trust the network between here and there: --allow-http. It is remembered.',
  'server.jwtRefused': 'Sign in to this account again with the browser: usher sign-in --browser',
  'server.noAccessToken': 'Ask the owner of the server whether it is still shared with you.',
  'source.notFound': 'Check the identifier, or ask again with --refresh.',
  'vault.locked':
    'Unlock the keychain of your system, then try again. What is wrong with it: usher doctor',
  'vault.tooLong': 'Sign in with an account whose token is shorter.',
  'vault.missing': 'Sign in again (usher sign-in), or mint the transient token anew.',
  'vault.changed': 'Sign in again (usher sign-in), or mint the transient token anew.',
  'plex.badCredentials': 'Try again, or sign in with the browser: usher sign-in --browser',
  'plex.codeRequired':
    'Give the six digits of your authenticator app, or a backup code, as the second line of standard input.',
  'plex.codeWrong': 'Wait for the next code in your authenticator app and use that one.',
  'plex.emailRequired': 'Give the e-mail address of the account in place of the user name.',
  'plex.addressBlocked':
    'Wait an hour or more before the next attempt, or sign in with the browser: usher sign-in --browser',
  'plex.browserRequired': 'Sign in with the browser: usher sign-in --browser',
  'clipboard.failed':
    'On Linux it takes wl-copy, xclip or xsel and a desktop session. Leave --copy out to have it printed.',
};

export const nextStepText = wording({
  en: ({ code }: { readonly code: AppErrorCode }): string | null => nextSteps[code] ?? null,
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

export type NamedSubject = 'account' | 'device' | 'server' | 'token';

interface SubjectWords {
  readonly one: string;
  /** When there is nothing to choose from. */
  readonly none: string;
}

const subjects: { readonly [Subject in NamedSubject]: SubjectWords } = {
  account: { one: 'account', none: 'No account is signed in here. To sign in: usher sign-in' },
  device: { one: 'device', none: 'The account has no device.' },
  server: { one: 'server', none: 'The account reaches no server.' },
  token: { one: 'transient token', none: 'No transient token is kept here.' },
};

/** Lines for a name that fits nothing, or more than one. Its names are text from outside, to be cleaned before. */
export const nameErrorText = wording({ en: englishNameErrorText });

function englishNameErrorText({ code, subject, wanted, candidates }: NameError): readonly string[] {
  const { one, none } = subjects[subject];
  if (candidates.length === 0) return wanted === null ? [none] : [nothing(one, wanted), none];
  const list = candidates.map((candidate) => `  ${candidate}`);
  if (wanted === null) return [`There is more than one ${one}. Say which:`, ...list];
  return code.endsWith('.ambiguous')
    ? [`“${wanted}” can be more than one ${one}:`, ...list]
    : [`${nothing(one, wanted)} There is:`, ...list];
}

const nothing = (one: string, wanted: string): string => `No ${one} is called “${wanted}”.`;
