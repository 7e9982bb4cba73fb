import type { AppError } from '../errors.ts';
import { bytesText } from './bytes-text.ts';
import { durationText } from './duration-text.ts';
import type { ErrorText } from './error-text.ts';

type PlexError = Extract<AppError, { code: `plex.${string}` }>;

/** Words for what plex.tv answers. */
export function plexErrorText(error: PlexError): ErrorText {
  switch (error.code) {
    case 'plex.badCredentials':
      return {
        title: 'User name or password is wrong',
        detail:
          'Plex did not accept them. Accounts made with Google, Apple or Facebook have no password and sign in with the browser.',
        nextStep: 'Type the password again, or sign in with the browser.',
      };
    case 'plex.codeRequired':
      return {
        title: 'Plex asks for a verification code',
        detail: 'This account is protected by two-factor authentication.',
        nextStep: 'Type the six digits your authenticator app shows, or one of your backup codes.',
      };
    case 'plex.codeWrong':
      return {
        title: 'The verification code is wrong',
        detail: 'Plex did not accept it. A code is good for about half a minute only.',
        nextStep: 'Wait for the next code in your authenticator app and type that one.',
      };
    case 'plex.emailRequired':
      return {
        title: 'Plex wants the e-mail address',
        detail: 'This account cannot sign in by its user name.',
        nextStep: 'Type the e-mail address of the account in place of the user name.',
      };
    case 'plex.addressBlocked':
      return {
        title: 'Plex has blocked sign-ins from your network address',
        detail:
          'Too many attempts failed from here. Each further attempt makes the block last longer, so Usher has stopped.',
        nextStep: 'Wait an hour or more before the next attempt, or sign in with the browser.',
      };
    case 'plex.browserRequired':
      return {
        title: 'Plex wants this sign-in in a browser',
        detail:
          'Plex answered with a page for people in place of data. It may want to see that no program is guessing passwords. This says nothing about your password.',
        nextStep: 'Sign in with the browser.',
      };
    case 'plex.rateLimited':
      return {
        title: 'Too many requests for now',
        detail:
          error.retryAfterSeconds === null
            ? 'Plex, or the server, answers no more for a while. It did not say how long to wait.'
            : `Plex, or the server, answers no more for a while. Leave it alone for ${durationText(error.retryAfterSeconds * 1000)}.`,
        nextStep:
          error.retryAfterSeconds === null
            ? 'Wait a few minutes, then try again.'
            : 'Try again after that time.',
      };
    case 'plex.pinExpired':
      return {
        title: 'The sign-in ran out',
        detail: 'It was not approved in time.',
        nextStep: 'Start again.',
      };
    case 'plex.pinRequired':
      return {
        title: 'Plex wants the PIN of this user',
        detail: 'This Home user is protected by a PIN.',
        nextStep: 'Type the four digits of the Home user.',
      };
    case 'plex.pinWrong':
      return {
        title: 'The PIN is wrong',
        detail: 'Plex did not accept it, and Usher does not try again by itself.',
        nextStep: 'Type the four digits again. The admin of the Home can set a new PIN.',
      };
    case 'plex.refused':
      return {
        title: 'Plex refused the request',
        detail: `Plex answered with status ${error.status}${error.plexCode === null ? '' : ` and its own code ${error.plexCode}`}, which Usher has no special case for.`,
        nextStep: 'Try again. If it keeps happening, report these numbers to the makers of Usher.',
      };
    case 'plex.unavailable':
      return {
        title: 'Plex has trouble at the moment',
        detail: `Plex answered with status ${error.status}. This says nothing about your token.`,
        nextStep: 'Try again in a few minutes.',
      };
    case 'plex.malformed':
      return {
        title: 'The answer could not be read',
        detail: 'What came back was not in the form Plex uses, or was cut off in the middle.',
        nextStep: 'Try again. If it keeps happening, report it to the makers of Usher.',
      };
    case 'plex.tooLarge':
      return {
        title: 'The answer was too large',
        detail: `More than ${bytesText(error.limitBytes)} came back, and Usher stopped reading.`,
        nextStep: 'Try again. If it keeps happening, report it to the makers of Usher.',
      };
  }
}
