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

const profile = path.join(projectRoot, 'out/demo/profile');

/** @typedef {{ baseUrl: string, users: import('./describe-demo.mjs').DemoUser[] }} FakePlex */

async function startFakePlex() {
  const { firstLine, stop } = await startService(
    process.execPath,
    [path.join(projectRoot, 'e2e/fake-plex/cli.ts')],
    { readyDescriptor: 1, env: process.env },
  );
  return { plex: /** @type {FakePlex} */ (parseJson(firstLine)), stop };
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
  await rm(profile, { recursive: true, force: true });
  const { plex, stop } = await startFakePlex();
  const usher = {
    USHER_PLEX_URL: plex.baseUrl,
    USHER_PROFILE: profile,
    USHER_KEYCHAIN_SERVICE: 'usher-demo',
  };
  try {
    if (!withDisplay) {
      const tour = path.join(projectRoot, 'e2e/tour/run-tour.ts');
      return await runInHeadlessSession(process.execPath, [tour], { env: usher });
    }
    process.stdout.write(`${describeDemo(plex.users)}\n`);
    // There is nothing to protect from the page here: its accounts are made up.
    const sandbox = (await sandboxObstacle(runtime.distFolder)) ? ['--no-sandbox'] : [];
    const window = await runProcess(runtime.executable, [...sandbox, projectRoot], {
      env: { ...process.env, ...usher },
    });
    return window.exitCode;
  } finally {
    await stop();
  }
}
