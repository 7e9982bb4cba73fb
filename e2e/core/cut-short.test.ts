import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { AppError } from '../../shared/errors.ts';
import type { Ports, Vault } from '../../electron/ports.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import type { Fact } from '../soak/fact.ts';
import { findViolations } from '../soak/find-violations.ts';
import type { Scenario, Stage } from '../soak/scenario.ts';
import { scenarios } from '../soak/scenarios.ts';
import { stepped, type OnStep } from '../soak/stepped.ts';
import { startCore } from './core-under-test.ts';
import { createMemoryDestinations } from './testing/memory-destinations.ts';

let plex: FakePlex;
beforeAll(async () => {
  plex = await startFakePlex();
});
afterAll(() => plex.stop());

const never = new Promise<never>(() => undefined);

/** How a step goes wrong. `crash`: nothing happens any more. */
type Trouble = 'crash' | { readonly errors: 'once' | 'fromThenOn' };

const errorOf = (step: string): AppError =>
  /write|read|exclusively|announce/.test(step)
    ? { code: 'profile.full' }
    : { code: 'vault.failed' };

/** Plays a scenario with trouble at its step number `at`; answers what is wrong afterwards, null when it had no such step. */
async function playWithTrouble(scenario: Scenario, trouble: Trouble, at: number) {
  plex.removeDevices('robin');
  const memory = createMemoryVault();
  const secrets = new Map<string, string>();
  const vault: Vault = {
    ...memory,
    set: (key, secret) => {
      secrets.set(key, secret);
      return memory.set(key, secret);
    },
    delete: (key) => {
      secrets.delete(key);
      return memory.delete(key);
    },
    dispose: () => undefined,
  };
  const files = createMemoryProfileFiles();
  const destinations = createMemoryDestinations(() => Date.now());
  const facts: Fact[] = [];
  let count = 0;
  let isCounting = false;
  let where = '';
  let crash: () => void = () => undefined;
  const crashed = new Promise<void>((resolve) => {
    crash = resolve;
  });

  const onStep: OnStep = (step) => {
    const isCrash = trouble === 'crash';
    if (isCrash && where !== '') return never;
    const isCounted = isCrash
      ? /^after (set|delete|write|clear|fetch)/.test(step)
      : step.startsWith('before');
    if (!isCounting || !isCounted) return Promise.resolve(null);
    count += 1;
    if (count === at) where = step;
    if (isCrash && count === at) {
      crash();
      return never;
    }
    const isWrong = count === at || (count > at && !isCrash && trouble.errors === 'fromThenOn');
    return Promise.resolve(isWrong && !isCrash ? errorOf(step) : null);
  };

  // What tells Plex to do something, and what fetches a token, is a step too; what only asks runs in the background as well.
  const steppedFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const isStep = request.method !== 'GET' || request.url.includes('/pins/');
    const answer = await fetch(request);
    if (isStep) await onStep('after fetch');
    return answer;
  };
  const stageOn = async (
    ports: Pick<Ports, 'vault' | 'files' | 'destinationFiles' | 'fetch'>,
  ): Promise<Stage> => ({
    core: await startCore({ plexUrl: plex.baseUrl, ...ports }),
    serverId: plex.server('Attic').machineIdentifier,
    destination: { format: 'env', path: '/srv/.env', key: 'PLEX_TOKEN' },
    report: (fact) => facts.push(fact),
    approve: (code) => {
      plex.approvePin(code, 'robin');
      return Promise.resolve();
    },
  });
  const stage = await stageOn({
    vault: stepped(vault, ['get', 'set', 'delete', 'check'], onStep),
    fetch: steppedFetch,
    files: stepped(files, ['read', 'write', 'exclusively', 'announce'], onStep),
    destinationFiles: stepped(destinations, ['look', 'write', 'clear'], onStep),
  });
  await scenario.prepare(stage);
  if (stage.core.snapshot().accounts.length > 0) {
    // What the preparation began in the background would make the steps' numbers differ from run to run.
    await stage.core.waitFor('servers', ({ isRefreshing }) => !isRefreshing);
  }
  isCounting = true;
  await Promise.race([scenario.play(stage), crashed]);
  if (trouble === 'crash') files.killAll();
  else await stage.core.usher.close();
  isCounting = false;
  if (where === '') return null;
  const listSecrets = () => Promise.resolve([...secrets.values()]);
  const { approve } = stage;
  const violations = await findViolations({
    plexUrl: plex.baseUrl,
    files,
    vault,
    destinationFiles: destinations,
    listSecrets,
    facts,
    approve,
    oneTokenPerClient: false,
  });
  return violations.map((violation) => `${at} (${where}): ${violation}`);
}

async function playAllTroubles(scenario: Scenario, trouble: Trouble) {
  const violations: string[] = [];
  for (let at = 1; ; at += 1) {
    const found = await playWithTrouble(scenario, trouble, at);
    if (found === null) return { violations, stepCount: at - 1 };
    violations.push(...found);
  }
}

describe.each(scenarios)('$name', (scenario) => {
  test.each([
    ['crashes', 'crash'],
    ['fails once', { errors: 'once' }],
    ['fails and so does everything after it', { errors: 'fromThenOn' }],
  ] as const)('keeps every promise, whichever step %s', async (_what, trouble) => {
    const { violations, stepCount } = await playAllTroubles(scenario, trouble);
    expect(violations).toEqual([]);
    expect(stepCount).toBeGreaterThan(3);
  });
});
