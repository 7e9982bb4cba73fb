import { runProcess } from '../run-process.mjs';
import { findOnPath } from './find-on-path.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

const headlessPrograms =
  'Xvfb dbus-daemon dbus-send gnome-keyring-daemon secret-tool setpriv xclip'.split(' ');

/** @param {string} executable */
async function missingLibraries(executable) {
  if (findOnPath('ldd') === undefined) return [];
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
    ...programs.filter((program) => findOnPath(program) === undefined),
    ...(await missingLibraries(executable)),
  ];
  if (missing.length === 0) return;
  throw new SetUpProblem(
    `These programs and libraries are missing: ${missing.join(' ')}`,
    'Install the packages that hold them, then run the command again. Fedora: gtk3 nss alsa-lib mesa-libgbm libXScrnSaver libsecret, and without a display xorg-x11-server-Xvfb dbus-daemon dbus-tools gnome-keyring xclip. Arch: gtk3 nss alsa-lib mesa libxss libsecret, and xorg-server-xvfb dbus gnome-keyring xclip.',
  );
}
