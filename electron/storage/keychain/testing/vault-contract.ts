import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ok } from '../../../../shared/result.ts';
import type { Vault } from '../../../ports.ts';

export interface ContractVault {
  readonly vault: Vault;
  stop(): Promise<void>;
}

/** Starting a real keychain takes seconds on a busy machine. */
const START_LIMIT_MS = 30_000;

/** What every vault does, whatever it keeps its secrets in. */
export const describeVault = (name: string, start: () => Promise<ContractVault>): void => {
  describe(`${name} as a vault`, () => {
    let started: ContractVault | null = null;
    const vault = (): Vault => {
      if (started === null) throw new Error('The vault has not started.');
      return started.vault;
    };

    beforeAll(async () => {
      started = await start();
    }, START_LIMIT_MS);
    afterAll(() => started?.stop());

    test('answers null for a key that was never set', async () => {
      expect(await vault().get('never set')).toEqual(ok(null));
    });

    test('gives back what was set', async () => {
      expect(await vault().set('kept', 'token-1')).toEqual(ok(null));
      expect(await vault().get('kept')).toEqual(ok('token-1'));
    });

    test('replaces a secret', async () => {
      await vault().set('replaced', 'old');
      await vault().set('replaced', 'new');
      expect(await vault().get('replaced')).toEqual(ok('new'));
    });

    test('keeps keys apart', async () => {
      await vault().set('first', '1');
      await vault().set('second', '2');
      await vault().delete('first');
      expect(await vault().get('first')).toEqual(ok(null));
      expect(await vault().get('second')).toEqual(ok('2'));
    });

    test('deletes what is there, and what is not there without a word', async () => {
      await vault().set('deleted', 'token');
      expect(await vault().delete('deleted')).toEqual(ok(null));
      expect(await vault().get('deleted')).toEqual(ok(null));
      expect(await vault().delete('deleted')).toEqual(ok(null));
    });

    test.each([
      ['letters of many alphabets', 'pä€ß 日本 ключ 🔑'],
      ['quotes, backslashes and line ends', '"it\'s" \\ %s \r\n\t end'],
      ['a JSON web token', `eyJ${'a'.repeat(530)}.b_-.c`],
      ['as much as Windows takes', 'x'.repeat(2_560)],
    ])('gives back %s unchanged', async (_what, secret) => {
      expect(await vault().set('odd', secret)).toEqual(ok(null));
      expect(await vault().get('odd')).toEqual(ok(secret));
    });

    test('takes keys with odd characters', async () => {
      const key = 'account/4711/"ä 🔑"';
      await vault().set(key, 'secret');
      expect(await vault().get(key)).toEqual(ok('secret'));
      expect(await vault().delete(key)).toEqual(ok(null));
    });

    test('checks itself without touching what it keeps', async () => {
      await vault().set('bystander', 'token');
      expect(await vault().check()).toEqual(ok(null));
      expect(await vault().get('bystander')).toEqual(ok('token'));
    });

    test('keeps calls that are made at once in their order', async () => {
      const written = await Promise.all(
        ['a', 'b', 'c'].map((secret) => vault().set('raced', secret)),
      );
      expect(written).toEqual([ok(null), ok(null), ok(null)]);
      expect(await vault().get('raced')).toEqual(ok('c'));
    });
  });
};
