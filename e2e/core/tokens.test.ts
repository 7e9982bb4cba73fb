import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { Vault } from '../../electron/ports.ts';
import type { AccountId, ServerId, TransientTokenId } from '../../shared/model/ids.ts';
import { err } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList, signInWithPassword, startSignedIn } from './testing/sign-in.ts';

const hourMs = 3_600_000;

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;

beforeEach(async () => {
  ({ plex, core, accountId } = await startSignedIn('robin'));
});
afterEach(() => plex.stop());

const serverId = (name: string): ServerId => plex.server(name).machineIdentifier as ServerId;
const on = (name: string) => ({ accountId, serverId: serverId(name) });
const isIssued = (token: string): boolean =>
  plex.secrets.list().some(({ kind, value }) => kind === 'transientToken' && value === token);

/** Time passes here and at Plex. */
const pass = async (durationMs: number): Promise<void> => {
  plex.clock.advance(durationMs);
  await core.clock.advance(durationMs);
};

describe('the servers of an account', () => {
  test('are listed with what Plex says of them, and without their access tokens', () => {
    const [list] = core.snapshot().servers;
    expect(
      list?.servers.map(({ name, ownership, isOnline }) => ({ name, ownership, isOnline })),
    ).toEqual(
      expect.arrayContaining([
        { name: 'Attic', ownership: 'owned', isOnline: true },
        { name: 'Cabin', ownership: 'shared', isOnline: true },
        { name: "Granny's", ownership: 'home', isOnline: false },
      ]),
    );
    for (const { value } of plex.secrets.list()) {
      expect(JSON.stringify(core.snapshot())).not.toContain(value);
    }
  });

  test('stay as they were last known when Plex cannot be asked', async () => {
    plex.faults.add({ match: { path: '/api/v2/resources' }, action: { status: 503 } });
    const before = core.snapshot().servers[0]?.servers.length;
    expect(await core.request('servers.refresh', { accountId })).toMatchObject({
      ok: false,
      error: { code: 'plex.unavailable', status: 503 },
    });
    expect(core.snapshot().servers[0]).toMatchObject({ error: { code: 'plex.unavailable' } });
    expect(core.snapshot().servers[0]?.servers).toHaveLength(before ?? -1);
  });

  test.each([{ scramble: 'nulls' }, { scramble: 'types' }] as const)(
    'stay as they were last known when nothing can be read of any: %j',
    async (action) => {
      plex.faults.add({ match: { path: '/api/v2/resources' }, action });
      const before = core.snapshot().servers[0]?.servers;
      expect(await core.request('servers.refresh', { accountId })).toMatchObject({
        ok: false,
        error: { code: 'plex.malformed' },
      });
      expect(core.snapshot().servers[0]?.servers).toHaveLength(before?.length ?? -1);
      plex.faults.clear();
      expect(await core.mint(on('Attic'))).toMatchObject({ serverName: 'Attic' });
    },
  );

  test('are there at the next start before Plex has answered', async () => {
    const files = createMemoryProfileFiles();
    const vault = createMemoryVault();
    core = await startCore({ plexUrl: plex.baseUrl, files, vault });
    await signInAndList(core, plex, 'robin');
    const again = await startCore({ plexUrl: plex.baseUrl, files, vault });
    expect(again.snapshot().servers[0]?.servers.length).toBeGreaterThan(3);
  });
});

