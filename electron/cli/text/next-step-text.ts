import type { AppErrorCode } from '../../../shared/errors.ts';

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

export const nextStepText = ({ code }: { readonly code: AppErrorCode }): string | null =>
  nextSteps[code] ?? null;
