import type { AppError } from '../errors.ts';
import { bytesText } from './bytes-text.ts';
import type { ErrorText } from './error-text.ts';
import { vaultUnavailableText } from './vault-unavailable-text.ts';

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
