import type { SystemFacts } from '../model/doctor-report.ts';
import { repairStep, type RepairStep } from './repair-step.ts';

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
      `${text} The package is called ${packageName} in most distributions; install it with the package manager of yours.`,
    );
  }
  const name = otherNames[packageName]?.[packageTool] ?? packageName;
  return repairStep(text, `${commands[packageTool]} ${name}`);
}
