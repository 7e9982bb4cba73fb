import { displaySteps } from './display-steps.ts';
import { installStep } from './install-step.ts';
import type { KeychainSetting } from './keychain-setting.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

/** Locked: the person's password opens it, and the program that keeps it is where to give it. */
export function unlockRepair(setting: KeychainSetting): readonly RepairStep[] {
  switch (setting.keeper) {
    case 'gnomeKeyring':
      return [
        repairStep(
          'Press “Check again” and give the password of the keyring in the window that opens. It is most often the one you log in with.',
        ),
        ...displaySteps(setting),
        repairStep(
          'If no window opens, open Passwords and Keys, right-click Login and choose Unlock.',
          'seahorse',
        ),
        installStep(
          setting.packageTool,
          'seahorse',
          'If there is no Passwords and Keys, install it.',
        ),
        repairStep(
          'If it is locked after every login, its password is not the one you log in with: right-click Login, choose “Change password” and make them the same. With automatic login it stays locked until you open it.',
        ),
      ];
    case 'kwallet':
      return [
        repairStep(
          'Press “Check again” and give the password of the wallet in the window that opens.',
        ),
        repairStep('If no window opens, open KWalletManager, choose the wallet and press Open.'),
        installStep(
          setting.packageTool,
          'kwalletmanager',
          'If there is no KWalletManager, install it.',
        ),
        repairStep(
          'To have it open at login, name the wallet kdewallet and give it the password you log in with.',
        ),
      ];
    case 'keepassxc':
      return [
        repairStep('In KeePassXC, unlock the database that Usher may use, then check again.'),
        repairStep(
          'Keep KeePassXC running while you use Usher: Tools › Settings › General › “Automatically launch KeePassXC at system startup”.',
        ),
      ];
    case 'other':
      return [repairStep('Unlock it in the program that keeps your passwords, then check again.')];
  }
}