describe('minting', () => {
  test('puts a token of that server on the clipboard at once, and into the list', async () => {
    const minted = await core.mint(on('Attic'));
    const token = core.clipboardText();
    expect(isIssued(token)).toBe(true);
    expect(minted).toMatchObject({
      serverName: 'Attic',
      storage: 'keychain',
      token: { kind: 'transient', lastFour: token.slice(-4) },
    });
    expect(minted.expiresAt - minted.mintedAt).toBe(48 * hourMs);
    expect(core.snapshot().tokens).toMatchObject([{ id: minted.id }]);
    expect(core.snapshot().clipboard).toMatchObject({
      ...{ kind: 'holding', label: 'Attic' },
      tokenId: minted.id,
    });
  });

  test.each(['Attic', 'Cabin', 'Old Barn', 'Loft'])('works on %s', async (name) => {
    await core.mint(on(name));
    const answer = await fetch(`${plex.server(name).url}/`, {
      headers: { 'X-Plex-Token': core.clipboardText() },
    });
    expect(answer.status).toBe(200);
  });

  test('never sends a token to an address that was not proved, nor in a URL', async () => {
    plex.requests.clear();
    await core.mint(on('Loft'));
    for (const request of plex.requests.list()) expect(request.token).not.toBe('query');
    const elsewhere = plex.requests.list().filter(({ host }) => host !== 'plex' && host !== 'Loft');
    for (const request of elsewhere)
      expect(request).toMatchObject({ path: '/identity', token: 'none' });
  });

  test('takes the new access token when the list is just being refreshed', async () => {
    plex.server('Cabin').renewAccessToken(plex.user('robin'));
    const refreshing = core.must('servers.refresh', { accountId });
    const minted = await core.mint(on('Cabin'));
    await refreshing;
    expect(minted.serverName).toBe('Cabin');
  });

  test('asked twice at once mints once', async () => {
    const [one, other] = await Promise.all([core.mint(on('Attic')), core.mint(on('Attic'))]);
    expect(one.id).toBe(other.id);
    expect(core.snapshot().tokens).toHaveLength(1);
  });

  test('keeps the token that a clipboard does not take, and says why it is not there', async () => {
    const refused = err({ code: 'clipboard.failed' } as const);
    core = await startCore({ plexUrl: plex.baseUrl, writeSecret: () => Promise.resolve(refused) });
    accountId = await signInWithPassword(core, plex, 'robin');
    expect(await core.request('server.copyToken', { ...on('Attic'), mode: 'new' })).toEqual(
      refused,
    );
    const [token] = core.snapshot().tokens;
    expect(token).toMatchObject({ serverName: 'Attic', storage: 'keychain' });
    const secret = { kind: 'transient', tokenId: token?.id as TransientTokenId } as const;
    expect(isIssued((await core.must('secret.reveal', { secret })).secret)).toBe(true);
    expect(core.snapshot().clipboard).toEqual({ kind: 'empty' });
  });

  test('holds and copies the token that a keychain does not take, for this session', async () => {
    const memory = createMemoryVault();
    const isRefused = (key: string): boolean => key.startsWith('transient-token/');
    const vault: Vault = {
      ...memory,
      set: async (key, secret) =>
        isRefused(key) ? err({ code: 'vault.denied' }) : memory.set(key, secret),
    };
    core = await startCore({ plexUrl: plex.baseUrl, vault });
    accountId = await signInWithPassword(core, plex, 'robin');
    expect(await core.mint(on('Attic'))).toMatchObject({ storage: 'session' });
    expect(isIssued(core.clipboardText())).toBe(true);
    expect(core.snapshot().tokens).toMatchObject([{ serverName: 'Attic', storage: 'session' }]);
  });

  test('on a server that is off says so, and changes nothing; once it is on, it works', async () => {
    expect(
      await core.request('server.copyToken', { ...on("Granny's"), mode: 'new' }),
    ).toMatchObject({
      error: { code: 'server.unreachable' },
    });
    expect(core.snapshot()).toMatchObject({ tokens: [], clipboard: { kind: 'empty' } });
    await plex.server("Granny's").start();
    await core.must('servers.refresh', { accountId });
    expect(await core.mint(on("Granny's"))).toMatchObject({
      serverName: "Granny's",
    });
  });

  test('on a server that was restarted gives a new token, which is good there', async () => {
    await core.mint(on('Attic'));
    const first = core.clipboardText();
    await plex.server('Attic').restart();
    expect(plex.server('Attic').rightsOf(first)).toBeUndefined();
    await core.mint(on('Attic'));
    expect(plex.server('Attic').rightsOf(core.clipboardText())).toBeDefined();
  });

  test('refused by the server leaves the account in good standing', async () => {
    for (const path of ['/', '/security/token'])
      plex.faults.add({ match: { host: 'Attic', path }, action: { status: 401 } });
    expect(await core.request('server.copyToken', { ...on('Attic'), mode: 'new' })).toMatchObject({
      error: { code: 'server.rejected' },
    });
    expect(core.snapshot().accounts[0]).toMatchObject({ verdict: { kind: 'valid' } });
  });
});

