import type { DoctorReport } from '../model/doctor-report.ts';
import {
  displaySteps,
  installStep,
  keepassxcSteps,
  repairStep,
  reportStep,
  type KeychainFinding,
  type KeychainSetting,
  type RepairStep,
} from './steps.ts';

/** For systems whose keychain is a Secret Service on the session bus. */
export function linuxRepair(
  finding: KeychainFinding,
  setting: KeychainSetting,
  roundTrip: DoctorReport['roundTrip'],
): readonly RepairStep[] {
  if (!setting.hasDisplay && setting.keeper === 'gnomeKeyring') {
    const steps = headlessRepair(finding, setting);
    if (steps !== null) return steps;
  }
  switch (finding) {
    case 'noBus':
    case 'busUnreachable':
      return busRepair(finding, setting);
    case 'noSecretService':
      return noServiceRepair(setting);
    case 'noCollection':
      return noCollectionRepair(setting);
    case 'collectionLocked':
      return unlockRepair(setting);
    case 'sandboxedWithoutSecrets':
      return sandboxRepair(setting);
    case 'accessDenied':
      return accessRepair(setting);
    case 'keychainTimedOut':
      return timeoutRepair(setting);
    case 'keychainFailing':
      return failingRepair(setting, roundTrip);
  }
}

// The password goes through a pipe between two parts of the shell: in an argument, every user could see it. A keyring that
// was started meanwhile is locked and could ask only in a window, so it is replaced.
const unlockCommand =
  'stty -echo; IFS= read -r password; stty echo; printf %s "$password" | gnome-keyring-daemon --replace --unlock --components=secrets; unset password';

/** What mends it where no program can show a window: a bus that lasts, and a keyring that reads its password. Null where that is no matter of either. */
function headlessRepair(
  finding: KeychainFinding,
  setting: KeychainSetting,
): readonly RepairStep[] | null {
  const unlock = repairStep(
    'Unlock GNOME Keyring: run this line, type the keyring’s password, which isn’t shown, and press Enter. If there’s no keyring yet, this creates one with that password.',
    unlockCommand,
  );
  const inSameShell = repairStep(
    'Use Usher in the same shell. The keyring stays unlocked only as long as its bus runs.',
    'usher doctor',
  );
  const install = installStep(
    setting.packageTool,
    'gnome-keyring',
    'If GNOME Keyring is missing, install it, then unlock it.',
  );
  switch (finding) {
    case 'noBus':
    case 'busUnreachable':
      return [
        repairStep(
          'Start a shell with its own bus for the next steps. Without a desktop, there’s no other.',
          'dbus-run-session -- sh',
        ),
        unlock,
        inSameShell,
        install,
        installStep(setting.packageTool, 'dbus-daemon', 'If D-Bus itself is missing, install it.'),
      ];
    case 'noSecretService':
      return [install, unlock, inSameShell];
    case 'noCollection':
    case 'collectionLocked':
    case 'keychainTimedOut':
      return [unlock, inSameShell];
    case 'sandboxedWithoutSecrets':
    case 'accessDenied':
    case 'keychainFailing':
      return null;
  }
}

const allow = repairStep('Check again, and allow Usher in the system prompt.');

/** Access was denied, by a person or a policy. */
function accessRepair(setting: KeychainSetting): readonly RepairStep[] {
  switch (setting.keeper) {
    case 'gnomeKeyring':
      return [
        allow,
        repairStep(
          'If no prompt appears, log out and back in. GNOME Keyring then prompts you again.',
        ),
      ];
    case 'kwallet':
      return [
        allow,
        repairStep(
          'If no prompt appears, KWallet remembers that access was denied. In System Settings › KDE Wallet › Access Control, remove the entry for Usher.',
        ),
      ];
    case 'keepassxc':
      return [
        allow,
        repairStep(
          'If no prompt appears, check that Usher may use a group: in KeePassXC under Tools › Settings › Secret Service Integration, and on the same page of the database settings.',
        ),
      ];
    case 'other':
      return [
        allow,
        repairStep(
          'If no prompt appears, find Usher in the access rules of the program that keeps your passwords.',
        ),
      ];
  }
}

/** Without a session bus, no keychain can be reached. */
function busRepair(
  finding: 'noBus' | 'busUnreachable',
  setting: KeychainSetting,
): readonly RepairStep[] {
  const first =
    finding === 'noBus'
      ? repairStep(
          'Start Usher from your desktop’s app menu, not with sudo, over SSH, or from a text console.',
        )
      : repairStep(
          'Quit Usher and start it from your desktop’s app menu, not with sudo or from a terminal older than this login (tmux and screen keep such terminals).',
        );
  return [
    first,
    finding === 'noBus'
      ? repairStep(
          'Without a desktop, start Usher with its own bus. You then enter the keychain’s password each time.',
          'dbus-run-session -- usher',
        )
      : repairStep('If that doesn’t help, log out of the desktop and back in.'),
    installStep(
      setting.packageTool,
      'dbus-daemon',
      'If D-Bus itself is missing, install it, then log out and back in.',
    ),
  ];
}

/** It responds but doesn't save entries; or the library that reaches it doesn't load. */
function failingRepair(
  setting: KeychainSetting,
  roundTrip: DoctorReport['roundTrip'],
): readonly RepairStep[] {
  if (isLibraryMissing(roundTrip)) {
    return [
      installStep(
        setting.packageTool,
        'libsecret',
        'Install the library Usher uses to reach the keychain.',
      ),
      restart,
      reportStep,
    ];
  }
  return [
    repairStep('Log out and back in to restart the keychain, then check again.'),
    repairStep(
      setting.keeper === 'keepassxc'
        ? 'Check that KeePassXC can save the database: it isn’t open read-only, and its disk isn’t full.'
        : 'Check that your home folder is writable and its disk isn’t full. The keychain stores its file there.',
    ),
    reportStep,
  ];
}

