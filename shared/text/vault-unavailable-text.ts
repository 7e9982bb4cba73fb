import type { VaultUnavailableReason } from '../errors.ts';
import type { ErrorText } from './error-text.ts';

/** Why there is no keychain, and what would give one. */
export function vaultUnavailableText(reason: VaultUnavailableReason): ErrorText {
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
