import type { KeychainSetting } from './keychain-setting.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

const restart = repairStep('Quit Usher and start it again.');
const outside = repairStep(
  'If that changes nothing, the system has no keychain running: install and start GNOME Keyring, KWallet or KeePassXC outside of the sandbox.',
);

/** A sandbox stands between Usher and the Secret Service. */
export function sandboxRepair(setting: KeychainSetting): readonly RepairStep[] {
  switch (setting.container) {
    case 'flatpak':
      return [
        repairStep(
          'In a terminal, let Flatpak give Usher the Secret Service. The middle of the line finds the name Usher is installed under.',
          'flatpak override --user --talk-name=org.freedesktop.secrets "$(flatpak list --app --columns=application | grep -i -m1 usher)"',
        ),
        restart,
        outside,
      ];
    case 'snap':
      return [
        repairStep(
          'In a terminal, connect Usher to the password manager of the system.',
          'sudo snap connect usher:password-manager-service',
        ),
        restart,
        outside,
      ];
    case null:
      return [
        repairStep(
          'Give Usher the right to talk to org.freedesktop.secrets in the settings of its sandbox.',
        ),
        restart,
        outside,
      ];
  }
}
