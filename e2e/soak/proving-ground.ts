import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDestinationFiles } from '../../electron/destinations/destination-files.ts';
import { createProfileFiles } from '../../electron/storage/profile/profile-files.ts';
import { startKeyringSession } from '../../electron/storage/keychain/testing/keyring-session.ts';
import {
  createTestKeychain,
  TEST_SERVICE,
} from '../../electron/storage/keychain/testing/test-keychain.ts';
import { startCore } from '../core/core-under-test.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import type { Settings } from '../fake-plex/state/settings.ts';
import type { Fact } from './fact.ts';
import { findViolations } from './find-violations.ts';
import { playUntilKilled } from './play-until-killed.ts';
import type { Scenario } from './scenario.ts';

/** A real keychain, a real profile folder and a fake Plex, for cores to be killed on. */
export interface ProvingGround {
  /** An empty folder and an empty keychain. */
  clear(): Promise<void>;
  prepare(scenario: Scenario): Promise<void>;
  /** Plays and kills; answers where, and what is wrong after a new start. Null: the scenario has no such step. */
  kill(scenario: Scenario | null, haltAt: number, killAfterMs?: number): Promise<Kill | null>;
  stop(): Promise<void>;
}

export interface Kill {
  readonly step: string;
  readonly violations: readonly string[];
}

export async function makeProvingGround(settings: Partial<Settings>): Promise<ProvingGround> {
  const plex = await startFakePlex({ settings });
  const session = await startKeyringSession('unlocked');
  const { vault } = createTestKeychain(session.env);
  const home = await mkdtemp(join(tmpdir(), 'usher-soak-'));
  const folder = join(home, 'profile');
  const serverId = plex.server('Attic').machineIdentifier;
  const destination = { format: 'env', path: join(home, '.env'), key: 'PLEX_TOKEN' } as const;
  const destinationFiles = createDestinationFiles();
  let facts: Fact[] = [];

  const approve = (code: string): Promise<void> => {
    plex.approvePin(code, 'robin');
    return Promise.resolve();
  };
  // As another program sees it: the app's own view is what is to be proved.
  const listSecrets = async (): Promise<readonly string[]> => {
    const search = ['search', '--all', 'service', TEST_SERVICE];
    // It fails when there are none. If it failed else, what the index names would be missed.
    const printed = await session.run('secret-tool', search).catch(() => '');
    return [...printed.matchAll(/^secret = (.*)$/gm)].map(([, secret = '']) => secret);
  };

  return {
    clear: async () => {
      facts = [];
      plex.removeDevices('robin');
      await rm(folder, { recursive: true, force: true });
      await rm(destination.path, { force: true });
      // It fails when there is nothing to clear.
      await session.run('secret-tool', ['clear', 'service', TEST_SERVICE]).catch(() => undefined);
    },
    prepare: async (scenario) => {
      const files = createProfileFiles({ folder });
      const core = await startCore({
        plexUrl: plex.baseUrl,
        files,
        vault: { ...vault, dispose: () => undefined },
        destinationFiles,
      });
      const report = (fact: Fact): void => void facts.push(fact);
      await scenario.prepare({ core, serverId, destination, approve, report });
      await core.usher.close();
    },
    kill: async (scenario, haltAt, killAfterMs) => {
      const name = scenario?.name ?? null;
      const order = {
        plexUrl: plex.baseUrl,
        folder,
        serverId,
        destination,
        scenario: name,
        haltAt,
      };
      const limit = killAfterMs === undefined ? {} : { killAfterMs };
      const killed = await playUntilKilled({ order, env: session.env, approve, ...limit });
      facts.push(...killed.facts);
      const files = createProfileFiles({ folder });
      const { oneTokenPerClient } = plex.settings;
      const world = {
        ...{ plexUrl: plex.baseUrl, files, vault, destinationFiles, listSecrets, approve },
        oneTokenPerClient,
      };
      const violations = await findViolations({ ...world, facts });
      return killed.step === null ? null : { step: killed.step, violations };
    },
    stop: async () => {
      vault.dispose();
      await session.stop();
      await plex.stop();
      await rm(home, { recursive: true, force: true });
    },
  };
}
