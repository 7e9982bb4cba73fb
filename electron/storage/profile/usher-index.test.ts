import { describe, expect, test } from 'vitest';
import { makeGate } from '../../testing.ts';
import type {
  AccountId,
  AppTokenId,
  ServerId,
  TransientTokenId,
} from '../../../shared/model/ids.ts';
import type { SecretStorage } from '../../../shared/model/token.ts';
import { accountNamed } from '../testing/keeper-under-test.ts';
import {
  emptyIndex,
  secretPlacesIn,
  withoutEntry,
  type EntryOf,
  type Collection,
  type IndexContent,
} from './index-content.ts';
import { createMemoryProfileFiles } from './memory-profile-files.ts';
import { openUsherIndex } from './usher-index.ts';

test('an entry of the session that is put in while the file is written stays in, and out of the file', async () => {
  const { pass, reached, open } = makeGate();
  const memory = createMemoryProfileFiles();
  const opened = await openUsherIndex(
    {
      ...memory,
      write: async (name, text) => {
        await pass();
        return memory.write(name, text);
      },
    },
    () => 0,
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const index = opened.value;
  const kept = index.update((content) =>
    accountNamed('kept')(content, { secretKey: '1', storage: 'keychain' }),
  );
  await reached;
  const held = index.update((content) =>
    accountNamed('held')(content, { secretKey: '2', storage: 'session' }),
  );
  open();
  await Promise.all([kept, held]);
  expect(index.content().accounts.map(({ uuid }) => uuid)).toEqual(['kept', 'held']);
  const text = await memory.read('index.json');
  expect(text).toMatchObject({ value: expect.not.stringContaining('held') as string });
});

describe('every collection', () => {
  const place = (storage: SecretStorage, of: Collection) => ({
    ...{ secretKey: `${of} in ${storage}`, storage, lastFour: '', title: of },
  });
  /** One entry of each. */
  const entriesIn = (storage: SecretStorage): { readonly [C in Collection]: EntryOf<C>[] } => ({
    accounts: accountNamed(storage)(emptyIndex, place(storage, 'accounts')).accounts,
    transientTokens: [
      {
        ...place(storage, 'transientTokens'),
        id: `token in ${storage}` as TransientTokenId,
        ...{ accountId: 'sam' as AccountId, accountName: 'sam' },
        ...{ serverId: 'attic' as ServerId, serverName: 'Attic' },
        ...{ mintedAt: 0, expiresAt: 1, isForgotten: false },
        ...{ lastProvedAt: null, rejectedAt: null, rejectedBecause: null },
      },
    ],
    pendingPins: [
      {
        ...place(storage, 'pendingPins'),
        ...{ way: 'code', expiresAt: 1, forAccountId: null, waitedForBy: null },
      },
    ],
    waitingSignOuts: [
      {
        ...place(storage, 'waitingSignOuts'),
        ...{ id: `gone in ${storage}` as AccountId, issuedTo: 'here', askedAt: 0 },
      },
    ],
    appTokens: [
      {
        ...place(storage, 'appTokens'),
        ...{ id: `app in ${storage}` as AppTokenId, name: 'Kometa', server: null },
        ...{ accountId: 'sam' as AccountId, accountUuid: 'sam', accountTitle: 'sam' },
        ...{ tokenKind: 'classic', clientIdentifier: 'kometa', madeAt: 0, lastSeenAt: null },
        ...{ lastProvedAt: null, rejectedAt: null, destinations: [] },
        ...{ work: null, isClearing: false, workedOnBy: null },
      },
    ],
    nextAppTokens: [
      {
        ...place(storage, 'nextAppTokens'),
        ...{ id: `app in ${storage}` as AppTokenId, tokenKind: 'classic' },
        ...{ clientIdentifier: 'kometa, anew', madeAt: 0 },
      },
    ],
    endingAppTokens: [
      {
        ...place(storage, 'endingAppTokens'),
        ...{ id: `old in ${storage}`, name: 'Kometa', accountUuid: 'sam' },
        ...{ clientIdentifier: 'kometa, before', workedOnBy: null },
      },
    ],
    destinationWrites: [
      {
        ...place(storage, 'destinationWrites'),
        ...{ id: `write in ${storage}`, format: 'env', path: '/srv/.env', key: 'TOKEN' },
        workedOnBy: null,
      },
    ],
  });
  const collections = Object.keys(entriesIn('keychain')) as Collection[];
  const keysIn = (content: IndexContent): readonly string[] =>
    secretPlacesIn(content).map(({ secretKey }) => secretKey);

  async function openWithAll() {
    const files = createMemoryProfileFiles();
    const opened = await openUsherIndex(files, () => 0);
    if (!opened.ok) throw new Error(opened.error.code);
    const index = opened.value;
    for (const collection of collections) {
      await index.update((content) => ({
        ...content,
        [collection]: [...entriesIn('keychain')[collection], ...entriesIn('session')[collection]],
      }));
    }
    return { files, index };
  }

  test('keeps its entries: those of the keychain in the file, those of the session in memory alone', async () => {
    const { files, index } = await openWithAll();
    for (const collection of collections) {
      expect(keysIn(index.content())).toContain(`${collection} in keychain`);
      expect(keysIn(index.content())).toContain(`${collection} in session`);
      expect(index.isInKeychain(`${collection} in keychain`)).toBe(true);
      expect(index.isInKeychain(`${collection} in session`)).toBe(false);
    }
    const text = await files.read('index.json');
    expect(text.ok && text.value).not.toContain('in session');
    const again = await openUsherIndex(files, () => 0);
    expect(again.ok && keysIn(again.value.content())).toEqual(
      collections.map((collection) => `${collection} in keychain`),
    );
  });

  test.each(collections)('(%s) forgets what is taken out of it in the backup too', async (one) => {
    const { files, index } = await openWithAll();
    await index.update(withoutEntry(`${one} in keychain`));
    for (const name of ['index.json', 'index.json.backup']) {
      const text = await files.read(name);
      expect(text.ok && text.value).not.toContain(`${one} in keychain`);
      for (const other of collections.filter((collection) => collection !== one)) {
        expect(text.ok && text.value).toContain(`${other} in keychain`);
      }
    }
  });
});

test('one entry is changed by its id, and a PIN by the key of its secret', async () => {
  const opened = await openUsherIndex(createMemoryProfileFiles(), () => 0);
  if (!opened.ok) throw new Error(opened.error.code);
  const index = opened.value;
  const storage = 'keychain' as const;
  const pin = { storage, lastFour: '', way: 'code', expiresAt: 1, forAccountId: null } as const;
  await index.update((content) => ({
    ...accountNamed('sam')(accountNamed('kim')(content, { secretKey: '1', storage }), {
      ...{ secretKey: '2', storage },
    }),
    pendingPins: ['3', '4'].map((secretKey) => ({ ...pin, secretKey, waitedForBy: null })),
  }));
  await index.change('accounts', 'sam' as AccountId, (entry) => ({ ...entry, note: 'changed' }));
  await index.change('pendingPins', '4', (entry) => ({ ...entry, waitedForBy: 'changed' }));
  await index.change('accounts', 'nobody' as AccountId, (entry) => ({ ...entry, note: 'wrong' }));
  expect(index.content()).toMatchObject({
    accounts: [{ note: '' }, { note: 'changed' }],
    pendingPins: [{ waitedForBy: null }, { waitedForBy: 'changed' }],
  });
});
