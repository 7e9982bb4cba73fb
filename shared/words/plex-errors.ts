import { addedAddressText, newCertificateText } from './added-addresses.ts';
import type { AppError } from '../errors.ts';
import { bytesText, durationText, pluralOf } from './formats.ts';
import type { ErrorText } from './steps.ts';
import { rejectionText } from './verdicts.ts';

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

type ServerError = Extract<
  AppError,
  { code: `${'token' | 'account' | 'device' | 'server' | 'source'}.${string}` }
>;

/** Words for what concerns one account, device, server, token or source. */
export function serverErrorText(error: ServerError): ErrorText {
  switch (error.code) {
    case 'token.rejected':
      return {
        title: 'Plex no longer accepts this token',
        detail:
          'It has ended: by a password change, in Authorized Devices, by a newer sign-in, or by Plex itself. Nothing was deleted here.',
        nextStep: 'Sign in to this account again. It keeps its place.',
      };
    case 'token.stillAccepted':
      return {
        title: 'Plex still accepts this token',
        detail:
          'Plex said that it is revoked, and went on accepting it when asked. Nothing was removed here.',
        nextStep: 'Try again, or remove this device under Authorized Devices at Plex.',
      };
    case 'token.expired':
      return {
        title: 'The token has run out',
        detail: 'Its time is over, so it can no longer be used.',
        nextStep: 'Mint a new one.',
      };
    case 'token.dead':
      return {
        title: 'The server no longer accepts this transient token',
        detail: rejectionText()[error.because],
        nextStep:
          error.because === 'accessEnded'
            ? 'Refresh the list of servers. If the server is not in it, ask its owner to share it again.'
            : 'Mint a new one.',
      };
    case 'token.ofServer':
      return {
        title: 'This is the token of a media server itself',
        detail:
          'The server is signed in to its account with it. Kept here, it could cost the server its place at Plex; revoked, it would sign the server out. Usher does neither.',
        nextStep: 'Sign in to the account, which gives Usher a token of its own.',
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
    case 'device.busy':
      return {
        title: 'Devices are being revoked already',
        detail: 'Usher revokes the devices of an account in one go at a time.',
        nextStep: 'Wait until that is over, or stop it.',
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
        detail: triedText(error) + untrustedText(error),
        nextStep: unreachableNextStep(
          error,
          `If you know an address that works from here, choose “${addedAddressText().title}”.`,
        ),
      };
    case 'server.rejected':
      return {
        title: 'The server did not accept the access token',
        detail:
          'Nor is there a newer one at Plex that it takes. This concerns this one server; it says nothing about your account token.',
        nextStep:
          'Ask the owner whether the server is still shared with you. If it is yours, sign it in to Plex again in its settings.',
      };
    case 'server.jwtRefused':
      return {
        title: 'A JWT does not open this server',
        detail:
          'This account was signed in with a JWT, and Plex gives it out for the server too. The JWT is good; many servers take no token of this kind.',
        nextStep: 'Sign in to this account again with the browser or a code.',
      };
    case 'server.noTransientToken':
      return {
        title: 'The server would not create a transient token',
        detail:
          'It takes the access token of this account, so nothing is wrong with that. The account may lack the right, or the server does not allow it.',
        nextStep: 'Ask the owner of the server, or use another account.',
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
    case 'server.insecure':
      return {
        title: 'Nothing was sent without encryption',
        detail: `Only ${error.uri} answered as this server, over plain HTTP: anyone on the way could read the token.`,
        nextStep:
          'Turn on secure connections in the settings of the server, or allow plain HTTP for it on its page.',
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
    case 'source.transientRefused':
      return {
        title: 'The server doesn’t answer this to a transient token',
        detail: 'It accepts the token you chose, but not for questions about sources.',
        nextStep: 'Ask with the access token.',
      };
  }
}

type Unreachable = Extract<ServerError, { code: 'server.unreachable' }>;

/** Window and terminal have each their own way to add an address. */
export const unreachableNextStep = (
  { triedCount, untrustedCount, hasOtherCertificate = false }: Unreachable,
  wayToAdd: string,
): string => {
  if (hasOtherCertificate) return newCertificateText().nextStep;
  return triedCount > 0 && untrustedCount === triedCount
    ? 'Check the certificate of the server, and the date and time of this computer, then try again.'
    : `Check that the server is running and reachable from here, then try again. ${wayToAdd}`;
};

const triedText = ({ triedCount }: Unreachable): string => {
  if (triedCount === 0) return 'Plex gave no address for it.';
  return pluralOf(triedCount, {
    one: 'Its one address was tried, and did not answer as this server.',
    other: `All ${triedCount} addresses were tried, and none answered as this server.`,
  });
};

const untrustedText = ({
  triedCount,
  untrustedCount,
  hasOtherCertificate = false,
}: Unreachable): string => {
  if (untrustedCount === 0) return '';
  const changed = hasOtherCertificate
    ? ` One showed another certificate than the one you confirmed. ${newCertificateText().reason}`
    : '';
  return untrustedCount === triedCount
    ? ` No certificate proved who answered, so nothing was sent.${changed}`
    : ` At ${untrustedCount} of them no certificate proved who answered, so nothing was sent there.${changed}`;
};
