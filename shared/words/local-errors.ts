import type { AppError, VaultUnavailableReason } from '../errors.ts';
import { bytesText, singleLine } from './formats.ts';
import type { ErrorText } from './steps.ts';

type LocalError = Extract<
  AppError,
  {
    code:
      | `${'profile' | 'start' | 'signIn' | 'browser' | 'clipboard' | 'file' | 'request'}.${string}`
      | 'internal';
  }
>;

/** Words for what concerns this computer and Usher itself. */
export function localErrorText(error: LocalError): ErrorText {
  switch (error.code) {
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
    case 'profile.notLocked':
      return {
        title: 'The settings folder cannot be locked',
        detail:
          'The system does not let Usher lock a file there, so a second Usher could not be kept from writing over what this one stores. Nothing was stored.',
        nextStep:
          'Check that the folder is yours, is on a disk of this computer, and is not held by another program such as a virus scanner, then try again.',
      };
    case 'profile.noLocks':
      return {
        title: 'Usher does not run on this kind of system',
        detail:
          'It cannot keep a second Usher from writing over what this one stores, so nothing was stored.',
        nextStep:
          'Use a system that Usher is made for: Linux with glibc, macOS or Windows, on x64 or arm64.',
      };
    case 'profile.busy':
      return {
        title: 'Usher is busy with this elsewhere',
        detail:
          'Another Usher on this computer, in a window or a terminal, is at work on the same thing.',
        nextStep: 'Wait until it is done, then try again.',
      };
    case 'start.switchRefused': {
      const names = error.names.map((name) => `--${singleLine(name)}`).join(', ');
      return {
        title: 'Usher was started with a switch it does not take',
        detail:
          `The installed Usher does not start with ${names}. ` +
          'Switches can let another program read or redirect what Usher holds, so only a few that are harmless are taken. Nothing was read or sent.',
        nextStep:
          'Start Usher without it. If you did not add it yourself, look at what your shortcut or script starts.',
      };
    }
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
    case 'clipboard.notCleared':
      return {
        title: 'The clipboard was not cleared',
        detail: 'The system ignored it, as some do while another window is in front.',
        nextStep: 'It is tried again when you come back to this window.',
      };
    case 'file.notSaved':
      return {
        title: 'The file was not saved',
        detail: 'The system did not let Usher write it there.',
        nextStep: 'Choose a folder of your own, and check that the disk is not full.',
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

type VaultError = Extract<AppError, { code: `vault.${string}` }>;

/** Words for the keychain. */
export function vaultErrorText(error: VaultError): ErrorText {
  switch (error.code) {
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
        detail: 'The keychain is open and has no such entry: another program removed it.',
        nextStep: 'Sign in again, or mint the transient token anew.',
      };
    case 'vault.changed':
      return {
        title: 'The token in the keychain was changed',
        detail: 'Another program wrote something else in its place. Usher does not use it.',
        nextStep: 'Sign in again, or mint the transient token anew.',
      };
  }
}

/** Why there is no keychain, and what would give one. */
function vaultUnavailableText(reason: VaultUnavailableReason): ErrorText {
  switch (reason) {
    case 'noBus':
      return {
        title: 'The keychain cannot be reached',
        detail:
          'Programs of this session cannot talk to each other (there is no D-Bus session), so Usher has no safe place for tokens.',
        nextStep: 'Log in to a desktop session and start Usher there, or use this session only.',
      };
    case 'noService':
      return {
        title: 'No keychain is running',
        detail: 'Usher keeps tokens in the keychain of the system and nowhere else. None answered.',
        nextStep:
          'Install and start GNOME Keyring, KWallet or KeePassXC, or use this session only.',
      };
    case 'noCollection':
      return {
        title: 'The keychain has not been set up',
        detail: 'It is running, but has no place to keep anything yet.',
        nextStep:
          'Create a keyring in the password program of your desktop and make it the default, or use this session only.',
      };
    case 'notSupported':
      return {
        title: 'This system has no keychain Usher can use',
        detail: 'Usher keeps tokens in the keychain of the system and nowhere else.',
        nextStep: 'Use this session only.',
      };
  }
}
