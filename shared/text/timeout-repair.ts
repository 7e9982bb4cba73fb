import { displaySteps } from './display-steps.ts';
import type { KeychainSetting } from './keychain-setting.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

/** Most often a window that asks for the password and was not seen. */
export function timeoutRepair(setting: KeychainSetting): readonly RepairStep[] {
  return [
    repairStep(
      setting.keeper === 'keepassxc'
        ? 'Look for the window of KeePassXC, unlock the database or allow Usher there, then check again.'
        : 'Look for a window that asks for the password of the keychain: it can be behind this one, or on another workspace or screen. Answer it, then check again.',
    ),
    ...displaySteps(setting),
    repairStep('If there is no such window, log out and log in again to start the keychain anew.'),
  ];
}
