import type { KeychainFinding } from './keychain-finding.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

const restart = [
  repairStep('Restart the Mac, log in as yourself and check again.'),
  repairStep(
    'If it keeps happening, press “Copy report” and put it into a bug report. It holds no secret.',
  ),
] as const;

/** The login keychain of macOS. */
export function macRepair(finding: KeychainFinding): readonly RepairStep[] {
  switch (finding) {
    case 'collectionLocked':
      return [
        repairStep(
          'Press “Check again” and give the password of the keychain. It is most often the one you log in with.',
        ),
        repairStep(
          'If no window opens, unlock it in Terminal.',
          'security unlock-keychain login.keychain-db',
        ),
      ];
    case 'noCollection':
      return [
        repairStep(
          'In Terminal, make the login keychain the default.',
          'security default-keychain -s login.keychain-db',
        ),
        repairStep(
          'If there is no such keychain, create it, then repeat the first step. It opens by itself when its password is the one you log in with.',
          'security create-keychain -P login.keychain-db',
        ),
      ];
    case 'accessDenied':
      return [
        repairStep('Press “Check again”, and choose “Always Allow” when macOS asks.'),
        repairStep(
          'If macOS does not ask, open Keychain Access, look for Usher, and add Usher to the programs in “Access Control” of what you find.',
        ),
      ];
    case 'keychainTimedOut':
      return [
        repairStep(
          'Look for a window of macOS that asks for a password: it can be behind this one, or on another screen. Answer it, then check again.',
        ),
        ...restart,
      ];
    case 'noBus':
    case 'busUnreachable':
    case 'noSecretService':
    case 'sandboxedWithoutSecrets':
    case 'keychainFailing':
      return restart;
  }
}
