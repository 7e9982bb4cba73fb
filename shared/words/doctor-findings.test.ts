import { describe, expect, it } from 'vitest';
import type { AppError } from '../errors.ts';
import type {
  DoctorFinding,
  DoctorReport,
  SecretServiceFacts,
  SystemFacts,
} from '../model/doctor-report.ts';
import { doctorFindingText } from './doctor-findings.ts';
import { doctorTestReport } from './testing/doctor-report.ts';

// Records, so that a finding, a platform or a tool which is not tried here does not compile.
const findings: { readonly [Finding in DoctorFinding]: AppError | null } = {
  noBus: { code: 'vault.unavailable', reason: 'noBus' },
  busUnreachable: { code: 'vault.unavailable', reason: 'noBus' },
  noSecretService: { code: 'vault.unavailable', reason: 'noService' },
  noCollection: { code: 'vault.unavailable', reason: 'noCollection' },
  collectionLocked: { code: 'vault.locked' },
  sandboxedWithoutSecrets: { code: 'vault.unavailable', reason: 'noService' },
  accessDenied: { code: 'vault.denied' },
  keychainTimedOut: { code: 'vault.timeout' },
  keychainFailing: { code: 'vault.failed' },
  secretsMissing: null,
  removalUnfinished: null,
  profileTooNew: null,
  profileWasRebuilt: null,
  sessionOnly: null,
};
const tools: { readonly [Tool in NonNullable<SystemFacts['packageTool']>]: string } = {
  apt: 'sudo apt-get install ',
  dnf: 'sudo dnf install ',
  pacman: 'sudo pacman -S ',
  zypper: 'sudo zypper install ',
};
const platforms: { readonly [Platform in SystemFacts['platform']]: true } = {
  linux: true,
  darwin: true,
  win32: true,
  other: true,
};
const keysOf = <Key extends string>(record: { readonly [Each in Key]: unknown }) =>
  Object.keys(record) as Key[];

const desktops = ['ubuntu:GNOME', 'KDE', 'XFCE', 'sway', null];
const providers = ['gnome-keyring-d', 'kwalletd6', 'ksecretd', 'keepassxc', 'oo7-daemon', null];
const containers = [null, 'flatpak', 'snap'] as const;

const places: readonly (readonly [Partial<SystemFacts>, string | null])[] = [
  ...keysOf(platforms).map(
    (platform) => [{ platform, desktop: null, packageTool: null }, null] as const,
  ),
  ...desktops.flatMap((desktop) =>
    [...keysOf(tools), null].flatMap((packageTool) =>
      containers.flatMap((container) =>
        providers.map((provider) => [{ desktop, packageTool, container }, provider] as const),
      ),
    ),
  ),
];

const reportOf = (
  finding: DoctorFinding,
  system: Partial<SystemFacts>,
  secretService: Partial<SecretServiceFacts> = {},
  error: AppError | null = findings[finding],
): DoctorReport => {
  const { secretService: service } = doctorTestReport();
  return doctorTestReport(
    {
      findings: [finding],
      secretService: service === null ? null : { ...service, ...secretService },
      ...(error === null ? {} : { roundTrip: { kind: 'failed', error } }),
    },
    system,
  );
};
const textOf = (...args: Parameters<typeof reportOf>) =>
  doctorFindingText(args[0], reportOf(...args));
const commandsOf = (...args: Parameters<typeof reportOf>) =>
  textOf(...args).steps.flatMap(({ command }) => command ?? []);

