import type { KeychainSetting } from './keychain-setting.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

const allow = repairStep('Press “Check again”, and allow Usher when the system asks.');

/** Somebody or some rule said no. */
export function accessRepair(setting: KeychainSetting): readonly RepairStep[] {
  switch (setting.keeper) {
    case 'gnomeKeyring':
      return [
        allow,
        repairStep(
          'If no window opens, log out and log in again: GNOME Keyring then asks once more.',
        ),
      ];
    case 'kwallet':
      return [
        allow,
        repairStep(
          'If no window opens, KWallet remembers a “deny”: in System Settings › KDE Wallet › Access Control, remove the line for Usher.',
        ),
      ];
    case 'keepassxc':
      return [
        allow,
        repairStep(
          'If KeePassXC does not ask, look in Tools › Settings › Secret Service Integration, and in the same page of the database settings, whether Usher may use a group.',
        ),
      ];
    case 'other':
      return [
        allow,
        repairStep(
          'If no window opens, look for Usher in the access rules of the program that keeps your passwords.',
        ),
      ];
  }
}
