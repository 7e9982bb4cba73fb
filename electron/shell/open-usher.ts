import { networkInterfaces, release } from 'node:os';
import { join } from 'node:path';
import type { RequestName } from '../../shared/contract.ts';
import { ok, type Result } from '../../shared/result.ts';
import { app } from 'electron';
import { createUsher, type Usher } from '../core/usher.ts';
import { createDestinationFiles } from '../destinations/destination-files.ts';
import { answerRequest, requestSchemas } from '../ipc/answer-request.ts';
import { createRequestHandlers } from '../ipc/request-handlers.ts';
import type { Clock, Log, Notifier, Ports } from '../ports.ts';
import { clientIdentity, platformOf } from '../process/client-identity.ts';
import { networkFingerprint } from '../process/network-fingerprint.ts';
import { createSystemProbe } from '../process/system-probe.ts';
import { createKeychainProcess } from '../storage/keychain/keychain-process.ts';
import { createKeychainVault } from '../storage/keychain/keychain-vault.ts';
import { createProfileFiles } from '../storage/profile/profile-files.ts';
import { createDesktop } from './desktop.ts';
import type { Environment } from './environment.ts';
import type { Answer } from './register-ipc.ts';
import { createSystemBrowser } from './system-browser.ts';
import { systemClipboard } from './system-clipboard.ts';
import { screenLock, systemEvents } from './system-events.ts';
import {
  createNotifier,
  createPlexFetch,
  filePicker,
  fileSaver,
  personAsker,
} from './system-ports.ts';
import { createUtilityWorkerHost } from './utility-worker-host.ts';

interface OpenedUsher {
  readonly usher: Usher;
  readonly answer: Answer<RequestName>;
  readonly notifier: Notifier;
}

interface Parts {
  readonly environment: Environment;
  readonly clock: Clock;
  readonly appFolder: string;
  readonly log: Log;
  readonly showWindow: () => void;
}

/** Everything behind the window, on this system. In a file of its own, for it is loaded when the window is on its way. */
export async function openUsher(parts: Parts): Promise<Result<OpenedUsher>> {
  const ports = createPorts(parts);
  const opened = await createUsher(ports, {
    platform: platformOf(process.platform),
    isDemo: parts.environment.isDemo,
  });
  if (!opened.ok) return opened;
  const handlers = createRequestHandlers(opened.value.services, createDesktop());
  return ok({
    usher: opened.value,
    notifier: ports.notifier,
    answer: (name: RequestName, payload) =>
      answerRequest({ handlers, schemas: requestSchemas, log: parts.log }, name, payload),
  });
}

function createPorts(parts: Parts): Ports {
  const { environment, clock, appFolder, log, showWindow } = parts;
  const client = clientIdentity({
    version: app.getVersion(),
    platformVersion: process.getSystemVersion() || release(),
  });
  const host = createUtilityWorkerHost({ workerPath: join(appFolder, 'vault-worker.cjs') });
  return {
    clock,
    log,
    client,
    endpoints: environment.endpoints,
    probe: createSystemProbe(process.env, {
      platformVersion: client.platformVersion,
      appVersion: client.version,
    }),
    vault: createKeychainVault({
      keychain: createKeychainProcess({ host, clock }),
      service: environment.keychainService,
      platform: process.platform,
    }),
    fetch: createPlexFetch(`${client.product}/${client.version}`),
    browser: createSystemBrowser(
      environment.isDemo ? new URL(environment.endpoints.plexTv).origin : null,
    ),
    clipboard: systemClipboard,
    screenLock,
    fileSaver,
    filePicker,
    destinationFiles: createDestinationFiles(),
    personAsker,
    systemEvents,
    currentNetwork: () => networkFingerprint(networkInterfaces()),
    notifier: createNotifier(showWindow),
    files: createProfileFiles({ folder: app.getPath('userData') }),
  };
}