const isLibraryMissing = (roundTrip: DoctorReport['roundTrip']): boolean =>
  roundTrip.kind === 'failed' &&
  roundTrip.error.code === 'vault.unavailable' &&
  roundTrip.error.reason === 'notSupported';

/** The service runs and has no place to keep anything. */
function noCollectionRepair(setting: KeychainSetting): readonly RepairStep[] {
  switch (setting.keeper) {
    case 'gnomeKeyring':
      return [
        repairStep(
          'Open Passwords and Keys, press +, and choose “Password keyring”. Name it Login and use your login password, so it unlocks automatically.',
          'seahorse',
        ),
        repairStep('Right-click the new keyring and choose “Set as default”.'),
        installStep(
          setting.packageTool,
          'seahorse',
          'If Passwords and Keys is missing, install it.',
        ),
      ];
    case 'kwallet':
      return [
        repairStep(
          'In System Settings, search for “KDE Wallet”, and choose New next to “Select wallet to use as default”. Name the wallet kdewallet and use your login password, so it unlocks automatically.',
        ),
        repairStep('Turn on “Use KWallet for the Secret Service interface”, then apply.'),
        installStep(
          setting.packageTool,
          'kwalletmanager',
          'If System Settings has no such page, install the wallet manager, which adds it.',
        ),
      ];
    case 'keepassxc':
      return [keepassxcSteps.expose, keepassxcSteps.enable];
    case 'other':
      return [
        repairStep(
          'In the program that keeps your passwords, create a place for them (a keyring, wallet, or collection), and make it the default.',
        ),
      ];
  }
}

const orKeePassXc = repairStep(
  'To use KeePassXC instead, start it, turn on Tools › Settings › Secret Service Integration, and under Database › Database Settings › Secret Service Integration, choose the group it may expose.',
);

/** No program answers for the Secret Service, and the bus knows of none to start. */
function noServiceRepair(setting: KeychainSetting): readonly RepairStep[] {
  if (setting.desktop === 'kde') {
    return [
      repairStep(
        'In System Settings, search for “KDE Wallet”. Turn on “Enable the KDE wallet subsystem” and “Use KWallet for the Secret Service interface”, then apply.',
      ),
      installStep(
        setting.packageTool,
        'kwalletmanager',
        'If System Settings has no such page, install the wallet manager, which adds it.',
      ),
      repairStep('If KWallet still isn’t responding, log out and back in.'),
      orKeePassXc,
    ];
  }
  return [
    installStep(setting.packageTool, 'gnome-keyring', 'Install GNOME Keyring.'),
    repairStep('Log out and back in, so it starts with your session.'),
    ...displaySteps(setting),
    orKeePassXc,
  ];
}

const restart = repairStep('Quit Usher and start it again.');
const outside = repairStep(
  'If that doesn’t help, no keychain is running. Install and start GNOME Keyring, KWallet, or KeePassXC outside the sandbox.',
);

/** A sandbox stands between Usher and the Secret Service. */
function sandboxRepair(setting: KeychainSetting): readonly RepairStep[] {
  switch (setting.container) {
    case 'flatpak':
      return [
        repairStep(
          'In a terminal, give Usher access to the Secret Service. The last part of the line finds the name Usher is installed under.',
          'flatpak override --user --talk-name=org.freedesktop.secrets "$(flatpak list --app --columns=application | grep -i -m1 usher)"',
        ),
        restart,
        outside,
      ];
    case 'snap':
      return [
        repairStep(
          'In a terminal, connect Usher to the system’s password manager.',
          'sudo snap connect usher:password-manager-service',
        ),
        restart,
        outside,
      ];
    case null:
      return [
        repairStep('In the sandbox’s settings, allow Usher to talk to org.freedesktop.secrets.'),
        restart,
        outside,
      ];
  }
}

/** Most often a prompt for the password that was not seen. */
function timeoutRepair(setting: KeychainSetting): readonly RepairStep[] {
  return [
    repairStep(
      setting.keeper === 'keepassxc'
        ? 'Find KeePassXC’s window, unlock the database or allow Usher there, then check again.'
        : 'Look for a keychain password prompt. It may be behind this window, or on another workspace or screen. Enter the password, then check again.',
    ),
    ...displaySteps(setting),
    repairStep('If there’s no prompt, log out and back in to restart the keychain.'),
  ];
}

/** Locked: the person's password opens it, and the program that keeps it is where to give it. */
function unlockRepair(setting: KeychainSetting): readonly RepairStep[] {
  switch (setting.keeper) {
    case 'gnomeKeyring':
      return [
        repairStep(
          'Check again, and enter the keyring’s password in the prompt. It’s usually your login password.',
        ),
        ...displaySteps(setting),
        repairStep(
          'If no prompt appears, open Passwords and Keys, right-click Login, and choose Unlock.',
          'seahorse',
        ),
        installStep(
          setting.packageTool,
          'seahorse',
          'If Passwords and Keys is missing, install it.',
        ),
        repairStep(
          'If it locks after every login, its password differs from your login password. Right-click Login, choose “Change password”, and set them to the same one. With automatic login, it stays locked until you unlock it.',
        ),
      ];
    case 'kwallet':
      return [
        repairStep('Check again, and enter the wallet’s password in the prompt.'),
        repairStep('If no prompt appears, open KWalletManager, choose the wallet, and press Open.'),
        installStep(
          setting.packageTool,
          'kwalletmanager',
          'If KWalletManager is missing, install it.',
        ),
        repairStep('To unlock it at login, name the wallet kdewallet and use your login password.'),
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
