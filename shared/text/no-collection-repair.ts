import { installStep } from './install-step.ts';
import { keepassxcSteps } from './keepassxc-steps.ts';
import type { KeychainSetting } from './keychain-setting.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

/** The service runs and has no place to keep anything. */
export function noCollectionRepair(setting: KeychainSetting): readonly RepairStep[] {
  switch (setting.keeper) {
    case 'gnomeKeyring':
      return [
        repairStep(
          'Open Passwords and Keys, press + and choose “Password keyring”. Name it Login, and give it the password you log in with: it then opens by itself.',
          'seahorse',
        ),
        repairStep('Right-click the new keyring and choose “Set as default”.'),
        installStep(
          setting.packageTool,
          'seahorse',
          'If there is no Passwords and Keys, install it.',
        ),
      ];
    case 'kwallet':
      return [
        repairStep(
          'In System Settings, look for “KDE Wallet”, and next to “Select wallet to use as default” press New. Name the wallet kdewallet, and give it the password you log in with: it then opens by itself.',
        ),
        repairStep('See that “Use KWallet for the Secret Service interface” is on, then apply.'),
        installStep(
          setting.packageTool,
          'kwalletmanager',
          'If System Settings has no such page, install the wallet manager, which brings it.',
        ),
      ];
    case 'keepassxc':
      return [keepassxcSteps.expose, keepassxcSteps.enable];
    case 'other':
      return [
        repairStep(
          'In the program that keeps your passwords, create a place for them (a keyring, wallet or collection) and make it the default.',
        ),
      ];
  }
}
