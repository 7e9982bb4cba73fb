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
        title: 'Wrong username or password',
        detail: 'Signed up with Google, Apple, or Facebook? Those accounts have no password.',
        nextStep: 'Enter the password again, or sign in with your browser.',
      };
    case 'plex.codeRequired':
      return {
        title: 'Enter your verification code',
        detail: 'This account is protected by two-factor authentication.',
        nextStep: 'Enter the six digits from your authenticator app, or a backup code.',
      };
    case 'plex.codeWrong':
      return {
        title: 'Wrong code',
        detail: 'Codes change every 30 seconds.',
        nextStep: 'Enter the next one from your authenticator app.',
      };
    case 'plex.emailRequired':
      return {
        title: 'Use your email address',
        detail: 'This account can’t sign in with its username.',
        nextStep: 'Enter the account’s email address instead.',
      };
    case 'plex.addressBlocked':
      return {
        title: 'Too many failed attempts',
        detail: 'Plex blocks sign-ins from your network for now.',
        nextStep:
          'More attempts extend the block, so wait at least an hour or sign in with your browser.',
      };
    case 'plex.browserRequired':
      return {
        title: 'Sign in with your browser',
        detail:
          'Plex returned a web page instead of data, probably to check that you’re a person. Your password may still be right.',
        nextStep: 'Choose the sign-in with your browser.',
      };
    case 'plex.rateLimited':
      return {
        title: 'Too many requests',
        detail:
          error.retryAfterSeconds === null
            ? 'Plex or the server is limiting requests.'
            : `Plex or the server is limiting requests for another ${durationText(error.retryAfterSeconds * 1000)}.`,
        nextStep:
          error.retryAfterSeconds === null
            ? 'Wait a few minutes, then try again.'
            : 'Try again after that time.',
      };
    case 'plex.pinExpired':
      return {
        title: 'Sign-in timed out',
        detail: 'It wasn’t approved in time.',
        nextStep: 'Start again.',
      };
    case 'plex.pinRequired':
      return {
        title: 'PIN required',
        detail: 'This Home user has a PIN.',
        nextStep: 'Enter the Home user’s four digits.',
      };
    case 'plex.pinWrong':
      return {
        title: 'Wrong PIN',
        detail: 'Plex rejected it.',
        nextStep: 'Enter the four digits again. The Home’s admin can set a new PIN.',
      };
    case 'plex.refused':
      return {
        title: 'Plex returned an error',
        detail: `HTTP ${error.status}${error.plexCode === null ? '' : `, code ${error.plexCode}`}.`,
        nextStep: 'Try again. If it keeps happening, report this error.',
      };
    case 'plex.unavailable':
      return {
        title: 'Plex is having problems',
        detail: `Plex returned HTTP ${error.status}. Your token isn’t affected.`,
        nextStep: 'Try again in a few minutes.',
      };
    case 'plex.malformed':
      return {
        title: 'The answer couldn’t be read',
        detail: 'It isn’t in the form Plex uses, or was cut off.',
        nextStep: 'Try again. If it keeps happening, report it.',
      };
    case 'plex.tooLarge':
      return {
        title: 'The answer was too large',
        detail: `It’s larger than ${bytesText(error.limitBytes)}, so Usher stopped reading.`,
        nextStep: 'Try again. If it keeps happening, report it.',
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
        detail: 'It was revoked by a password change, in Authorized Devices, or by Plex.',
        nextStep: 'Sign in to this account again.',
      };
    case 'token.stillAccepted':
      return {
        title: 'Plex still accepts this token',
        detail:
          'Plex reported the token as revoked but still accepts it. Nothing was removed from this computer.',
        nextStep: 'Try again, or remove this device under Authorized Devices at Plex.',
      };
    case 'token.expired':
      return {
        title: 'Token expired',
        detail: 'It can’t be used anymore.',
        nextStep: 'Mint a new one.',
      };
    case 'token.dead':
      return {
        title: 'The server no longer accepts this transient token',
        detail: rejectionText()[error.because],
        nextStep:
          error.because === 'accessEnded'
            ? 'Refresh the server list, or ask the owner to share the server again.'
            : 'Mint a new one.',
      };
    case 'token.ofServer':
      return {
        title: 'This is the token of a media server itself',
        detail:
          'The server uses it to sign in to its account. Revoking it would sign the server out, so Usher doesn’t add it.',
        nextStep: 'Sign in to the account instead to give Usher its own token.',
      };
    case 'token.notFound':
      return {
        title: 'The token is gone',
        detail: 'It was forgotten or has expired.',
        nextStep: 'Mint a new one.',
      };
    case 'account.notFound':
      return {
        title: 'The account is gone',
        detail: 'It was signed out or removed.',
        nextStep: 'Choose another account, or sign in again.',
      };
    case 'device.busy':
      return {
        title: 'Devices are already being revoked',
        detail: 'Usher revokes one set of devices at a time.',
        nextStep: 'Wait until that’s done, or stop it.',
      };
    case 'server.notFound':
      return {
        title: 'The server is gone',
        detail: 'Plex no longer lists it for this account.',
        nextStep: 'Refresh the server list.',
      };
    case 'server.unreachable':
      return {
        title: 'Can’t reach the server',
        detail: triedText(error) + untrustedText(error),
        nextStep: unreachableNextStep(
          error,
          `If you know an address that works, choose “${addedAddressText().title}”.`,
        ),
      };
    case 'server.rejected':
      return {
        title: 'The server rejected its access token',
        detail: 'Plex has no newer one that it accepts. Your account token isn’t affected.',
        nextStep:
          'Ask the owner whether the server is still shared with you. If it’s yours, sign it in to Plex again in its settings.',
      };
    case 'server.jwtRefused':
      return {
        title: 'This server doesn’t accept JWTs',
        detail:
          'This account is signed in with a JWT, which is valid, but many servers don’t accept this kind of token.',
        nextStep: 'Sign in to this account again with the browser or a code.',
      };
    case 'server.noTransientToken':
      return {
        title: 'The server didn’t create a token',
        detail:
          'It accepts this account’s access token, but the account may lack the right, or the server doesn’t allow it.',
        nextStep: 'Ask the server’s owner, or use another account.',
      };
    case 'server.noAccessToken':
      return {
        title: 'This server has no access token',
        detail: 'Plex gave none, or the server list is out of date.',
        nextStep: 'Refresh the server list, then try again.',
      };
    case 'server.refused':
      return {
        title: 'The server returned an error',
        detail: `HTTP ${error.status}.`,
        nextStep: 'Try again. If it keeps happening, check the server’s log.',
      };
    case 'server.insecure':
      return {
        title: 'Only an unencrypted connection is available',
        detail: `Only ${error.uri} responded, so Usher sent nothing.`,
        nextStep:
          'Turn on secure connections on the server, or allow unencrypted ones on its page.',
      };
    case 'server.notOwner':
      return {
        title: 'Only the owner can do this',
        detail: 'A server gives source information only to the account that owns it.',
        nextStep: 'Sign in with the account that owns the server.',
      };
    case 'server.tooOld':
      return {
        title: 'The server’s version is too old',
        detail: `Requires version ${error.neededVersion} or later. This server runs ${error.version}.`,
        nextStep: 'Update Plex Media Server, then try again.',
      };
    case 'source.malformed':
      return {
        title: 'This isn’t a source',
        detail:
          'A source reads server://… with a machine identifier, or provider://… with the name of a provider.',
        nextStep: 'Correct the text and try again.',
      };
    case 'source.notFound':
      return {
        title: 'The server doesn’t know this source',
        detail: 'It has no connection details for it.',
        nextStep: 'Check the identifier, or skip the server’s cache.',
      };
    case 'source.transientRefused':
      return {
        title: 'The server doesn’t allow this with a transient token',
        detail: 'It accepts the token you chose, but not for resolving sources.',
        nextStep: 'Use the access token.',
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
    ? 'Check the server’s certificate and this computer’s date and time, then try again.'
    : `Check that the server is running and reachable, then try again. ${wayToAdd}`;
};

const triedText = ({ triedCount }: Unreachable): string => {
  if (triedCount === 0) return 'Plex lists no address for it.';
  if (triedCount === 2) return 'Usher tried both addresses and got no response.';
  return pluralOf(triedCount, {
    one: 'Usher tried its one address and got no response.',
    other: `Usher tried all ${triedCount} addresses and got no response.`,
  });
};

const untrustedText = ({
  triedCount,
  untrustedCount,
  hasOtherCertificate = false,
}: Unreachable): string => {
  if (untrustedCount === 0) return '';
  const changed = hasOtherCertificate
    ? ` One showed a different certificate than the one you confirmed. ${newCertificateText().reason}`
    : '';
  return untrustedCount === triedCount
    ? ` The certificates couldn’t be verified, so Usher sent nothing.${changed}`
    : ` At ${untrustedCount} of them the certificate couldn’t be verified, so Usher sent nothing there.${changed}`;
};
