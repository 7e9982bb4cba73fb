import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { describeVault } from './testing/vault-contract.ts';
import { createMemoryVault, createVaultSwitch } from './vault-switch.ts';

const setUp = (keysInKeychain: readonly string[] = []) => {
  const keychain = createMemoryVault();
  const session = createMemoryVault();
  const vault = createVaultSwitch({
    keychain,
    session,
    isInKeychain: (key) => keysInKeychain.includes(key),
  });
  return { keychain, session, vault };
};

const unavailable = err({ code: 'vault.unavailable', reason: 'noBus' } as const);

describe('going on for this session only', () => {
  test('what the keychain holds is still read from there', async () => {
    const { keychain, session, vault } = setUp(['old']);
    await vault.setInKeychain('old', '1');
    vault.useSessionOnly();
    session.put('new', '2');
    expect(vault.mode()).toBe('sessionOnly');
    expect(await vault.get('old')).toEqual(ok('1'));
    expect(await vault.get('new')).toEqual(ok('2'));
    expect(keychain.has('new')).toBe(false);
  });

  test('a key that the keychain does not hold is not asked of it', async () => {
    const { keychain, vault } = setUp();
    keychain.put('key', 'of someone else');
    vault.useSessionOnly();
    expect(await vault.get('key')).toEqual(ok(null));
    expect(await vault.delete('key')).toEqual(ok(null));
    expect(keychain.has('key')).toBe(true);
  });

  test('a secret in memory hides one in the keychain, and both are deleted together', async () => {
    const { keychain, session, vault } = setUp(['key']);
    await vault.setInKeychain('key', 'old');
    session.put('key', 'new');
    expect(await vault.get('key')).toEqual(ok('new'));
    expect(await vault.delete('key')).toEqual(ok(null));
    expect(await vault.get('key')).toEqual(ok(null));
    expect(keychain.has('key')).toBe(false);
  });

  test('a secret that the keychain can not delete is not half deleted', async () => {
    const session = createMemoryVault();
    const keychain = { ...createMemoryVault(), delete: () => Promise.resolve(unavailable) };
    const vault = createVaultSwitch({ keychain, session, isInKeychain: () => true });
    session.put('key', 'secret');
    expect(await vault.delete('key')).toEqual(unavailable);
    expect(await vault.get('key')).toEqual(ok('secret'));
  });

  test('back with the keychain, a secret in memory stays there until it is deleted', async () => {
    const { keychain, session, vault } = setUp();
    vault.useSessionOnly();
    session.put('key', 'secret');
    vault.useKeychain();
    expect(vault.mode()).toBe('keychain');
    expect(await vault.get('key')).toEqual(ok('secret'));
    expect(keychain.has('key')).toBe(false);
    expect(await vault.delete('key')).toEqual(ok(null));
    expect(await vault.get('key')).toEqual(ok(null));
  });

  test('a check always asks the keychain, so that its return is noticed', async () => {
    const keychain = { ...createMemoryVault(), check: () => Promise.resolve(unavailable) };
    const vault = createVaultSwitch({
      keychain,
      session: createMemoryVault(),
      isInKeychain: () => false,
    });
    vault.useSessionOnly();
    expect(await vault.check()).toEqual(unavailable);
  });
});

describeVault('memory', () =>
  Promise.resolve({ vault: createMemoryVault(), stop: () => Promise.resolve() }),
);

test('memory forgets everything when it is disposed of', async () => {
  const vault = createMemoryVault();
  vault.put('key', 'secret');
  expect(vault.has('key')).toBe(true);
  vault.dispose();
  expect(vault.has('key')).toBe(false);
  expect(await vault.get('key')).toEqual(ok(null));
});
