import type { DoctorFinding, DoctorReport, SystemFacts } from '../model/doctor-report.ts';
import { wording } from './language.ts';

export interface ErrorText {
  /** What happened, in a few words. */
  readonly title: string;
  /** What it means, and what it does not. */
  readonly detail: string;
  /** What to do about it. */
  readonly nextStep: string;
}

/** One thing to do, and the command that does it where there is one. */
export interface RepairStep {
  readonly text: string;
  readonly command: string | null;
}

export const repairStep = (text: string, command: string | null = null): RepairStep => ({
  text,
  command,
});

/** The last step where nothing else has helped. */
export const reportStep = repairStep(
  'If it keeps happening, copy the report and attach it to a bug report. It contains no secrets.',
);

type PackageTool = NonNullable<SystemFacts['packageTool']>;

const commands: { readonly [Tool in PackageTool]: string } = {
  apt: 'sudo apt-get install',
  dnf: 'sudo dnf install',
  pacman: 'sudo pacman -S',
  zypper: 'sudo zypper install',
};

// Only what is not called the same everywhere. Where the name has changed between releases, the program itself is named,
// which dnf and zypper find the package of.
const otherNames: Readonly<Record<string, { readonly [Tool in PackageTool]?: string }>> = {
  libsecret: { apt: 'libsecret-1-0', zypper: 'libsecret-1-0' },
  kwalletmanager: { dnf: '/usr/bin/kwalletmanager5', zypper: '/usr/bin/kwalletmanager5' },
  'dbus-daemon': { pacman: 'dbus', zypper: 'dbus-1-daemon' },
};

/** Installs a package with the tool of this distribution; says so in words where the tool is not known. */
export function installStep(
  packageTool: SystemFacts['packageTool'],
  packageName: string,
  text: string,
): RepairStep {
  if (packageTool === null) {
    return repairStep(
      `${text} In most distributions, the package is called ${packageName}. Install it with your package manager.`,
    );
  }
  const name = otherNames[packageName]?.[packageTool] ?? packageName;
  return repairStep(text, `${commands[packageTool]} ${name}`);
}

/**
 * Window managers such as Sway, Hyprland and i3 often do not tell the bus where the screen is. A keychain that the bus
 * starts can then show no window to ask for its password in.
 */
export const displaySteps = (setting: KeychainSetting): readonly RepairStep[] =>
  setting.desktop === 'other'
    ? [
        repairStep(
          'Tell the session bus about the screen, so the keychain can show its prompt. To make this permanent, add the line to your window manager’s startup commands.',
          'dbus-update-activation-environment --systemd DISPLAY WAYLAND_DISPLAY XAUTHORITY',
        ),
      ]
    : [];

/** KeePassXC serves as the keychain only once it is told to, and a database of it lets entries be seen. */
export const keepassxcSteps = {
  enable: repairStep(
    'In KeePassXC, open Tools › Settings › Secret Service Integration and turn on “Enable KeePassXC Freedesktop.org Secret Service integration”.',
  ),
  expose: repairStep(
    'Open your database, then Database › Database Settings › Secret Service Integration, and choose “Expose entries under this group”. A new group for Usher is best.',
  ),
} as const satisfies Readonly<Record<string, RepairStep>>;

/** What decides the words of a repair: the system, its desktop, and the program that keeps the secrets. */
export interface KeychainSetting {
  readonly platform: SystemFacts['platform'];
  /** `gnome` stands for every desktop that starts GNOME Keyring at login and shows its prompts. */
  readonly desktop: 'gnome' | 'kde' | 'other';
  /** The program that runs or, where none does, the one that belongs to the desktop. */
  readonly keeper: 'gnomeKeyring' | 'kwallet' | 'keepassxc' | 'other';
  readonly packageTool: SystemFacts['packageTool'];
  readonly hasDisplay: boolean;
  readonly container: SystemFacts['container'];
}

const withGnomeKeyring = [
  'gnome',
  'unity',
  'cinnamon',
  'x-cinnamon',
  'mate',
  'budgie',
  'pantheon',
  'xfce',
  'cosmic',
];

export function keychainSetting(
  report: Pick<DoctorReport, 'system' | 'secretService'>,
): KeychainSetting {
  const { platform, packageTool, hasDisplay, container } = report.system;
  const desktop = desktopOf(report.system.desktop);
  const provider = report.secretService?.provider ?? null;
  const keeper = keeperOf(provider, desktop);
  return { platform, desktop, keeper, packageTool, hasDisplay, container };
}

/** `XDG_CURRENT_DESKTOP` is a list, such as `ubuntu:GNOME`. */
function desktopOf(desktop: string | null): KeychainSetting['desktop'] {
  const names = (desktop ?? '').toLowerCase().split(':');
  if (names.includes('kde')) return 'kde';
  return names.some((name) => withGnomeKeyring.includes(name)) ? 'gnome' : 'other';
}

function keeperOf(
  provider: string | null,
  desktop: KeychainSetting['desktop'],
): KeychainSetting['keeper'] {
  if (provider === null) return desktop === 'kde' ? 'kwallet' : 'gnomeKeyring';
  // Linux cuts the name of a process to 15 characters, and some distributions wrap it in a name of their own.
  const name = provider.toLowerCase();
  if (name.includes('gnome-keyring')) return 'gnomeKeyring';
  if (name.includes('kwallet') || name.includes('ksecretd')) return 'kwallet';
  return name.includes('keepassxc') ? 'keepassxc' : 'other';
}

/** The findings that keep the keychain from working. */
export type KeychainFinding = Exclude<
  DoctorFinding,
  'secretsMissing' | 'removalUnfinished' | 'profileTooNew' | 'profileWasRebuilt' | 'sessionOnly'
>;

const names: { readonly [Keeper in KeychainSetting['keeper']]: string } = {
  gnomeKeyring: 'GNOME Keyring',
  kwallet: 'KWallet',
  keepassxc: 'KeePassXC',
  other: 'The keychain',
};

/** The program that keeps the secrets, as a sentence begins with it. */
export const keeperName = wording({ en: englishKeeperName });

function englishKeeperName(setting: KeychainSetting): string {
  switch (setting.platform) {
    case 'linux':
    case 'other':
      return names[setting.keeper];
    case 'darwin':
      return 'The macOS keychain';
    case 'win32':
      return 'Windows Credential Manager';
  }
}
