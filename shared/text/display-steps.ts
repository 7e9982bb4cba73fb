import type { KeychainSetting } from './keychain-setting.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

/**
 * Window managers such as Sway, Hyprland and i3 often do not tell the bus where the screen is. A keychain that the bus
 * starts can then show no window to ask for its password in.
 */
export const displaySteps = (setting: KeychainSetting): readonly RepairStep[] =>
  setting.desktop === 'other'
    ? [
        repairStep(
          'Let the session bus know the screen, so that the keychain can show its window. To keep this, add the line to what your window manager runs at start.',
          'dbus-update-activation-environment --systemd DISPLAY WAYLAND_DISPLAY XAUTHORITY',
        ),
      ]
    : [];