describe('the list of transient tokens', () => {
  test('survives a restart, secrets in the vault', async () => {
    const files = createMemoryProfileFiles();
    const vault = createMemoryVault();
    core = await startCore({ plexUrl: plex.baseUrl, files, vault });
    accountId = await signInWithPassword(core, plex, 'robin');
    const minted = await core.mint(on('Attic'));
    const token = core.clipboardText();
    expect(JSON.stringify(await files.read('index.json'))).not.toContain(token);
    const again = await startCore({ plexUrl: plex.baseUrl, files, vault });
    expect(again.snapshot().tokens).toMatchObject([{ id: minted.id }]);
    await again.must('secret.copy', { secret: { kind: 'transient', tokenId: minted.id } });
    expect(again.clipboardText()).toBe(token);
  });

  test('shows what has run out as expired for a day, then drops it, from the vault too', async () => {
    const files = createMemoryProfileFiles();
    const vault = createMemoryVault();
    core = await startCore({ plexUrl: plex.baseUrl, files, vault });
    accountId = await signInWithPassword(core, plex, 'robin');
    await core.mint(on('Attic'));
    const index = await files.read('index.json');
    const key = /transient-token\/[\w-]+/.exec(index.ok ? (index.value ?? '') : '')?.[0] ?? '';
    expect(vault.has(key)).toBe(true);
    const minted = core.snapshot().tokens[0];
    await pass(47 * hourMs);
    expect(core.snapshot().tokens[0]?.remainingMs).toBeGreaterThan(0);
    await pass(hourMs);
    expect(core.snapshot().tokens).toMatchObject([{ remainingMs: 0 }]);
    const secret = { kind: 'transient' as const, tokenId: minted?.id as TransientTokenId };
    expect(await core.request('secret.copy', { secret })).toMatchObject({
      ok: false,
      error: { code: 'token.expired' },
    });
    const dropped = core.waitFor('tokens', (tokens) => tokens.length === 0);
    await pass(24 * hourMs);
    await dropped;
    expect(vault.has(key)).toBe(false);
  });

  test('forgets one when told to', async () => {
    const minted = await core.mint(on('Attic'));
    await core.must('token.forget', { tokenId: minted.id });
    expect(core.snapshot().tokens).toEqual([]);
    expect(
      await core.request('secret.reveal', { secret: { kind: 'transient', tokenId: minted.id } }),
    ).toMatchObject({ ok: false, error: { code: 'token.notFound' } });
  });
});

describe('the clipboard', () => {
  beforeEach(async () => {
    await core.mint(on('Attic'));
  });

  test('is cleared after thirty seconds', async () => {
    await core.clock.advance(25_000);
    expect(core.clipboardText()).not.toBe('');
    await core.clock.advance(5_000);
    expect(core.clipboardText()).toBe('');
    expect(core.snapshot().clipboard).toEqual({ kind: 'empty' });
  });

  test('is left alone when something else was copied since', async () => {
    core.copyElsewhere('a shopping list');
    await core.clock.advance(30_000);
    expect(core.clipboardText()).toBe('a shopping list');
    expect(core.snapshot().clipboard).toEqual({ kind: 'empty' });
  });

  test('keeps what was copied elsewhere since, also when Usher quits', async () => {
    core.copyElsewhere('a shopping list');
    await core.usher.close();
    expect(core.clipboardText()).toBe('a shopping list');
  });

  test('keeps the token when the person says so, also when Usher quits', async () => {
    await core.must('clipboard.keep', {});
    await core.clock.advance(60_000);
    await core.usher.close();
    expect(isIssued(core.clipboardText())).toBe(true);
  });

  test('is cleared at once when the person says so, and when Usher quits', async () => {
    await core.must('clipboard.clear', {});
    expect(core.clipboardText()).toBe('');
    await core.mint(on('Attic'));
    await core.usher.close();
    expect(core.clipboardText()).toBe('');
  });

  test('is cleared when the screen is locked, unless it is to be kept', async () => {
    const cleared = core.waitFor('clipboard', ({ kind }) => kind === 'empty');
    core.lockScreen();
    await cleared;
    expect(core.clipboardText()).toBe('');
    await core.mint(on('Attic'));
    await core.must('clipboard.keep', {});
    core.lockScreen();
    expect(isIssued(core.clipboardText())).toBe(true);
  });

  test('counts anew for a second copy', async () => {
    await core.clock.advance(20_000);
    await core.mint(on('Cabin'));
    await core.clock.advance(20_000);
    expect(isIssued(core.clipboardText())).toBe(true);
    await core.clock.advance(10_000);
    expect(core.clipboardText()).toBe('');
  });
});
