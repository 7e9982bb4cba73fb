import { installStep } from './install-step.ts';
import type { KeychainSetting } from './keychain-setting.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

/** Without a session bus, no keychain can be reached. */
export function busRepair(
  finding: 'noBus' | 'busUnreachable',
  setting: KeychainSetting,
): readonly RepairStep[] {
  const first =
    finding === 'noBus'
      ? repairStep(
          'Log in to a desktop and start Usher there, from the menu of programs: not with sudo, not over SSH and not from a text console.',
        )
      : repairStep(
          'Quit Usher and start it from the menu of programs of your desktop: not with sudo and not from a terminal that is older than this login (tmux and screen keep such terminals).',
        );
  return [
    first,
    finding === 'noBus'
      ? repairStep(
          'Where there is no desktop, start Usher with a bus of its own. The keychain then asks for its password each time.',
          'dbus-run-session -- usher',
        )
      : repairStep('If that changes nothing, log out of the desktop and log in again.'),
    installStep(
      setting.packageTool,
      'dbus-daemon',
      'If D-Bus itself is missing, install it, then log out and log in again.',
    ),
  ];
}
