import type { AppError, LinkCodeTrouble } from '../errors.ts';
import { addressErrorText, newCertificateText } from './added-addresses.ts';
import { appTokenErrorText } from './app-tokens.ts';
import { destinationErrorText } from './destinations.ts';
import { durationText, numberText } from './formats.ts';
import { wording } from './language.ts';
import { localErrorText, vaultErrorText } from './local-errors.ts';
import { plexErrorText, serverErrorText } from './plex-errors.ts';
import { questionErrorText } from './questions.ts';
import type { ErrorText } from './steps.ts';

/** Words for every failure. The switch is exhaustive: a new code does not compile before it has its words. */
export const errorText = wording({ en: englishErrorText });

function englishErrorText(error: AppError): ErrorText {
  switch (error.code) {
    case 'network.offline':
    case 'network.timeout':
    case 'network.untrusted':
    case 'network.otherCertificate':
    case 'network.intercepted':
      return networkErrorText(error);
    case 'plex.badCredentials':
    case 'plex.codeRequired':
    case 'plex.codeWrong':
    case 'plex.emailRequired':
    case 'plex.addressBlocked':
    case 'plex.browserRequired':
    case 'plex.rateLimited':
    case 'plex.pinExpired':
    case 'plex.pinRequired':
    case 'plex.pinWrong':
    case 'plex.refused':
    case 'plex.unavailable':
    case 'plex.malformed':
    case 'plex.tooLarge':
      return plexErrorText(error);
    case 'token.rejected':
    case 'token.stillAccepted':
    case 'token.expired':
    case 'token.dead':
    case 'token.ofServer':
    case 'token.notFound':
    case 'account.notFound':
    case 'device.busy':
    case 'server.notFound':
    case 'server.unreachable':
    case 'server.rejected':
    case 'server.jwtRefused':
    case 'server.noTransientToken':
    case 'server.noAccessToken':
    case 'server.refused':
    case 'server.insecure':
    case 'server.notOwner':
    case 'server.tooOld':
    case 'source.malformed':
    case 'source.notFound':
    case 'source.transientRefused':
      return serverErrorText(error);
    case 'appToken.notFound':
    case 'appToken.nameTaken':
    case 'appToken.nameMalformed':
    case 'appToken.homeUser':
    case 'appToken.sharedServer':
    case 'appToken.needsKeychain':
    case 'appToken.otherUser':
    case 'appToken.busy':
    case 'appToken.notEverywhere':
    case 'appToken.tooMany':
      return appTokenErrorText(error);
    case 'destination.malformed':
    case 'destination.noFile':
    case 'destination.noKey':
    case 'destination.ambiguous':
    case 'destination.notReplaceable':
    case 'destination.unparsable':
    case 'destination.notAlone':
    case 'destination.notRegular':
    case 'destination.foreignOwner':
    case 'destination.unreadable':
    case 'destination.unwritable':
    case 'destination.tooLarge':
    case 'destination.notText':
    case 'destination.changed':
    case 'destination.full':
    case 'destination.notWritten':
    case 'destination.notFound':
    case 'destination.taken':
      return destinationErrorText(error);
    case 'address.malformed':
    case 'address.noAnswer':
    case 'address.notPlex':
    case 'address.noTls':
    case 'address.unknownServer':
    case 'address.httpsRequired':
    case 'address.accountToken':
    case 'address.declined':
    case 'address.busy':
    case 'address.notFound':
      return addressErrorText(error);
    case 'question.declined':
    case 'question.paused':
    case 'question.busy':
      return questionErrorText(error);
    case 'home.pinMalformed':
    case 'home.memberNotFound':
    case 'home.ownAccount':
    case 'home.switchOnly':
      return homeErrorText(error);
    case 'link.codeMalformed':
    case 'link.codeUnknown':
      return linkErrorText(error);
    case 'identify.nothingFound':
    case 'identify.tooLong':
    case 'identify.forgotten':
    case 'identify.noAccountToken':
      return identifyErrorText(error);
    case 'vault.locked':
    case 'vault.unavailable':
    case 'vault.timeout':
    case 'vault.denied':
    case 'vault.tooLong':
    case 'vault.failed':
    case 'vault.missing':
    case 'vault.changed':
      return vaultErrorText(error);
    case 'profile.readOnly':
    case 'profile.full':
    case 'profile.failed':
    case 'profile.busy':
    case 'profile.watched':
    case 'profile.notLocked':
    case 'profile.noLocks':
    case 'start.switchRefused':
    case 'signIn.cancelled':
    case 'signIn.notWaiting':
    case 'browser.notOpened':
    case 'clipboard.failed':
    case 'clipboard.notCleared':
    case 'file.notSaved':
    case 'desktop.failed':
    case 'request.invalid':
    case 'internal':
      return localErrorText(error);
  }
}

type NetworkError = Extract<AppError, { code: `network.${string}` }>;

/** Words for not reaching anybody, or not the right one. */
function networkErrorText(error: NetworkError): ErrorText {
  switch (error.code) {
    case 'network.offline':
      return {
        title: 'Can’t reach Plex',
        detail: 'You’re still signed in.',
        nextStep: 'Check your connection and try again.',
      };
    case 'network.timeout':
      return {
        title: 'Plex took too long to respond',
        detail: `Nothing came back within ${durationText(error.limitMs)}. Nothing changed.`,
        nextStep: 'Try again in a moment.',
      };
    case 'network.untrusted':
      return {
        title: 'Can’t verify the connection',
        detail: 'The certificate isn’t trusted, so Usher sent nothing.',
        nextStep: 'Check your clock, proxy, or security software, then try again.',
      };
    case 'network.otherCertificate':
      return {
        title: 'The server’s certificate has changed',
        detail: `It isn’t the one you confirmed for this address, so nothing was sent. ${newCertificateText().reason}`,
        nextStep: newCertificateText().nextStep,
      };
    case 'network.intercepted':
      return {
        title: 'You may need to sign in to this network',
        detail: 'A web page answered instead of Plex, which is common on hotel Wi-Fi.',
        nextStep: 'Open your browser, sign in to the network, then try again.',
      };
  }
}

