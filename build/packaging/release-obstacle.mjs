/**
 * Why no release may be made here, if it may not.
 *
 * @param {import('../set-up/electron-runtime.mjs').ElectronRuntime['kind']} runtime
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ happened: string, next: string } | undefined}
 */
export function releaseObstacle(runtime, env) {
  if (runtime !== 'official') {
    return {
      happened: 'Releases are made with the official Electron only, and it cannot be fetched here.',
      next: 'Run `npm run release` where GitHub can be reached, or `npm run package` for a folder to look at.',
    };
  }
  if (env['USHER_PACKAGE_INSPECTABLE'] !== undefined) {
    return {
      happened:
        'USHER_PACKAGE_INSPECTABLE is set: it is for tests, and lets a debugger into Usher.',
      next: 'Unset it, then run `npm run release` again.',
    };
  }
  return undefined;
}
