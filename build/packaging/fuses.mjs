import {
  flipFuses,
  FuseState,
  FuseV1Options,
  FuseVersion,
  getCurrentFuseWire,
} from '@electron/fuses';
import path from 'node:path';

/** @type {number} */
const wasmTrapHandlers = FuseV1Options.WasmTrapHandlers;

/**
 * SECURITY: every fuse of Electron, each on purpose; one that a later Electron adds stops the packaging until somebody
 * decides about it.
 *
 * @param {{ inspectable: boolean, wireLength: number }} options `inspectable` is for tests, which drive the packaged app
 *   through its inspector. `wireLength` is how many fuses the runtime has: a stand-in for tests is older and has fewer.
 * @returns {import('@electron/fuses').FuseConfig}
 */
export function usherFuses({ inspectable, wireLength }) {
  return {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    // electron-builder signs after this.
    resetAdHocDarwinSignature: false,
    // SECURITY: or ELECTRON_RUN_AS_NODE runs anybody's code under Usher's name and rights to the keychain.
    [FuseV1Options.RunAsNode]: false,
    // SECURITY: costs nothing; nothing of Usher's is in cookies.
    [FuseV1Options.EnableCookieEncryption]: true,
    // SECURITY: the same as RunAsNode, by NODE_OPTIONS; also certificates by NODE_EXTRA_CA_CERTS.
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    // SECURITY: a debugger reads every secret in main.
    [FuseV1Options.EnableNodeCliInspectArguments]: inspectable,
    // SECURITY: on macOS and Windows a changed app.asar does not start; Linux has nothing of the kind.
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    // SECURITY: nor does a folder beside it, or the default app.
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    // SECURITY: there is no snapshot of ours, so none is looked for.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // SECURITY: the page comes from app://; a file:// page is nothing more than in a browser.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // No WebAssembly runs here; Electron's own choice is kept.
    ...(wireLength > wasmTrapHandlers ? { [FuseV1Options.WasmTrapHandlers]: true } : {}),
  };
}

/**
 * @param {string} executable
 * @param {{ inspectable: boolean }} options
 */
export async function setFuses(executable, { inspectable }) {
  const wireLength = Object.keys(await readFuses(executable)).length;
  await flipFuses(executable, usherFuses({ inspectable, wireLength }));
}

/**
 * What the fuses of an executable say, by name, in their order.
 *
 * @param {string} executable
 * @returns {Promise<Record<string, boolean>>}
 */
export async function readFuses(executable) {
  const wire = Object.entries(await getCurrentFuseWire(executable));
  return Object.fromEntries(
    wire
      .filter(([index]) => index !== 'version')
      .map(([index, state]) => [FuseV1Options[Number(index)] ?? index, state === FuseState.ENABLE]),
  );
}

/**
 * The executable in a packaged folder.
 *
 * @param {string} folder
 * @param {string} platform Electron's name of it
 */
export function packagedExecutable(folder, platform) {
  if (platform === 'darwin') return path.join(folder, 'Usher.app/Contents/MacOS/Usher');
  return path.join(folder, platform === 'win32' ? 'Usher.exe' : 'usher-window');
}
