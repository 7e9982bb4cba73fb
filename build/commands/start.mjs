import { runProcess } from '../processes.mjs';
import { projectRoot } from '../project.mjs';
import { setUp } from '../set-up/set-up.mjs';
import { SetUpProblem } from '../set-up/steps.mjs';
import { hasDisplay, runDemo, sandboxObstacle } from './demo.mjs';

/** @param {string} distFolder */
async function refuseWithoutSandbox(distFolder) {
  const obstacle = await sandboxObstacle(distFolder);
  if (obstacle === 'root') {
    throw new SetUpProblem(
      'Usher doesn’t open real accounts as root, because Chromium can’t sandbox its pages there.',
      'Run `npm start` as a regular user, or `npm run demo` as root.',
    );
  }
  if (obstacle === 'user-namespaces') {
    throw new SetUpProblem(
      'This system keeps Chromium from sandboxing its pages (AppArmor restricts user namespaces).',
      `Run this, then the command again:\n\n  sudo chown root:root ${distFolder}/chrome-sandbox && sudo chmod 4755 ${distFolder}/chrome-sandbox\n`,
    );
  }
}

/** What points an unpackaged Usher at a fake. A real account must never follow it there. */
function environmentOfRealAccounts() {
  const isOurs = (/** @type {string} */ name) => name.startsWith('USHER_');
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !isOurs(name)));
}

/**
 * Opens Usher for real accounts, on the official Electron only.
 *
 * @param {string[]} args
 */
export async function runStart(args) {
  const retryOfficial = args.includes('--retry-official');
  const runtime = await setUp({ scope: 'window', buildApp: true, retryOfficial });
  if (runtime.kind !== 'official') {
    process.stdout.write(
      'Can’t download the official Electron, which real accounts require. Starting the demo instead. To retry the download: npm start -- --retry-official\n',
    );
    return runDemo([]);
  }
  if (!hasDisplay(process.platform, process.env)) {
    throw new SetUpProblem(
      'No display found.',
      'Run `npm start` in a desktop session, or `npm run demo` for a tour that needs no display.',
    );
  }
  await refuseWithoutSandbox(runtime.distFolder);
  const { exitCode } = await runProcess(runtime.executable, [projectRoot], {
    env: environmentOfRealAccounts(),
  });
  return exitCode;
}
