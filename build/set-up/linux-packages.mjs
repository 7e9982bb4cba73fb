import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { runProcess } from '../processes.mjs';
import { runStep, SetUpProblem } from './steps.mjs';

/**
 * What a Debian or Ubuntu needs beyond its base; where a package was renamed, all its names.
 */
export const debianPackageNeeds = Object.freeze({
  /** The keychain. */
  terminal: [['libsecret-1-0']],
  /** Electron and letters for every name, wherever a window opens. */
  window: [
    ['libgtk-3-0', 'libgtk-3-0t64'],
    ['libnss3'],
    ['libasound2', 'libasound2t64'],
    ['libgbm1'],
    ['libxss1'],
    ['libatk-bridge2.0-0', 'libatk-bridge2.0-0t64'],
    ['libdrm2'],
    ['fonts-dejavu-core'],
    ['fonts-noto-color-emoji'],
  ],
  /**
   * A desktop session where there is none, certificates of the tests' own for it, the shells that completions are tried
   * in, a window manager with somebody to press real keys, a program to paste into, and what notifications go through.
   */
  headless: [
    ['xvfb'],
    ['xclip'],
    ['dbus'],
    ['gnome-keyring'],
    ['libsecret-tools'],
    ['libnss3-tools'],
    ['zsh'],
    ['fish'],
    ['openbox'],
    ['xdotool'],
    ['xterm'],
    ['libnotify4'],
  ],
});

/** @param {readonly string[][]} needs */
async function installedOf(needs) {
  // Names dpkg does not know are an error to it, and the answer to us.
  const { output } = await runProcess(
    'dpkg-query',
    ['--show', '--showformat=${db:Status-Status} ${Package}\\n', ...needs.flat()],
    { output: 'capture' },
  );
  const lines = output.split('\n').filter((line) => line.startsWith('installed '));
  return new Set(lines.map((line) => line.slice('installed '.length)));
}

/** @param {readonly string[][]} needs */
async function availableOf(needs) {
  const { output } = await runProcess('apt-cache', ['madison', ...needs.flat()], {
    output: 'capture',
  });
  return new Set(output.split('\n').map((line) => line.split('|')[0]?.trim() ?? ''));
}

/** @param {string[]} args */
async function aptGet(args) {
  const { exitCode, output } = await runProcess('apt-get', args, {
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    output: 'capture',
  });
  if (exitCode === 0) return;
  throw new SetUpProblem(
    `apt-get ${args.join(' ')} failed:\n${output.trim()}`,
    'Repair the package manager (try `apt-get update` and `dpkg --configure -a` by hand), then run the command again.',
  );
}

/**
 * Installs the missing system packages as root; anybody else is told the line that does it.
 *
 * @param {'terminal' | 'window' | 'headless'} scope each holds the one before it
 */
export async function ensureDebianPackages(scope) {
  const { terminal, window, headless } = debianPackageNeeds;
  const needs = {
    terminal,
    window: [...terminal, ...window],
    headless: [...terminal, ...window, ...headless],
  }[scope];
  const installed = await installedOf(needs);
  if (missingDebianPackages(needs, installed, new Set()).length === 0) return;

  if (process.getuid?.() !== 0) {
    const missing = missingDebianPackages(needs, installed, await availableOf(needs));
    throw new SetUpProblem(
      `These system packages are missing: ${missing.join(' ')}`,
      `Run this, then the command again:\n\n  sudo apt-get install --no-install-recommends ${missing.join(' ')}\n`,
    );
  }
  await runStep('Installing system packages', async (report) => {
    report('updating package lists');
    await aptGet(['update']);
    const missing = missingDebianPackages(needs, installed, await availableOf(needs));
    report(missing.join(' '));
    await aptGet(['install', '--yes', '--no-install-recommends', ...missing]);
    return 'done';
  });
}

/**
 * The packages to install for the needs that are not met.
 *
 * @param {readonly string[][]} needs each a list of names of one package, any of which will do
 * @param {ReadonlySet<string>} installed
 * @param {ReadonlySet<string>} available what the package lists offer; may be empty when there are none
 * @returns {string[]}
 */
export function missingDebianPackages(needs, installed, available) {
  return needs
    .filter((names) => !names.some((name) => installed.has(name)))
    .flatMap((names) => names.find((name) => available.has(name)) ?? names[0] ?? []);
}

const headlessPrograms =
  'Xvfb dbus-daemon dbus-send gnome-keyring-daemon secret-tool setpriv xclip openbox xdotool xterm'.split(
    ' ',
  );

/** @param {string} executable */
async function missingLibraries(executable) {
  if (!isOnPath('ldd')) return [];
  const { output } = await runProcess('ldd', [executable], { output: 'capture' });
  return [...output.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

/**
 * Says what a Linux whose package manager set-up does not know still needs.
 *
 * @param {'window' | 'headless'} scope
 * @param {string} executable Electron's
 */
export async function checkOtherLinux(scope, executable) {
  const programs = scope === 'window' ? [] : headlessPrograms;
  const missing = [
    ...programs.filter((program) => !isOnPath(program)),
    ...(await missingLibraries(executable)),
  ];
  if (missing.length === 0) return;
  throw new SetUpProblem(
    `These programs and libraries are missing: ${missing.join(' ')}`,
    'Install the packages that hold them, then run the command again. Fedora: gtk3 nss alsa-lib mesa-libgbm libXScrnSaver libsecret, and without a display xorg-x11-server-Xvfb dbus-daemon dbus-tools gnome-keyring xclip openbox xdotool xterm. Arch: gtk3 nss alsa-lib mesa libxss libsecret, and xorg-server-xvfb dbus gnome-keyring xclip openbox xdotool xterm.',
  );
}

/** @param {string} program */
function isOnPath(program) {
  const folders = (process.env['PATH'] ?? '').split(path.delimiter);
  return folders.some((folder) => {
    try {
      accessSync(path.join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
