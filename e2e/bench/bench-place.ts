import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startDisplay } from '../../build/headless-session.mjs';
import { exitOnSignal } from '../../build/processes.mjs';
import { setUp } from '../../build/set-up/set-up.mjs';
import {
  startKeyringSession,
  type KeyringSession,
} from '../../electron/storage/keychain/testing/keyring-session.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import type { FakePlexOptions } from '../fake-plex/state/settings.ts';
import { driveApp, type AppToDrive, type DrivenApp } from './driven-app.ts';

/** What surrounds the apps of a bench. */
export interface BenchPlace {
  readonly folder: string;
  readonly keyring: KeyringSession;
  readonly plex: FakePlex;
  /** For a program that is to run here. */
  readonly env: NodeJS.ProcessEnv;
  /** Starts an app, which is ended with all else if it still runs then. */
  drive(app: AppToDrive): Promise<DrivenApp>;
}

/** Works with the built app and a display, a keychain and a Plex of its own, all of which end with the work. */
export async function atBenchPlace<T>(
  options: Pick<FakePlexOptions, 'many'>,
  work: (place: BenchPlace) => Promise<T>,
): Promise<T> {
  await setUp({ scope: 'headless', buildApp: true });
  const stops: (() => Promise<void>)[] = [];
  const stopInTurn = async (): Promise<void> => {
    for (let stop = stops.pop(); stop !== undefined; stop = stops.pop()) await stop();
  };
  let stopping: Promise<void> | null = null;
  // After a signal the work fails, since its apps are gone, while they are still being tidied up after.
  const stopAll = (): Promise<void> => (stopping ??= stopInTurn());
  const forget = exitOnSignal(stopAll);
  try {
    const folder = await mkdtemp(join(tmpdir(), 'usher-bench-'));
    stops.push(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));
    const display = await startDisplay();
    stops.push(display.stop);
    const keyring = await startKeyringSession('unlocked');
    stops.push(() => keyring.stop());
    const plex = await startFakePlex(options);
    stops.push(() => plex.stop());
    const env = { ...keyring.env, DISPLAY: display.name };
    const driven: DrivenApp[] = [];
    stops.push(() => Promise.all(driven.map((app) => app.kill())).then(() => undefined));
    const drive = async (app: AppToDrive): Promise<DrivenApp> => {
      const started = await driveApp(app, folder);
      driven.push(started);
      return started;
    };
    return await work({ folder, keyring, plex, env, drive });
  } finally {
    await stopAll();
    forget();
  }
}
