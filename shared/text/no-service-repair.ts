import { displaySteps } from './display-steps.ts';
import { installStep } from './install-step.ts';
import type { KeychainSetting } from './keychain-setting.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

const orKeePassXc = repairStep(
  'If you would rather use KeePassXC: start it, turn on Tools › Settings › Secret Service Integration, and in Database › Database Settings › Secret Service Integration choose the group it may show.',
);

/** No program answers for the Secret Service, and the bus knows of none to start. */
export function noServiceRepair(setting: KeychainSetting): readonly RepairStep[] {
  if (setting.desktop === 'kde') {
    return [
      repairStep(
        'In System Settings, look for “KDE Wallet”. Turn on “Enable the KDE wallet subsystem” and “Use KWallet for the Secret Service interface”, then apply.',
      ),
      installStep(
        setting.packageTool,
        'kwalletmanager',
        'If System Settings has no such page, install the wallet manager, which brings it.',
      ),
      repairStep('If KWallet still does not answer, log out and log in again.'),
      orKeePassXc,
    ];
  }
  return [
    installStep(setting.packageTool, 'gnome-keyring', 'Install GNOME Keyring.'),
    repairStep('Log out and log in again, so that it starts with your session.'),
    ...displaySteps(setting),
    orKeePassXc,
  ];
}
