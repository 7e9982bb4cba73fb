import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { Fault } from '../fake-plex/state/fault-list.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { sampleAnswers } from '../fixtures/fuzz/sample-answers.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList, signInWithPassword, startSignedIn } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;

beforeEach(async () => {
  ({ plex, core, accountId } = await startSignedIn('sam'));
});
afterEach(() => plex.stop());

const wrongs: readonly (readonly [string, Fault['action'], object])[] = [
  ['the connection is reset', { reset: true }, { code: 'network.offline' }],
  ['the answer is cut off in the middle', { cutMidBody: true }, { code: 'network.offline' }],
  ['a captive portal answers', { html: true }, { code: 'network.intercepted' }],
  [
    'the answer leads to another host',
    { redirectTo: 'http://127.0.0.1:1/' },
    { code: 'network.intercepted' },
  ],
  ['the answer is garbage', { garbage: true }, { code: 'plex.malformed' }],
  ...['HTTP/1.1 999 No', 'HTTP/1.1 600 No', 'HTTP/1.1 099 No', 'HTTP/1.1 42 No'].map(
    (line): (typeof wrongs)[number] => [
      `the answer begins with “${line}”`,
      { raw: `${line}\r\nContent-Length: 2\r\n\r\n{}` },
      { code: 'plex.malformed' },
    ],
  ),
  ['the answer is no HTTP', { raw: 'SSH-2.0-x\r\n' }, { code: 'plex.malformed' }],
  [
    'the answer is fifty megabytes long',
    { sizeBytes: 52_428_800 },
    { code: 'plex.tooLarge', limitBytes: expect.any(Number) as number },
  ],
  ['every value in it is null', { scramble: 'nulls' }, { code: 'plex.malformed' }],
  ['Plex fails', { status: 500 }, { code: 'plex.unavailable', status: 500 }],
  [
    'Plex is away',
    { status: 502, body: '<html></html>' },
    { code: 'plex.unavailable', status: 502 },
  ],
  ['Plex wants no more questions', { status: 429 }, { code: 'plex.rateLimited' }],
  ['Plex refuses for a reason of its own', { status: 403 }, { code: 'plex.refused', status: 403 }],
];

test.each(wrongs)('when %s, it is told so and the account stays', async (_what, action, error) => {
  plex.faults.add({ match: { path: '/api/v2/user' }, action });
  expect(await core.request('account.load', { accountId })).toMatchObject({ ok: false, error });
  expect(core.snapshot().accounts).toMatchObject([{ id: accountId, verdict: { kind: 'unknown' } }]);
  plex.faults.clear();
  // After a 429 it is left alone for so long.
  await core.clock.advance(30_000);
  await core.must('account.load', { accountId });
  expect(core.snapshot().accounts).toMatchObject([{ verdict: { kind: 'valid' } }]);
});

test('no answer that is hardly HTTP comes to more than an error of the contract', async () => {
  for (const raw of sampleAnswers(300)) {
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { raw } });
    const answer = await core.request('account.load', { accountId });
    expect(answer, JSON.stringify(raw)).toMatchObject({
      ok: false,
      error: { code: expect.stringMatching(/^(network|plex|token)\./) as string },
    });
    plex.faults.clear();
  }
});

test('when Plex does not answer, it is told so after the limit', async () => {
  plex.faults.add({ match: { path: '/api/v2/user' }, action: { hang: true } });
  plex.requests.clear();
  const answer = core.request('account.load', { accountId });
  await expect.poll(() => plex.requests.list().map(({ path }) => path)).toContain('/api/v2/user');
  await core.clock.advance(15_000);
  expect(await answer).toMatchObject({ error: { code: 'network.timeout' } });
});

test('no token follows a redirect', async () => {
  const elsewhere = await startFakePlex();
  plex.faults.add({
    match: { path: '/api/v2/user' },
    action: { redirectTo: `${elsewhere.baseUrl}/api/v2/user` },
  });
  await core.request('account.load', { accountId });
  expect(elsewhere.requests.list()).toEqual([]);
  await elsewhere.stop();
});

