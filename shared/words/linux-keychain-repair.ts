import type { DoctorReport } from '../model/doctor-report.ts';
import {
  displaySteps,
  installStep,
  keepassxcSteps,
  repairStep,
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
    'Unlock GNOME Keyring there: run this line, type the password of the keyring, which isn’t shown, and press Enter. Where there is no keyring yet, one is made with that password.',
    unlockCommand,
  );
  const inSameShell = repairStep(
    'Use Usher in that same shell: what unlocks the keyring lasts no longer than its bus.',
    'usher doctor',
  );
  const install = installStep(
    setting.packageTool,
    'gnome-keyring',
    'If there is no GNOME Keyring, install it, then unlock it.',
  );
  switch (finding) {
    case 'noBus':
    case 'busUnreachable':
      return [
        repairStep(
          'Start one shell with a bus of its own, for all that follows. Without a desktop there is no other.',
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

const allow = repairStep('Press “Check again”, and allow Usher when the system asks.');

/** Somebody or some rule said no. */
function accessRepair(setting: KeychainSetting): readonly RepairStep[] {
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
          'If KeePassXC doesn’t ask, look in Tools › Settings › Secret Service Integration, and in the same page of the database settings, whether Usher may use a group.',
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

/** Without a session bus, no keychain can be reached. */
function busRepair(
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

const report = repairStep(
  'If it keeps happening, press “Copy report” and put it into a bug report. It holds no secret.',
);

/** It answers, and does not keep or give back; or the library that speaks to it does not load. */
function failingRepair(
  setting: KeychainSetting,
  roundTrip: DoctorReport['roundTrip'],
): readonly RepairStep[] {
  if (isLibraryMissing(roundTrip)) {
    return [
      installStep(
        setting.packageTool,
        'libsecret',
        'Install the library that Usher speaks to the keychain with.',
      ),
      repairStep('Quit Usher and start it again.'),
      report,
    ];
  }
  return [
    repairStep('Log out and back in to restart the keychain, then check again.'),
    repairStep(
      setting.keeper === 'keepassxc'
        ? 'See that the database in KeePassXC can be saved: it must not be open for reading only, and its disk must have room.'
        : 'See that your home folder can be written to and has room: the keychain keeps its file there.',
    ),
    report,
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
          'Open Passwords and Keys, press + and choose “Password keyring”. Name it Login and use your login password, so it unlocks automatically.',
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
          'In System Settings, look for “KDE Wallet”, and next to “Select wallet to use as default” press New. Name the wallet kdewallet and use your login password, so it unlocks automatically.',
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

const orKeePassXc = repairStep(
  'If you would rather use KeePassXC: start it, turn on Tools › Settings › Secret Service Integration, and in Database › Database Settings › Secret Service Integration choose the group it may show.',
);

/** No program answers for the Secret Service, and the bus knows of none to start. */
function noServiceRepair(setting: KeychainSetting): readonly RepairStep[] {
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
      repairStep('If KWallet still doesn’t answer, log out and log in again.'),
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

const restart = repairStep('Quit Usher and start it again.');
const outside = repairStep(
  'If that changes nothing, the system has no keychain running: install and start GNOME Keyring, KWallet or KeePassXC outside of the sandbox.',
);

/** A sandbox stands between Usher and the Secret Service. */
function sandboxRepair(setting: KeychainSetting): readonly RepairStep[] {
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

/** Most often a window that asks for the password and was not seen. */
function timeoutRepair(setting: KeychainSetting): readonly RepairStep[] {
  return [
    repairStep(
      setting.keeper === 'keepassxc'
        ? 'Look for the window of KeePassXC, unlock the database or allow Usher there, then check again.'
        : 'Look for a window that asks for the password of the keychain: it can be behind this one, or on another workspace or screen. Answer it, then check again.',
    ),
    ...displaySteps(setting),
    repairStep('If there is no such window, log out and back in to restart the keychain.'),
  ];
}

/** Locked: the person's password opens it, and the program that keeps it is where to give it. */
function unlockRepair(setting: KeychainSetting): readonly RepairStep[] {
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
          'If it is locked after every login, its password isn’t the one you log in with: right-click Login, choose “Change password” and make them the same. With automatic login it stays locked until you open it.',
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
