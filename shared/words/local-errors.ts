import type { AppError, VaultUnavailableReason } from '../errors.ts';
import { bytesText, singleLine } from './formats.ts';
import type { ErrorText } from './steps.ts';

type LocalError = Extract<
  AppError,
  {
    code:
      | `${'profile' | 'start' | 'signIn' | 'browser' | 'clipboard' | 'file' | 'desktop' | 'request'}.${string}`
      | 'internal';
  }
>;

/** Words for what concerns this computer and Usher itself. */
export function localErrorText(error: LocalError): ErrorText {
  switch (error.code) {
    case 'profile.readOnly':
      return {
        title: 'Can’t save changes',
        detail: 'Usher isn’t allowed to write to its data folder.',
        nextStep: 'Make Usher’s data folder writable and try again.',
      };
    case 'profile.full':
      return {
        title: 'The disk is full',
        detail: 'The change couldn’t be saved.',
        nextStep: 'Free some space, then try again.',
      };
    case 'profile.failed':
      return {
        title: 'The change couldn’t be saved',
        detail: 'Writing to Usher’s data folder failed.',
        nextStep: 'Check the disk, then try again.',
      };
    case 'profile.notLocked':
      return {
        title: 'Usher’s data folder can’t be locked',
        detail:
          'The system doesn’t let Usher lock a file there, so a second Usher couldn’t be kept from writing over what this one stores. Nothing was stored.',
        nextStep:
          'Check that the folder is yours, is on a disk of this computer, and isn’t held by another program such as a virus scanner, then try again.',
      };
    case 'profile.noLocks':
      return {
        title: 'Usher doesn’t run on this kind of system',
        detail:
          'It can’t keep a second Usher from writing over what this one stores, so nothing was stored.',
        nextStep:
          'Use a system that Usher is made for: Linux with glibc, macOS, or Windows, on x64 or arm64.',
      };
    case 'profile.busy':
      return {
        title: 'Usher is already working on this',
        detail: 'Another Usher window or terminal is using the same data.',
        nextStep: 'Wait until it’s done, then try again.',
      };
    case 'profile.watched':
      return {
        title: 'Usher is already watching',
        detail: 'Another usher watch is running with the same data.',
        nextStep: 'Stop that one first, then try again.',
      };
    case 'start.switchRefused': {
      const names = error.names.map((name) => `--${singleLine(name)}`).join(', ');
      return {
        title: 'Usher was started with a switch it doesn’t accept',
        detail:
          `The installed Usher doesn’t start with ${names}. ` +
          'Switches can let another program read or redirect what Usher holds, so Usher accepts only a few harmless ones. Nothing was read or sent.',
        nextStep:
          'Start Usher without it. If you didn’t add it yourself, check what your shortcut or script starts.',
      };
    }
    case 'signIn.cancelled':
      return {
        title: 'Sign-in canceled',
        detail: 'Nothing was stored.',
        nextStep: 'Start again whenever you like.',
      };
    case 'signIn.notWaiting':
      return {
        title: 'This sign-in has ended',
        detail: 'It was finished, canceled, or timed out.',
        nextStep: 'Start a new one.',
      };
    case 'browser.notOpened':
      return {
        title: 'No browser opened',
        detail: 'The system didn’t open the page.',
        nextStep: 'Copy the link and open it yourself, or sign in with a code.',
      };
    case 'clipboard.failed':
      return {
        title: 'The clipboard couldn’t be used',
        detail: 'The system didn’t let Usher read or change it.',
        nextStep: 'Try again. If another program manages the clipboard, close it first.',
      };
    case 'clipboard.notCleared':
      return {
        title: 'The clipboard wasn’t cleared',
        detail: 'Some systems ignore it while another window is in front.',
        nextStep: 'Usher tries again when its window comes to the front.',
      };
    case 'file.notSaved':
      return {
        title: 'The file wasn’t saved',
        detail: 'The system didn’t let Usher write it there.',
        nextStep: 'Choose a folder of your own, and check that the disk isn’t full.',
      };
    case 'desktop.failed':
      return {
        title: 'The system didn’t do it',
        detail: 'Usher asked, and nothing happened.',
        nextStep: 'Try again. If it keeps failing, use the system’s own settings.',
      };
    case 'request.invalid':
      return {
        title: 'Invalid input',
        detail: 'Something was missing or not in the right form.',
        nextStep: 'Check what you entered and try again.',
      };
    case 'internal':
      return {
        title: 'Something went wrong in Usher',
        detail: `This is a bug. See reference ${error.reference} in the log.`,
        nextStep: 'Try again. If it keeps happening, report it with that reference.',
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
        detail: 'Your tokens are safe. Usher can’t read or save tokens until it’s unlocked.',
        nextStep: 'Unlock your system keychain, then try again.',
      };
    case 'vault.unavailable':
      return vaultUnavailableText(error.reason);
    case 'vault.timeout':
      return {
        title: 'The keychain isn’t responding',
        detail: 'It’s probably waiting for your password. Nothing changed.',
        nextStep: 'Look for a system prompt, then try again.',
      };
    case 'vault.denied':
      return {
        title: 'Keychain access denied',
        detail: 'You or a system policy denied access.',
        nextStep: 'Try again and choose Allow.',
      };
    case 'vault.tooLong':
      return {
        title: 'The token is too long for the keychain',
        detail: `This system’s keychain holds at most ${bytesText(error.limitBytes)} per entry.`,
        nextStep: 'Continue without saving to use this token until you quit.',
      };
    case 'vault.failed':
      return {
        title: 'The keychain didn’t save the token',
        detail: 'It responded, but saving or reading the token failed.',
        nextStep: 'Try again. If it keeps happening, restart the keychain or the computer.',
      };
    case 'vault.missing':
      return {
        title: 'The token isn’t in the keychain',
        detail: 'The keychain is unlocked but has no such entry. Another program removed it.',
        nextStep: 'Sign in again, or mint a new token.',
      };
    case 'vault.changed':
      return {
        title: 'The token in the keychain was changed',
        detail: 'Another program wrote something else in its place, so Usher doesn’t use it.',
        nextStep: 'Sign in again, or mint a new token.',
      };
  }
}

/** Why there is no keychain, and what would give one. */
function vaultUnavailableText(reason: VaultUnavailableReason): ErrorText {
  switch (reason) {
    case 'noBus':
      return {
        title: 'The keychain can’t be reached',
        detail: 'Usher needs D-Bus to reach the keychain, but was started without it.',
        nextStep: 'Log in to a desktop session and start Usher there, or continue without saving.',
      };
    case 'noService':
      return {
        title: 'No keychain is running',
        detail: 'Usher keeps tokens only in the system keychain, and none responded.',
        nextStep:
          'Install and start GNOME Keyring, KWallet, or KeePassXC, or continue without saving.',
      };
    case 'noCollection':
      return {
        title: 'The keychain hasn’t been set up',
        detail: 'It’s running, but has no place to keep anything yet.',
        nextStep:
          'Create a keyring in your desktop’s password program and make it the default, or continue without saving.',
      };
    case 'notSupported':
      return {
        title: 'This system has no keychain Usher can use',
        detail: 'Usher keeps tokens only in the system keychain.',
        nextStep: 'Continue without saving.',
      };
  }
}
