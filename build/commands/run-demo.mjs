import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { runInHeadlessSession } from '../headless-session.mjs';
import { parseJson } from '../parse-json.mjs';
import { projectRoot } from '../project-root.mjs';
import { runProcess } from '../run-process.mjs';
import { setUp } from '../set-up/set-up.mjs';
import { startService } from '../start-service.mjs';
import { describeDemo } from './describe-demo.mjs';
import { hasDisplay } from './has-display.mjs';
import { sandboxObstacle } from './sandbox-obstacle.mjs';

/** @typedef {{ baseUrl: string, users: import('./describe-demo.mjs').DemoUser[] }} FakePlex */

/**
 * Starts a fake Plex, empties the profile, and calls `show` with the environment that leads Usher to both.
 *
 * @param {{ profile: string, fakePlexArgs?: string[] }} options
 * @param {(usher: Record<string, string>, plex: FakePlex) => Promise<number>} show
 */
async function onFakePlex({ profile, fakePlexArgs = [] }, show) {
  await rm(profile, { recursive: true, force: true });
  const { firstLine, stop } = await startService(
    process.execPath,
    [path.join(projectRoot, 'e2e/fake-plex/cli.ts'), ...fakePlexArgs],
    { readyDescriptor: 1, env: process.env },
  );
  const plex = /** @type {FakePlex} */ (parseJson(firstLine));
  const usher = {
    USHER_PLEX_URL: plex.baseUrl,
    USHER_PROFILE: profile,
    USHER_KEYCHAIN_SERVICE: 'usher-demo',
  };
  try {
    return await show(usher, plex);
  } finally {
    await stop();
  }
}

/**
 * Shows Usher by a guided tour in a desktop session of its own; its pictures are then in `out/tour`.
 *
 * @param {object} options
 * @param {string} options.profile a folder; what is in it is lost
 * @param {string[]} [options.fakePlexArgs]
 * @param {NodeJS.ProcessEnv} [options.env]
 * @param {string[]} [options.under] the program that is to run the tour, and its arguments
 * @returns {Promise<number>} the tour's exit code
 */
export function runTour({ profile, fakePlexArgs = [], env = {}, under = [] }) {
  return onFakePlex({ profile, fakePlexArgs }, (usher) => {
    const tour = path.join(projectRoot, 'e2e/tour/run-tour.ts');
    /** @type {string[]} */
    const words = [...under, process.execPath, tour];
    const [command = process.execPath, ...args] = words;
    return runInHeadlessSession(command, args, { env: { ...env, ...usher } });
  });
}

/**
 * Uses Usher for a moment on the display, the keychain and the clipboard of this system, or of a desktop session of its
 * own where there is no display.
 *
 * @param {{ withDisplay: boolean }} options
 * @returns {Promise<number>} 0 when all of it worked, else 1
 */
function runSmoke({ withDisplay }) {
  return onFakePlex({ profile: path.join(projectRoot, 'out/smoke/profile') }, async (usher) => {
    const smoke = path.join(projectRoot, 'e2e/smoke/run-smoke.ts');
    const env = { ...usher, USHER_KEYCHAIN_SERVICE: `usher-smoke-${randomUUID()}` };
    if (!withDisplay) return runInHeadlessSession(process.execPath, [smoke], { env });
    const run = await runProcess(process.execPath, [smoke], { env: { ...process.env, ...env } });
    return run.exitCode;
  });
}

/**
 * Opens Usher on a fake Plex; without a display, shows it by a guided tour instead.
 *
 * @param {string[]} args
 */
export async function runDemo(args) {
  const withDisplay = hasDisplay(process.platform, process.env);
  const runtime = await setUp({
    scope: withDisplay ? 'window' : 'headless',
    buildApp: true,
    retryOfficial: args.includes('--retry-official'),
  });
  const profile = path.join(projectRoot, 'out/demo/profile');
  if (args.includes('--smoke')) return runSmoke({ withDisplay });
  if (!withDisplay) return runTour({ profile });
  return onFakePlex({ profile }, async (usher, plex) => {
    process.stdout.write(`${describeDemo(plex.users)}\n`);
    // There is nothing to protect from the page here: its accounts are made up.
    const sandbox = (await sandboxObstacle(runtime.distFolder)) ? ['--no-sandbox'] : [];
    const window = await runProcess(runtime.executable, [...sandbox, projectRoot], {
      env: { ...process.env, ...usher },
    });
    return window.exitCode;
  });
}
