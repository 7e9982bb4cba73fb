import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Vault } from '../../electron/ports.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import type { AccountId, ServerId, TransientTokenId } from '../../shared/model/ids.ts';
import type { StateChange } from '../../shared/model/state.ts';
import { err, type Result } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList } from './testing/sign-in.ts';

const hourMs = 3_600_000;

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;
let memory: Vault;
/** Where the keychain keeps what was put there last. */
let lastKey: string;
let isLocked: boolean;

const locked: Result<never> = err({ code: 'vault.locked' });

beforeEach(async () => {
  isLocked = false;
  memory = createMemoryVault();
  plex = await startFakePlex();
  core = await startCore({
    plexUrl: plex.baseUrl,
    vault: {
      ...memory,
      get: (key) => (isLocked ? Promise.resolve(locked) : memory.get(key)),
      set: (key, secret) => {
        lastKey = key;
        return memory.set(key, secret);
      },
    },
  });
  accountId = await signInAndList(core, plex, 'robin');
  // The 300 ms that a server has to answer are soon over on a machine that is busy with other tests.
  core.clock.slowDown(20);
});
afterEach(async () => {
  await core.usher.close();
  await plex.stop();
});

const on = (name: string) => ({
  accountId,
  serverId: plex.server(name).machineIdentifier as ServerId,
});
const copy = (name = 'Cabin') => core.request('server.copyToken', { ...on(name), mode: 'reuse' });
const listed = (): readonly TransientTokenId[] => core.snapshot().tokens.map(({ id }) => id);
const lives = (text: string): boolean =>
  plex.server('Cabin').rightsOf(text)?.user === plex.user('robin');

/** Mints, and puts something else on the clipboard. */
const mint = async (name = 'Cabin') => {
  const { id } = await core.mint(on(name));
  const token = core.clipboardText();
  core.copyElsewhere('a shopping list');
  // Two of one instant have no order.
  await core.clock.advance(1);
  return { id, token };
};

describe('the token of a server', () => {
  test('is news of that server alone, of however many the account has', async () => {
    // Each answer has been told of.
    await core.clock.advance(60_000);
    const told: StateChange[] = [];
    core.usher.events.subscribe((change) => void told.push(change));
    await mint('Attic');
    await core.clock.advance(60_000);
    expect(told.filter((change) => 'servers' in change)).toEqual([]);
    const names = told.flatMap(({ changedServers = [] }) => changedServers.map(({ name }) => name));
    expect(new Set(names)).toEqual(new Set(['Attic']));
    const attic = core
      .snapshot()
      .servers.flatMap(({ servers }) => servers)
      .find(({ name }) => name === 'Attic');
    expect(told.findLast(({ changedServers }) => changedServers)?.changedServers).toEqual([attic]);
  });

  test('is minted where there is none', async () => {
    await mint('Attic');
    const copied = await copy();
    expect(copied).toMatchObject({
      value: { kind: 'minted', because: null, token: { serverName: 'Cabin', storage: 'keychain' } },
    });
    expect(lives(core.clipboardText())).toBe(true);
  });

  test('is the one that was minted last, which its server is asked about', async () => {
    await mint();
    const last = await mint();
    await mint('Attic');
    plex.requests.clear();
    expect(await copy()).toMatchObject({
      ok: true,
      value: { kind: 'copied', token: { id: last.id } },
    });
    expect(core.clipboardText()).toBe(last.token);
    expect(plex.requests.list().map(({ path }) => path)).not.toContain('/security/token');
    expect(plex.requests.list().filter(({ path }) => path === '/')).toMatchObject([
      { host: 'Cabin', token: 'header' },
    ]);
  });

  test('is minted all the same where a new one is asked for', async () => {
    const { id, token } = await mint();
    const copied = await core.must('server.copyToken', { ...on('Cabin'), mode: 'new' });
    expect(copied).toMatchObject({ kind: 'minted', because: null });
    expect(core.clipboardText()).not.toBe(token);
    expect(listed()).toEqual([copied.token.id, id]);
  });

  test('is copied unchecked when its server is away', async () => {
    const { id, token } = await mint();
    await plex.server('Cabin').stop();
    expect(await copy()).toMatchObject({ value: { kind: 'copiedUnchecked', token: { id } } });
    expect(core.clipboardText()).toBe(token);
  });

  test('is an earlier one when the last is known to be dead', async () => {
    const earlier = await mint();
    const last = await mint();
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, action: { status: 401 } });
    const tokens = [{ kind: 'transient', tokenId: last.id } as const];
    await core.must('verdicts.check', { tokens, isAsked: true });
    plex.faults.clear();
    expect(await copy()).toMatchObject({ value: { kind: 'copied', token: { id: earlier.id } } });
  });

  test('is minted where the keychain has lost the last one, which leaves the list', async () => {
    await mint();
    await memory.delete(lastKey);
    const copied = await copy();
    expect(copied).toMatchObject({ value: { kind: 'minted', because: null } });
    expect(lives(core.clipboardText())).toBe(true);
    expect(listed()).toHaveLength(1);
  });

  test('is not minted in place of one that is in a locked keychain', async () => {
    await mint();
    isLocked = true;
    expect(await copy()).toEqual(locked);
    expect(core.clipboardText()).toBe('a shopping list');
    expect(listed()).toHaveLength(1);
  });

  test('is minted where the last one is forgotten while its server is asked', async () => {
    const { id, token } = await mint();
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, times: 1, action: { hold: true } });
    plex.requests.clear();
    const copying = copy();
    await expect.poll(() => plex.requests.list().some(({ path }) => path === '/')).toBe(true);
    await core.must('token.forget', { tokenId: id });
    plex.faults.clear();
    expect(await copying).toMatchObject({ value: { kind: 'minted', because: null } });
    expect(core.clipboardText()).not.toBe(token);
    expect(lives(core.clipboardText())).toBe(true);
  });

  test('asked for twice at once where there is none is minted once', async () => {
    const [one, other] = await Promise.all([copy(), copy()]);
    expect(one).toEqual(other);
    expect(listed()).toHaveLength(1);
  });
});

