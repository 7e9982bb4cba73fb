import { expect, test } from 'vitest';
import { ok } from '../../shared/result.ts';
import { createMemoryVault } from './memory-vault.ts';
import { describeVault } from './testing/vault-contract.ts';

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