describe('an index that cannot be read', () => {
  test('is kept aside, rebuilt from its backup, and told', async () => {
    const files = createMemoryProfileFiles();
    const vault = createMemoryVault();
    core = await startCore({ plexUrl: plex.baseUrl, files, vault });
    await signInWithPassword(core, plex, 'sam');
    await signInWithPassword(core, plex, 'edith');
    await files.write('index.json', '{"version":1,"acc');
    const again = await startCore({ plexUrl: plex.baseUrl, files, vault });
    expect(again.snapshot()).toMatchObject({
      notices: [{ kind: 'profileRebuilt', from: 'backup' }],
    });
    expect(again.snapshot().accounts.map(({ username }) => username)).toContain('sam');
  });

  test('without a backup starts empty, and told; who signs in again is there for good', async () => {
    const files = createMemoryProfileFiles({ 'index.json': 'not json' });
    const vault = createMemoryVault();
    core = await startCore({ plexUrl: plex.baseUrl, files, vault });
    expect(core.snapshot()).toMatchObject({
      accounts: [],
      notices: [{ kind: 'profileRebuilt', from: 'nothing' }],
    });
    await signInWithPassword(core, plex, 'sam');
    const again = await startCore({ plexUrl: plex.baseUrl, files, vault });
    expect(again.snapshot()).toMatchObject({
      accounts: [{ username: 'sam', storage: 'keychain' }],
      notices: [],
    });
  });

  test('of a later Usher is left alone', async () => {
    const text = '{"version":99,"data":{"future":true}}';
    const files = createMemoryProfileFiles({ 'index.json': text });
    core = await startCore({ plexUrl: plex.baseUrl, files });
    expect(core.snapshot().notices).toMatchObject([{ kind: 'profileTooNew' }]);
    await core.must('vault.useSessionOnly', {});
    await signInWithPassword(core, plex, 'sam');
    expect(core.snapshot().accounts).toMatchObject([{ username: 'sam', storage: 'session' }]);
    expect(await files.read('index.json')).toEqual({ ok: true, value: text });
  });

  test.each(['with entries of another form', 'with a removal cut short'])(
    'of a later Usher, %s: its servers, its secrets and its tokens at Plex are left alone too',
    async (how) => {
      const files = createMemoryProfileFiles();
      const vault = createMemoryVault();
      core = await startCore({ plexUrl: plex.baseUrl, files, vault });
      await signInAndList(core, plex, 'sam');
      await vault.set('account/unknown', 'of the later one');
      const written = await files.read('index.json');
      const { data } = JSON.parse((written.ok && written.value) || '') as { data: object };
      const account = (data as { accounts: [object] }).accounts[0];
      const cutShort = {
        ...data,
        accounts: [{ ...account, isSigningOut: true, isRevoking: true }],
        waitingSignOuts: [{ ...account, id: 'gone', askedAt: 1 }],
        unfinishedKeys: ['account/unknown'],
      };
      const later = how.includes('another form') ? { future: true } : cutShort;
      await files.write('index.json', JSON.stringify({ version: 99, data: later }));
      const servers = await files.read('servers.json');
      plex.requests.clear();

      core = await startCore({ plexUrl: plex.baseUrl, files, vault });
      await core.usher.settle();
      await core.usher.takeUpUnfinished();
      core.returnNetwork();
      await core.clock.advance(60_000);
      expect(await files.read('servers.json')).toEqual(servers);
      expect(await vault.get('account/unknown')).toEqual({ ok: true, value: 'of the later one' });
      const asked = plex.requests.list().map(({ path }) => path);
      expect(asked).not.toContain('/api/v2/users/signout');
    },
  );

  test('keeps the same client identifier', async () => {
    const files = createMemoryProfileFiles();
    core = await startCore({ plexUrl: plex.baseUrl, files });
    plex.requests.clear();
    await signInWithPassword(core, plex, 'sam');
    await files.write('index.json', 'broken');
    core = await startCore({ plexUrl: plex.baseUrl, files });
    await signInWithPassword(core, plex, 'sam');
    const identifiers = plex.requests
      .list()
      .filter(({ path }) => path === '/api/v2/users/signin')
      .map(({ headers }) => headers['x-plex-client-identifier']);
    expect(identifiers).toHaveLength(2);
    expect(new Set(identifiers).size).toBe(1);
  });
});

test('a removal cut short by a crash is finished at the next start, and told', async () => {
  const files = createMemoryProfileFiles();
  const memory = createMemoryVault();
  core = await startCore({ plexUrl: plex.baseUrl, files, vault: memory });
  accountId = await signInWithPassword(core, plex, 'sam');
  // As a crash between mark and delete leaves it.
  const index = await files.read('index.json');
  const text = index.ok ? (index.value ?? '') : '';
  await files.write('index.json', text.replace(/"isSigningOut":\s*false/, '"isSigningOut": true'));
  const again = await startCore({ plexUrl: plex.baseUrl, files, vault: memory });
  expect(again.snapshot().accounts).toMatchObject([{ status: 'signingOut' }]);
  await again.usher.settle();
  expect(again.snapshot()).toMatchObject({
    accounts: [],
    notices: [{ kind: 'removalFinished' }],
  });
});

test('a secret that a crash left without its entry is deleted at the next start', async () => {
  const files = createMemoryProfileFiles();
  const memory = createMemoryVault();
  core = await startCore({ plexUrl: plex.baseUrl, files, vault: memory });
  await signInWithPassword(core, plex, 'sam');
  const index = await files.read('index.json');
  const text = index.ok ? (index.value ?? '') : '';
  memory.put('account/left-behind', 'a token');
  await files.write(
    'index.json',
    text.replace(/"unfinishedKeys":\s*\[\]/, '"unfinishedKeys": ["account/left-behind"]'),
  );
  const again = await startCore({ plexUrl: plex.baseUrl, files, vault: memory });
  await again.usher.settle();
  expect(memory.has('account/left-behind')).toBe(false);
});

test('nothing that was logged holds a secret', async () => {
  await core.request('account.load', { accountId });
  plex.revokeAll('sam');
  await core.request('account.load', { accountId });
  for (const { value } of plex.secrets.list()) expect(core.log.text()).not.toContain(value);
});