describe('what the doctor found', () => {
  it.each(keysOf(findings))('%s has words and a next step wherever Usher runs', (finding) => {
    for (const [system, provider] of places) {
      const { title, detail, steps } = textOf(finding, system, { provider });
      expect(title).toMatch(/^[A-Z0-9].{5,60}[a-z]$/);
      expect(detail).toMatch(/^[A-Z0-9].+\.$/);
      expect(steps.length).toBeGreaterThan(0);
      for (const { text, command } of steps) {
        expect(text).toMatch(/^[A-Z].+\.$/);
        expect(command).not.toBe('');
        expect(`${title} ${detail} ${text} ${command ?? ''}`).not.toMatch(
          /!|undefined|null|NaN|\[object/,
        );
      }
    }
  });

  it.each(keysOf(tools))('names no package tool but the one that is here: %s', (packageTool) => {
    const others = keysOf(tools).filter((tool) => tool !== packageTool);
    for (const finding of keysOf(findings))
      for (const desktop of desktops)
        for (const command of commandsOf(finding, { desktop, packageTool }))
          for (const other of others) expect(command).not.toContain(tools[other]);
  });
});

describe('where no keychain is running', () => {
  const none = { service: 'missing', provider: null } as const;

  it.each([
    ['ubuntu:GNOME', 'apt', 'sudo apt-get install gnome-keyring'],
    ['XFCE', 'dnf', 'sudo dnf install gnome-keyring'],
    ['sway', 'pacman', 'sudo pacman -S gnome-keyring'],
    [null, 'zypper', 'sudo zypper install gnome-keyring'],
    ['KDE', 'apt', 'sudo apt-get install kwalletmanager'],
    ['KDE', 'pacman', 'sudo pacman -S kwalletmanager'],
  ] as const)('on %s with %s, the line to run is there', (desktop, packageTool, command) => {
    expect(commandsOf('noSecretService', { desktop, packageTool }, none)).toContain(command);
  });

  it('on KDE, the setting comes before any package', () => {
    const [first] = textOf('noSecretService', { desktop: 'KDE' }, none).steps;
    expect(first?.text).toContain('“Use KWallet for the Secret Service interface”');
    expect(first?.command).toBeNull();
  });

  it('says in words what to install where the tool is not known', () => {
    const [first] = textOf('noSecretService', { packageTool: null }, none).steps;
    expect(first?.text).toContain('gnome-keyring');
    expect(first?.command).toBeNull();
  });

  it('a window manager is told to let the bus know the screen, and a desktop is not', () => {
    const commands = (desktop: string) => commandsOf('noSecretService', { desktop }, none).join();
    expect(commands('sway')).toContain('dbus-update-activation-environment');
    expect(commands('GNOME')).not.toContain('dbus-update-activation-environment');
  });
});

describe('a keychain that runs', () => {
  it.each([
    ['gnome-keyring-d', 'Passwords and Keys'],
    ['kwalletd6', 'KWalletManager'],
    ['ksecretd', 'KWalletManager'],
    ['keepassxc', 'KeePassXC'],
    ['oo7-daemon', 'the program that keeps your passwords'],
  ])('is unlocked in its own program, whatever the desktop is: %s', (provider, program) => {
    const words = textOf('collectionLocked', { desktop: 'KDE' }, { provider }).steps;
    expect(words.map(({ text }) => text).join(' ')).toContain(program);
  });

  it.each([
    ['gnome-keyring-d', 'Name it Login'],
    ['kwalletd6', 'kdewallet'],
    ['keepassxc', 'Expose entries under this group'],
  ])('is given a place to keep things: %s', (provider, words) => {
    const { steps } = textOf('noCollection', {}, { provider, collection: 'missing' });
    expect(steps[0]?.text).toContain(words);
  });

  it('needs its library', () => {
    const error = { code: 'vault.unavailable', reason: 'notSupported' } as const;
    expect(commandsOf('keychainFailing', {}, {}, error)).toEqual([
      'sudo apt-get install libsecret-1-0',
    ]);
    expect(commandsOf('keychainFailing', { packageTool: 'dnf' }, {}, error)).toEqual([
      'sudo dnf install libsecret',
    ]);
  });
});

describe('what stands in between', () => {
  const none = { provider: null } as const;

  it('is a bus of its own where there is no desktop', () => {
    expect(commandsOf('noBus', {})).toContain('dbus-run-session -- usher');
  });

  it('without a display is a shell with a bus that lasts, in which the keyring reads its password', () => {
    const [bus, unlock] = commandsOf('noBus', { desktop: null, hasDisplay: false }, none);
    expect(bus).toBe('dbus-run-session -- sh');
    expect(unlock).toMatch(/\| gnome-keyring-daemon .*--unlock --components=secrets/);
  });

  it.each(keysOf(findings))(
    '%s names no program with a window where there is no display',
    (finding) => {
      const steps = textOf(finding, { desktop: null, hasDisplay: false }, none).steps;
      const words = steps.map(({ text, command }) => `${text} ${command ?? ''}`).join(' ');
      expect(words).not.toMatch(/seahorse|Passwords and Keys|dbus-update-activation-environment/);
    },
  );

  it.each([
    ['flatpak', 'flatpak override --user --talk-name=org.freedesktop.secrets'],
    ['snap', 'sudo snap connect usher:password-manager-service'],
  ] as const)('is the sandbox: %s', (container, command) => {
    expect(commandsOf('sandboxedWithoutSecrets', { container })[0]).toContain(command);
  });

  it('is Windows’ or macOS’ own', () => {
    expect(commandsOf('collectionLocked', { platform: 'darwin' })).toEqual([
      'security unlock-keychain login.keychain-db',
    ]);
    expect(commandsOf('keychainFailing', { platform: 'win32' })[0]).toContain('VaultSvc');
  });
});