describe('a dead token of a server', () => {
  test.each(['restart', 'expiry'] as const)('is replaced after a %s', async (end) => {
    const { id, token } = await mint();
    if (end === 'restart') await plex.server('Cabin').restart();
    else {
      plex.clock.advance(48 * hourMs);
      await core.clock.advance(48 * hourMs);
    }
    const because = end === 'restart' ? 'serverRestarted' : 'expired';
    expect(await copy()).toMatchObject({ value: { kind: 'minted', because } });
    expect(core.clipboardText()).not.toBe(token);
    expect(lives(core.clipboardText())).toBe(true);
    expect(listed()).not.toContain(id);
    expect(listed()).toHaveLength(1);
    // The answer says it.
    expect(core.snapshot().notices).toEqual([]);
  });

  test('is replaced once when it is asked for twice at once', async () => {
    await mint();
    await plex.server('Cabin').restart();
    const [one, other] = await Promise.all([copy(), copy()]);
    expect(one).toEqual(other);
    expect(listed()).toHaveLength(1);
  });

  test('stays in the list when no new one can be had', async () => {
    const { id } = await mint();
    await plex.server('Cabin').restart();
    plex.faults.add({ match: { host: 'Cabin', path: '/security/token' }, action: { status: 503 } });
    expect(await copy()).toMatchObject({ error: { code: 'server.refused' } });
    expect(core.clipboardText()).toBe('a shopping list');
    expect(listed()).toEqual([id]);
  });
});

describe('for somebody who wants a new token each time', () => {
  test('a good one is left alone, and another is minted and copied', async () => {
    const { id, token } = await mint();
    await core.must('settings.update', { isReusing: false });
    await copy();
    expect(core.clipboardText()).not.toBe(token);
    expect(lives(core.clipboardText())).toBe(true);
    expect(listed()).toContain(id);
  });
});

test('what is copied stays as long as the person has chosen', async () => {
  await core.must('settings.update', { clipboardSeconds: 120 });
  await copy();
  expect(core.snapshot().clipboard).toMatchObject({ kind: 'holding', totalMs: 120_000 });
});
