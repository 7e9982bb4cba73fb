import { runProcess } from '../run-process.mjs';
import { debianPackageNeeds } from './debian-package-needs.mjs';
import { missingDebianPackages } from './missing-debian-packages.mjs';
import { runStep } from './run-step.mjs';
import { SetUpProblem } from './set-up-problem.mjs';

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
    'Put the package manager right (try `apt-get update` and `dpkg --configure -a` by hand), then run the command again.',
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