type LinkError = Extract<AppError, { code: `link.${string}` }>;

/** Words for what concerns the code of another device. */
function linkErrorText(error: LinkError): ErrorText {
  switch (error.code) {
    case 'link.codeMalformed':
      return {
        ...notSent[error.trouble],
        nextStep: 'Enter the four letters and digits on the device.',
      };
    case 'link.codeUnknown':
      return {
        title: 'No device is waiting with this code',
        detail: 'It may be mistyped, expired, or already approved.',
        nextStep: 'Compare it with the device, or get a new code there.',
      };
  }
}

const notSent: Record<LinkCodeTrouble, Pick<ErrorText, 'title' | 'detail'>> = {
  empty: { title: 'The code is missing', detail: 'Nothing was sent.' },
  tooShort: {
    title: 'The code is too short',
    detail: 'A code has four characters. Nothing was sent.',
  },
  tooLong: {
    title: 'The code is too long',
    detail: 'A code has four characters. Nothing was sent.',
  },
  characters: {
    title: 'This isn’t a code',
    detail: 'A code has only letters from A to Z and digits. Nothing was sent.',
  },
  claimCode: {
    title: 'This is a claim code',
    detail: 'It’s for setting up a media server. Usher didn’t send it.',
  },
  token: {
    title: 'That’s a token, not a link code',
    detail: 'Usher didn’t send it anywhere.',
  },
};

type HomeError = Extract<AppError, { code: `home.${string}` }>;

/** Words for what concerns the users of a Plex Home. */
function homeErrorText(error: HomeError): ErrorText {
  switch (error.code) {
    case 'home.pinMalformed':
      return {
        title: 'A Home PIN has four digits',
        detail: 'Usher didn’t send what you typed.',
        nextStep: 'Enter the Home user’s four digits.',
      };
    case 'home.memberNotFound':
      return {
        title: 'Plex doesn’t know this Home user',
        detail: 'The user has left the Home, or was removed from it.',
        nextStep: 'Refresh the list of the Home.',
      };
    case 'home.ownAccount':
      return {
        title: 'This is the account itself',
        detail: 'Usher already has its token.',
        nextStep: 'Choose another user of the Home.',
      };
    case 'home.switchOnly':
      return {
        title: 'Home users don’t sign in on their own',
        detail: 'Their tokens come from the main account.',
        nextStep: 'Get a new token from the main account’s Plex Home page.',
      };
  }
}

type IdentifyError = Extract<AppError, { code: `identify.${string}` }>;

/** Words for what concerns a pasted text and the tokens in it. */
function identifyErrorText(error: IdentifyError): ErrorText {
  switch (error.code) {
    case 'identify.nothingFound':
      return {
        title: 'No token found',
        detail: 'Masked tokens (••••, xxxx, [redacted]) can’t be identified.',
        nextStep: 'Paste the whole token or the line it’s in.',
      };
    case 'identify.tooLong':
      return {
        title: 'The text is too long',
        detail: `Usher looks at up to ${numberText(error.limitCharacters)} characters at a time.`,
        nextStep: 'Paste only the part with the token.',
      };
    case 'identify.forgotten':
      return {
        title: 'The token was forgotten',
        detail:
          'Usher holds a pasted token for ten minutes, until you forget it, or until the screen is locked.',
        nextStep: 'Paste it again.',
      };
    case 'identify.noAccountToken':
      return {
        title: 'This token can’t be added as an account',
        detail: 'Only an account token that plex.tv accepts can.',
        nextStep: 'Sign in to the account instead.',
      };
  }
}

/** Words for a start of the window that came to nothing. */
export const startErrorText = wording({ en: englishStartErrorText });

function englishStartErrorText(
  error: AppError,
  profileFolder: string,
): { readonly title: string; readonly detail: string } {
  const folderTitle = 'Usher can’t use its folder';
  switch (error.code) {
    case 'profile.busy':
      return {
        title: folderTitle,
        detail:
          `Another copy of Usher (maybe in a terminal) is using ${profileFolder}. ` +
          'Quit it, then open Usher again.',
      };
    case 'profile.readOnly':
    case 'profile.full':
    case 'profile.failed':
      return {
        title: folderTitle,
        detail:
          `Usher keeps its list of accounts in ${profileFolder} and couldn’t read or write there. ` +
          'Check that it’s a folder, that it belongs to you, and that the disk isn’t full, then start Usher again.',
      };
    case 'profile.notLocked':
      return {
        title: folderTitle,
        detail:
          `The system doesn’t let Usher lock a file in ${profileFolder}, so a second Usher couldn’t be kept from writing over what this one stores. ` +
          'Check that the folder belongs to you, is on a disk of this computer, and isn’t held by another program such as a virus scanner, then start Usher again.',
      };
    case 'internal':
      return {
        title: 'Usher couldn’t start',
        detail:
          error.reference === 'none'
            ? 'This is a bug, and it couldn’t be written to the log. ' +
              'Start Usher again. If it keeps happening, report it.'
            : `This is a bug. See reference ${error.reference} in logs/usher.log in ${profileFolder}. ` +
              'Start Usher again. If it keeps happening, report it with that reference.',
      };
    default: {
      const { title, detail, nextStep } = errorText(error);
      return { title, detail: `${detail} ${nextStep}` };
    }
  }
}
