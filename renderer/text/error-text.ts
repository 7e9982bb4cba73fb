import type { AppError } from '../../shared/app-error.ts';
import { bytesText } from './bytes-text.ts';
import { durationText } from './duration-text.ts';
import { vaultUnavailableText } from './vault-unavailable-text.ts';

export interface ErrorText {
  /** What happened, in a few words. */
  readonly title: string;
  /** What it means, and what it does not. */
  readonly detail: string;
  /** What to do about it. */
  readonly nextStep: string;
}

/** Words for every failure. The switch is exhaustive: a new code does not compile before it has its words. */
export function errorText(error: AppError): ErrorText {
  switch (error.code) {
    case 'network.offline':
      return {
        title: 'Plex could not be reached',
        detail: 'There was no answer at all. You are still signed in and nothing was changed.',
        nextStep: 'Check the network connection, then try again.',
      };
    case 'network.timeout':
      return {
        title: 'The answer took too long',
        detail: `Nothing came back within ${durationText(error.limitMs)}. Nothing was changed here.`,
        nextStep: 'Try again in a moment.',
      };
    case 'network.untrusted':
      return {
        title: 'The connection is not trustworthy',
        detail:
          'The certificate did not prove who answered, so nothing was sent. A proxy, a security program or a wrong system clock can cause this.',
        nextStep:
          'Check the date and time of this computer and the network you are on, then try again.',
      };
    case 'network.intercepted':
      return {
        title: 'Something else answered in place of Plex',
        detail:
          'A web page came back where data was due. Networks with a log-in page, such as in hotels, do this.',
        nextStep: 'Open a web page in your browser, log in to the network, then try again.',
      };
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
    case 'plex.rateLimited':
      return {
        title: 'Plex asks to wait',
        detail:
          error.retryAfterSeconds === null
            ? 'Too many requests were made in a short time. Plex did not say how long to wait.'
            : `Too many requests were made in a short time. Plex asks to wait ${durationText(error.retryAfterSeconds * 1000)}.`,
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
    case 'token.rejected':
      return {
        title: 'Plex no longer accepts this token',
        detail:
          'It was revoked: by a password change, in Authorized Devices, or by Plex. Nothing was deleted here.',
        nextStep: 'Sign in to this account again. It keeps its place.',
      };
    case 'token.expired':
      return {
        title: 'The token has run out',
        detail: 'Its time is over, so it can no longer be used.',
        nextStep: 'Mint a new one.',
      };
    case 'token.notFound':
      return {
        title: 'The token is gone',
        detail: 'It was forgotten or has run out in the meantime.',
        nextStep: 'Mint a new one.',
      };
    case 'account.notFound':
      return {
        title: 'The account is gone',
        detail: 'It was signed out or removed in the meantime.',
        nextStep: 'Choose another account, or sign in again.',
      };
    case 'server.notFound':
      return {
        title: 'The server is gone',
        detail: 'It is no longer in the list Plex gives for this account.',
        nextStep: 'Refresh the server list.',
      };
    case 'server.unreachable':
      return {
        title: 'The server could not be reached',
        detail:
          error.triedCount === 0
            ? 'Plex gave no address for it.'
            : `${error.triedCount === 1 ? 'Its one address was tried' : `All ${error.triedCount} addresses were tried`}, and none answered as this server.`,
        nextStep: 'Check that the server is running and reachable from here, then try again.',
      };
    case 'server.rejected':
      return {
        title: 'The server did not accept the access token',
        detail: 'This concerns this one server. It says nothing about your account token.',
        nextStep: 'Refresh the server list to get a new access token, then try again.',
      };
    case 'server.noAccessToken':
      return {
        title: 'There is no access token for this server',
        detail: 'Plex gave none, or the server list is an old one.',
        nextStep: 'Refresh the server list, then try again.',
      };
    case 'server.refused':
      return {
        title: 'The server refused the request',
        detail: `It answered with status ${error.status}.`,
        nextStep: 'Try again. If it keeps happening, look into the log of the server.',
      };
    case 'server.notOwner':
      return {
        title: 'Only the owner may ask this',
        detail: 'A server gives source information to the account that owns it, and to no other.',
        nextStep: 'Sign in with the account that owns the server.',
      };
    case 'server.tooOld':
      return {
        title: 'The server is too old for this',
        detail: `It runs version ${error.version}; version ${error.neededVersion} or later is needed.`,
        nextStep: 'Update Plex Media Server, then try again.',
      };
    case 'source.malformed':
      return {
        title: 'This is not a source',
        detail:
          'A source reads server://… with a machine identifier, or provider://… with the name of a provider.',
        nextStep: 'Correct the text and ask again.',
      };
    case 'source.notFound':
      return {
        title: 'The server does not know this source',
        detail: 'It has no connection information for it.',
        nextStep: 'Check the identifier, or ask again with Refresh.',
      };
    case 'vault.locked':
      return {
        title: 'The keychain is locked',
        detail: 'What is in it is safe. Usher cannot read or store tokens until it is unlocked.',
        nextStep: 'Unlock the keychain of your system, then try again.',
      };
    case 'vault.unavailable':
      return vaultUnavailableText(error.reason);
    case 'vault.timeout':
      return {
        title: 'The keychain did not answer',
        detail:
          'It most likely waits for its password in a window of the system. Nothing was changed.',
        nextStep: 'Look for that window, then try again.',
      };
    case 'vault.denied':
      return {
        title: 'The keychain refused Usher',
        detail: 'Access was denied, in its window or by a rule of the system.',
        nextStep: 'Try again and allow access when the system asks.',
      };
    case 'vault.tooLong':
      return {
        title: 'The token is too long for the keychain',
        detail: `The keychain of this system keeps at most ${bytesText(error.limitBytes)} an entry.`,
        nextStep: 'Use this token for this session only.',
      };
    case 'vault.failed':
      return {
        title: 'The keychain did not keep the token',
        detail: 'It answered, but did not keep or not give back what it was asked to.',
        nextStep: 'Try again. If it keeps happening, restart the keychain or the computer.',
      };
    case 'vault.missing':
      return {
        title: 'The token is not in the keychain',
        detail: 'It should be there. The keychain is locked, or another program removed the entry.',
        nextStep: 'Unlock the keychain and try again. If the entry is gone, sign in again.',
      };
    case 'profile.readOnly':
      return {
        title: 'The settings folder cannot be written',
        detail: 'Usher may not write to its own folder, so the change was not saved.',
        nextStep: 'Give yourself the right to write to that folder, then try again.',
      };
    case 'profile.full':
      return {
        title: 'The disk is full',
        detail: 'The change could not be saved.',
        nextStep: 'Free some space, then try again.',
      };
    case 'profile.failed':
      return {
        title: 'The change could not be saved',
        detail: 'Writing to the settings folder failed.',
        nextStep: 'Check the disk, then try again.',
      };
    case 'signIn.cancelled':
      return {
        title: 'The sign-in was cancelled',
        detail: 'Nothing was stored.',
        nextStep: 'Start again when you like.',
      };
    case 'signIn.notWaiting':
      return {
        title: 'This sign-in is over',
        detail: 'It has ended in the meantime.',
        nextStep: 'Start a new one.',
      };
    case 'browser.notOpened':
      return {
        title: 'No browser opened',
        detail: 'The system did not open the page.',
        nextStep: 'Copy the link and open it yourself, or sign in with a code.',
      };
    case 'clipboard.failed':
      return {
        title: 'The clipboard could not be used',
        detail: 'The system did not let Usher read or change it.',
        nextStep: 'Try again. If another program manages the clipboard, close it first.',
      };
    case 'request.invalid':
      return {
        title: 'This was not understood',
        detail: 'Something in the request was missing or not in the right form.',
        nextStep: 'Check what you typed, then try again.',
      };
    case 'internal':
      return {
        title: 'Something went wrong in Usher',
        detail: `This is a mistake in the program. The log has it under the reference ${error.reference}.`,
        nextStep: 'Try again. If it keeps happening, report the reference to the makers of Usher.',
      };
  }
}
