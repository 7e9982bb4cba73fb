import { existsSync } from 'node:fs';
import { ensureAppBuild } from './builds.mjs';
import { resolveElectronRuntime } from './electron.mjs';
import { checkOtherLinux, ensureDebianPackages } from './linux-packages.mjs';
import { withSetUpLock } from './steps.mjs';

const onLinux = process.platform === 'linux';
const onDebian = onLinux && existsSync('/etc/debian_version');

/**
 * Everything a command needs beyond the npm packages. Steps with nothing to do cost next to nothing.
 *
 * @param {{ scope: 'window' | 'headless', buildApp: boolean, retryOfficial?: boolean }} options
 * @returns {Promise<import('./electron.mjs').ElectronRuntime>}
 */
export function setUp({ scope, buildApp, retryOfficial = false }) {
  return withSetUpLock(async () => {
    if (onDebian) await ensureDebianPackages(scope);
    const runtime = await resolveElectronRuntime({ retryOfficial });
    if (onLinux && !onDebian) await checkOtherLinux(scope, runtime.executable);
    if (buildApp) await ensureAppBuild();
    return runtime;
  });
}
