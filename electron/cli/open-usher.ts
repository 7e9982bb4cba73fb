import { readFileSync } from 'node:fs';
import { networkInterfaces, release } from 'node:os';
import { err, ok, type Result } from '../../shared/result.ts';
import { createUsher, type Usher } from '../core/usher.ts';
import { createDestinationFiles } from '../destinations/destination-files.ts';
import type { Log } from '../ports.ts';
import { clientIdentity, platformOf } from '../process/client-identity.ts';
import { profileFolderOf, type LaunchOptions } from '../process/launch-options.ts';
import { networkFingerprint } from '../process/network-fingerprint.ts';
import { createSystemProbe } from '../process/system-probe.ts';
import type { KeychainProcess } from '../storage/keychain/keychain-process.ts';
import { createKeychainVault } from '../storage/keychain/keychain-vault.ts';
import { createProfileFiles } from '../storage/profile/profile-files.ts';
import { SECOND_MS, systemClock } from '../timing.ts';
import { usageError, type CliError } from './errors.ts';
import { createNodeBrowser } from './ports/node-browser.ts';
import { createNodeClipboard } from './ports/node-clipboard.ts';
import { createNodeFetch } from './ports/node-fetch.ts';
import { nodeSystemEvents } from './ports/node-system-events.ts';
import { createTerminalAsker } from './ports/terminal-asker.ts';
import type { Output } from './output.ts';
import type { Input } from './terminal.ts';

export type OpenUsher = typeof openUsher;

/** The window's core, on the window's profile and keychain, as the window would open it. */
export async function openUsher(parts: {
  readonly keychain: KeychainProcess;
  readonly settings: LaunchOptions;
  readonly version: string;
  readonly interruption: AbortSignal;
  readonly input: Input;
  readonly output: Output;
  readonly log: Log;
}): Promise<Result<Usher, CliError>> {
  const { settings, version, log } = parts;
  if (settings.refusal !== null) return err(usageError(settings.refusal));
  const folder = profileFolderOf(settings);
  const { endpoints, isDemo, keychainService } = settings;
  const clock = systemClock;
  const client = clientIdentity({ version, platformVersion: systemVersion() });
  return createUsher(
    {
      clock,
      log,
      client,
      endpoints,
      files: createProfileFiles({ folder }),
      vault: createKeychainVault({
        keychain: parts.keychain,
        service: keychainService,
        platform: process.platform,
      }),
      fetch: createNodeFetch(`${client.product}/${client.version}`, parts.interruption),
      browser: createNodeBrowser(isDemo ? new URL(endpoints.plexTv).origin : null),
      clipboard: createNodeClipboard(),
      personAsker: createTerminalAsker(parts.input, parts.output),
      destinationFiles: createDestinationFiles(),
      // A path is given with the command.
      filePicker: { pick: () => Promise.resolve(ok([])) },
      fileSaver: { save: () => Promise.resolve(err({ code: 'file.notSaved' })) },
      currentNetwork: keptFor(SECOND_MS, () => networkFingerprint(networkInterfaces())),
      systemEvents: nodeSystemEvents,
      // Nobody is there to see these.
      notifier: { show: () => undefined },
      screenLock: { watch: () => () => undefined },
      probe: createSystemProbe(process.env, {
        platformVersion: client.platformVersion,
        appVersion: client.version,
      }),
    },
    { platform: platformOf(process.platform), isDemo },
  );
}

/** What is asked for with each address that is tried is looked for once for all of them. */
function keptFor<T>(keptMs: number, find: () => T): () => T {
  let found: { readonly value: T; readonly atMs: number } | null = null;
  return () => {
    const nowMs = systemClock.monotonicMs();
    if (found === null || nowMs - found.atMs > keptMs) found = { value: find(), atMs: nowMs };
    return found.value;
  };
}

const macVersionFile = '/System/Library/CoreServices/SystemVersion.plist';

/** The system's version as Electron tells it: on macOS its own, elsewhere the kernel's. */
export function systemVersion(): string {
  if (process.platform !== 'darwin') return release();
  try {
    const text = readFileSync(macVersionFile, 'utf8');
    return /<key>ProductVersion<\/key>\s*<string>([\d.]+)<\/string>/.exec(text)?.[1] ?? release();
  } catch {
    return release();
  }
}
