import type { AppError, LinkCodeTrouble } from '../errors.ts';
import { addressErrorText, newCertificateText } from './added-addresses.ts';
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
    case 'profile.notLocked':
    case 'profile.noLocks':
    case 'start.switchRefused':
    case 'signIn.cancelled':
    case 'signIn.notWaiting':
    case 'browser.notOpened':
    case 'clipboard.failed':
    case 'clipboard.notCleared':
    case 'file.notSaved':
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
    case 'network.otherCertificate':
      return {
        title: 'The server’s certificate has changed',
        detail: `It isn’t the one you confirmed for this address, so nothing was sent. ${newCertificateText().reason}`,
        nextStep: newCertificateText().nextStep,
      };
    case 'network.intercepted':
      return {
        title: 'Something else answered in place of Plex',
        detail:
          'A web page came back where data was due. Networks with a log-in page, such as in hotels, do this.',
        nextStep: 'Open a web page in your browser, log in to the network, then try again.',
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
        nextStep: 'Type the four letters and digits that the device shows.',
      };
    case 'link.codeUnknown':
      return {
        title: 'No device waits with this code',
        detail: 'Plex does not know it: it was mistyped, has run out, or was approved already.',
        nextStep: 'Compare it with the device. If it is the same, let the device show a new one.',
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
    title: 'This is not a code',
    detail: 'A code has letters from A to Z and digits only. Nothing was sent.',
  },
  claimCode: {
    title: 'This is a claim code',
    detail: 'It is for setting up a media server, and is not what a device shows. It was not sent.',
  },
  token: {
    title: 'This looks like a token',
    detail: 'A token is a secret and no code. It was not sent anywhere.',
  },
};

type HomeError = Extract<AppError, { code: `home.${string}` }>;

/** Words for what concerns the users of a Plex Home. */
function homeErrorText(error: HomeError): ErrorText {
  switch (error.code) {
    case 'home.pinMalformed':
      return {
        title: 'A Home PIN has four digits',
        detail: 'What was typed is no such PIN, so it was not sent.',
        nextStep: 'Type the four digits of the Home user.',
      };
    case 'home.memberNotFound':
      return {
        title: 'Plex does not know this Home user',
        detail: 'The user has left the Home, or was removed from it.',
        nextStep: 'Refresh the list of the Home.',
      };
    case 'home.ownAccount':
      return {
        title: 'This is the account itself',
        detail: 'Its own token is here already; there is nothing to switch to.',
        nextStep: 'Choose another user of the Home.',
      };
    case 'home.switchOnly':
      return {
        title: 'A Home user has no sign-in here',
        detail: 'Its token was got by switching from the account it stands below.',
        nextStep: 'Open Plex Home of that account, and get a new token there.',
      };
  }
}

type IdentifyError = Extract<AppError, { code: `identify.${string}` }>;

/** Words for what concerns a pasted text and the tokens in it. */
function identifyErrorText(error: IdentifyError): ErrorText {
  switch (error.code) {
    case 'identify.nothingFound':
      return {
        title: 'No token was found in it',
        detail:
          'Nothing in the text stands where a Plex token would, or has the form of one. A token that is masked (••••, xxxx, [redacted]) cannot be recognised.',
        nextStep: 'Paste the token itself, or the whole line or record it stands in.',
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
        title: 'This token cannot be kept as an account',
        detail: 'Only a token that plex.tv accepts for an account can.',
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
  const folderTitle = 'Usher cannot use its folder';
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
          `Usher keeps its list of accounts in ${profileFolder} and could not read or write there. ` +
          'Check that it is a folder, that it belongs to you and that the disk is not full, then start Usher again.',
      };
    case 'profile.notLocked':
      return {
        title: folderTitle,
        detail:
          `The system does not let Usher lock a file in ${profileFolder}, so a second Usher could not be kept from writing over what this one stores. ` +
          'Check that the folder belongs to you, is on a disk of this computer, and is not held by another program such as a virus scanner, then start Usher again.',
      };
    case 'internal':
      return {
        title: 'Usher could not start',
        detail:
          error.reference === 'none'
            ? 'This is a mistake in the program, and it could not be written to the log either. ' +
              'Start Usher again. If it keeps happening, report that to the makers of Usher.'
            : `This is a mistake in the program. ${profileFolder} has it in logs/usher.log, under the reference ${error.reference}. ` +
              'Start Usher again. If it keeps happening, report the reference to the makers of Usher.',
      };
    default: {
      const { title, detail, nextStep } = errorText(error);
      return { title, detail: `${detail} ${nextStep}` };
    }
  }
}
