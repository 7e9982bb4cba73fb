import { randomUUID } from 'node:crypto';
import { readFile, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { runInHeadlessSession } from '../headless-session.mjs';
import { runProcess, startService } from '../processes.mjs';
import { parseJson, projectRoot } from '../project.mjs';
import { setUp } from '../set-up/set-up.mjs';

/**
 * @typedef {object} DemoUser
 * @property {string} username
 * @property {string} email
 * @property {boolean} emailOnly an account without a user name of its own
 * @property {string | null} password nothing for one that signs in by other means
 * @property {string | null} verificationCode
 * @property {string | null} homePin
 */

/** @typedef {{ baseUrl: string, users: DemoUser[] }} FakePlex */

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

/** @param {DemoUser} user */
const signInName = (user) => (user.emailOnly ? user.email : user.username);

/**
 * What a person needs to know to sign in to the demo with a name and a password.
 *
 * @param {DemoUser[]} users
 */
export function describeDemo(users) {
  const rows = users.flatMap((user) => {
    const name = signInName(user);
    if (user.password === null || name === '') return [];
    const code = user.verificationCode === null ? '' : `, code ${user.verificationCode}`;
    const pin = user.homePin === null ? '' : `, Home PIN ${user.homePin}`;
    return { name, secrets: `password ${user.password}${code}${pin}` };
  });
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, secrets }) => `  ${name.padEnd(width)}  ${secrets}`);
  return ['Usher is running against a fake Plex. Sign in as any of these:', '', ...lines, ''].join(
    '\n',
  );
}

/**
 * Whether windows can be opened here.
 *
 * @param {NodeJS.Platform} platform
 * @param {NodeJS.ProcessEnv} env
 */
export function hasDisplay(platform, env) {
  if (platform === 'darwin' || platform === 'win32') return true;
  return Boolean(env['DISPLAY']) || Boolean(env['WAYLAND_DISPLAY']);
}

const setUserId = 0o4000;

/**
 * Why Chromium's sandbox cannot run here, if it cannot: Electron refuses to start with it then.
 *
 * @param {string} distFolder Electron's
 * @returns {Promise<'root' | 'user-namespaces' | undefined>}
 */
export async function sandboxObstacle(distFolder) {
  if (process.platform !== 'linux') return undefined;
  if (process.getuid?.() === 0) return 'root';
  const restricted = await readFile(
    '/proc/sys/kernel/apparmor_restrict_unprivileged_userns',
    'utf8',
  ).catch(() => '0');
  if (restricted.trim() !== '1') return undefined;
  const helper = await stat(path.join(distFolder, 'chrome-sandbox')).catch(() => undefined);
  const helps = helper !== undefined && helper.uid === 0 && (helper.mode & setUserId) !== 0;
  return helps ? undefined : 'user-namespaces';
}
