import { describe, expect, test } from 'vitest';
import type { AppError } from '../../shared/errors.ts';
import type { VaultState } from '../../shared/model/state.ts';
import { err } from '../../shared/result.ts';
import { createMemoryVault, createVaultSwitch } from '../storage/keychain/vault-switch.ts';
import { createEventBus } from './event-bus.ts';
import { createVaultStatus, observeVault } from './vault-status.ts';

/** The status of a keychain in memory, which refuses what it is asked while it has an error. */
function start() {
  let error: AppError | null = null;
  const memory = createMemoryVault();
  const keychain = observeVault({
    ...memory,
    get: async (key) => (error === null ? memory.get(key) : err(error)),
    set: async (key, secret) => (error === null ? memory.set(key, secret) : err(error)),
    check: async () => (error === null ? memory.check() : err(error)),
  });
  const vault = createVaultSwitch({
    keychain: keychain.vault,
    session: createMemoryVault(),
    isInKeychain: () => true,
  });
  const events = createEventBus();
  const told: VaultState[] = [];
  events.subscribe((change) => {
    if (change.vault !== undefined) told.push(change.vault);
  });
  const status = createVaultStatus({ keychain, vault, events });
  let recoveredCount = 0;
  status.onRecovery(() => {
    recoveredCount += 1;
  });
  return {
    vault,
    status,
    told,
    recoveredCount: () => recoveredCount,
    refuseWith: (next: AppError | null) => {
      error = next;
    },
  };
}

const locked = { code: 'vault.locked' } as const;
const unusable = { kind: 'unusable', error: locked } as const;

describe('what is known of the keychain', () => {
  test('is what the last call met, told once', async () => {
    const { vault, status, told, refuseWith } = start();
    expect(status.state()).toEqual({ kind: 'unknown' });
    await vault.setInKeychain('key', 'secret');
    refuseWith(locked);
    await vault.get('key');
    expect(await status.check()).toEqual(unusable);
    const noBus = { code: 'vault.unavailable', reason: 'noBus' } as const;
    refuseWith(noBus);
    await vault.get('key');
    expect(told).toEqual([{ kind: 'ready' }, unusable, { kind: 'unusable', error: noBus }]);
  });

  test('is not changed by a read that finds nothing, which a locked keyring says too', async () => {
    const { vault, status, refuseWith } = start();
    await vault.get('key');
    expect(status.state()).toEqual({ kind: 'unknown' });
    refuseWith(locked);
    await status.check();
    refuseWith(null);
    await vault.get('key');
    expect(status.state()).toEqual(unusable);
  });

  test('is not changed by a secret that is too long for it', async () => {
    const { vault, status, refuseWith } = start();
    await status.check();
    refuseWith({ code: 'vault.tooLong', limitBytes: 2_560 });
    await vault.setInKeychain('key', 'secret');
    expect(status.state()).toEqual({ kind: 'ready' });
  });

  test('is a recovery when it works again after it did not, and not when it works at first', async () => {
    const { status, recoveredCount, refuseWith } = start();
    await status.check();
    expect(recoveredCount()).toBe(0);
    refuseWith(locked);
    await status.check();
    refuseWith(null);
    await status.check();
    expect(recoveredCount()).toBe(1);
  });

  test('is no matter for this session only, until the person asks again', async () => {
    const { vault, status, refuseWith } = start();
    await vault.setInKeychain('key', 'secret');
    expect(status.useSessionOnly()).toEqual({ kind: 'sessionOnly' });
    refuseWith(locked);
    await vault.get('key');
    expect(status.state()).toEqual({ kind: 'sessionOnly' });
    expect(await status.check()).toEqual(unusable);
  });
});
