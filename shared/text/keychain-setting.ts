import type { DoctorReport, SystemFacts } from '../model/doctor-report.ts';

/** What decides the words of a repair: the system, its desktop, and the program that keeps the secrets. */
export interface KeychainSetting {
  readonly platform: SystemFacts['platform'];
  /** `gnome` stands for every desktop that starts GNOME Keyring at login and shows its prompts. */
  readonly desktop: 'gnome' | 'kde' | 'other';
  /** The program that runs or, where none does, the one that belongs to the desktop. */
  readonly keeper: 'gnomeKeyring' | 'kwallet' | 'keepassxc' | 'other';
  readonly packageTool: SystemFacts['packageTool'];
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
  const { platform, packageTool, container } = report.system;
  const desktop = desktopOf(report.system.desktop);
  const provider = report.secretService?.provider ?? null;
  return { platform, desktop, keeper: keeperOf(provider, desktop), packageTool, container };
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
