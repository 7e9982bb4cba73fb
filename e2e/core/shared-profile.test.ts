import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createProfileFiles } from '../../electron/storage/profile/profile-files.ts';
import { secretPlacesIn } from '../../electron/storage/profile/index-content.ts';
import { openUsherIndex } from '../../electron/storage/profile/usher-index.ts';
import {
  startKeyringSession,
  type KeyringSession,
} from '../../electron/storage/keychain/testing/keyring-session.ts';
import {
  createTestKeychain,
  TEST_SERVICE,
} from '../../electron/storage/keychain/testing/test-keychain.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore } from './core-under-test.ts';
import { randomFrom } from './testing/random-from.ts';
import type { SharingMessage, SharingOrder } from './testing/sharing-message.ts';
import { startSharer } from './testing/start-sharer.ts';

const seed = 20_261_124;
const longestLifeMs = 1_500;

let plex: FakePlex;
let keyring: KeyringSession;
let home: string;

beforeAll(async () => {
  plex = await startFakePlex();
  keyring = await startKeyringSession('unlocked');
  home = await mkdtemp(join(tmpdir(), 'usher-shared-'));
});
afterAll(async () => {
  await keyring.stop();
  await plex.stop();
  await rm(home, { recursive: true, force: true });
});

const orderFor = (folder: string, orderSeed: number, actCount: number): SharingOrder => ({
  plexUrl: plex.baseUrl,
  folder,
  serverId: plex.server('Attic').machineIdentifier,
  people: ['robin', 'edith'].map((name) => {
    const { username, email, emailOnly, password, verificationCode } = plex.user(name);
    return {
      username: name,
      login: emailOnly ? email : username,
      password: password ?? '',
      verificationCode,
    };
  }),
  seed: orderSeed,
  actCount,
});

/** As another program sees them: Usher's own view is what is to be proved. */
const listSecrets = async (): Promise<readonly string[]> => {
  const search = ['search', '--all', 'service', TEST_SERVICE];
  // It fails when there are none.
  const printed = await keyring.run('secret-tool', search).catch(() => '');
  return [...printed.matchAll(/^secret = (.*)$/gm)].map(([, secret = '']) => secret);
};

describe.runIf(process.platform === 'linux')(
  'two processes on one profile and one keychain',
  () => {
    const said: SharingMessage[] = [];
    let folder: string;

    const onMessage = (message: SharingMessage): void => {
      if (message.kind === 'approve') plex.approvePin(message.code, message.username);
      said.push(message);
    };

    test('that sign in and out, mint and forget at once, one of them killed again and again, end', async () => {
      folder = join(home, 'profile');
      const random = randomFrom(seed);
      const start = (orderSeed: number, actCount: number) =>
        startSharer({ order: orderFor(folder, orderSeed, actCount), env: keyring.env, onMessage });
      const steady = start(seed, 20);
      const over = new AbortController();
      void steady.ended.then(() => over.abort());
      const isOver = (): boolean => over.signal.aborted;
      for (let life = 1; !isOver(); life += 1) {
        const other = start(seed + life, 1_000);
        await Promise.race([other.started, steady.ended]);
        await Promise.race([wait(random() * longestLifeMs), steady.ended]);
        await other.kill();
      }
      expect(await steady.ended).toBe(0);
    });

    test('were told of nothing but what the other had done, and did a good deal', () => {
      const refusals = said.flatMap((one) => (one.kind === 'refused' ? [one.code] : []));
      const expected = ['account.notFound', 'token.notFound', 'profile.busy', 'token.rejected'];
      expect(refusals.filter((code) => !expected.includes(code))).toEqual([]);
      const count = (kind: SharingMessage['kind']) =>
        said.filter((one) => one.kind === kind).length;
      expect(count('accountStored')).toBeGreaterThan(3);
      expect(count('tokenStored')).toBeGreaterThan(3);
      expect(count('accountRemoved')).toBeGreaterThan(0);
    });

    test('go by one client identifier from the first start on', () => {
      const identifiers = plex.requests
        .list()
        .map(({ headers }) => headers['x-plex-client-identifier'])
        .filter((identifier) => identifier !== undefined);
      expect(new Set(identifiers).size).toBe(1);
    });

    test('leave everything that was reported stored, nothing that was reported removed, and a secret for each entry', async () => {
      const files = createProfileFiles({ folder });
      const { vault } = createTestKeychain(keyring.env);
      const core = await startCore({
        plexUrl: plex.baseUrl,
        files,
        vault: { ...vault, dispose: () => undefined },
      });
      await core.usher.settle();
      const { accounts, tokens } = core.snapshot();
      const accountIds = accounts.map(({ id }) => id as string);
      const tokenIds = tokens.map(({ id }) => id as string);
      const idsOf = (kind: SharingMessage['kind'], key: 'accountId' | 'tokenId'): string[] =>
        said.flatMap((one) => (one.kind === kind && key in one ? [String(one[key as never])] : []));

      const removals = idsOf('removalAsked', 'accountId');
      const stored = idsOf('accountStored', 'accountId').filter((id) => !removals.includes(id));
      expect(stored.filter((id) => !accountIds.includes(id))).toEqual([]);
      const forgets = idsOf('forgetAsked', 'tokenId');
      const minted = said.flatMap((one) =>
        one.kind === 'tokenStored' && !removals.includes(one.accountId)
          ? [one.tokenId as string]
          : [],
      );
      const kept = minted.filter((id) => !forgets.includes(id));
      expect(kept.filter((id) => !tokenIds.includes(id))).toEqual([]);
      expect(idsOf('tokenRemoved', 'tokenId').filter((id) => tokenIds.includes(id))).toEqual([]);
      expect(new Set(accounts.map(({ uuid }) => uuid)).size).toBe(accounts.length);

      await core.usher.close();
      const opened = await openUsherIndex(files, () => 0);
      if (!opened.ok) throw new Error(opened.error.code);
      expect(opened.value.opening).toEqual({ how: 'read' });
      const content = opened.value.content();
      expect(content.unfinishedKeys).toEqual([]);
      const named = await Promise.all(
        secretPlacesIn(content).map(async ({ secretKey }) => {
          const read = await vault.get(secretKey);
          return read.ok ? read.value : null;
        }),
      );
      vault.dispose();
      expect(named).not.toContain(null);
      expect([...(await listSecrets())].sort()).toEqual([...named].sort());
      // Whoever begins next takes away the sign of life of the one that was killed last.
      expect(await opened.value.instance.begin()).toEqual({ ok: true, value: null });
      await opened.value.instance.end();
      expect((await readdir(folder)).filter((name) => /corrupt|\.part$|^run-/.test(name))).toEqual(
        [],
      );
    });
  },
);
