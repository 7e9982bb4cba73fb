import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountId, ServerId, TransientTokenId } from '../../shared/model/ids.ts';
import type { SecretRef } from '../../shared/model/token.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import type { CoreUnderTest } from './core-under-test.ts';
import { startSignedIn } from './testing/sign-in.ts';

const hourMs = 3_600_000;

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;
let tokenId: TransientTokenId;
let token: string;

beforeEach(async () => {
  ({ plex, core, accountId } = await startSignedIn('robin'));
  ({ id: tokenId } = await core.mint(on('Cabin')));
  token = core.clipboardText();
  core.copyElsewhere('a shopping list');
  // 300 ms are soon over on a machine that is busy with other tests.
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
const secret = (): SecretRef => ({ kind: 'transient', tokenId });
const copy = () => core.request('secret.copy', { secret: secret() });
const lives = (text: string): boolean =>
  plex.server('Cabin').rightsOf(text)?.user === plex.user('robin');

describe('a transient token that is copied', () => {
  test('is shown to its server first, in a header', async () => {
    plex.requests.clear();
    expect(await copy()).toEqual({ ok: true, value: { kind: 'copied' } });
    expect(core.clipboardText()).toBe(token);
    expect(plex.requests.list().filter(({ path }) => path === '/')).toMatchObject([
      { host: 'Cabin', token: 'header' },
    ]);
  });

  test('is copied all the same when its server is away, and that is said', async () => {
    await plex.server('Cabin').stop();
    expect(await copy()).toMatchObject({
      ok: true,
      // Where this computer is busy, the 300 ms are over first.
      value: {
        kind: 'copiedUnchecked',
        reason: expect.stringMatching(/^(server\.unreachable|network\.timeout)$/) as string,
      },
    });
    expect(core.clipboardText()).toBe(token);
  });

  test('waits 300 ms for its server and no longer', async () => {
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, action: { hang: true } });
    const copying = copy();
    await expect.poll(() => plex.requests.list().some(({ path }) => path === '/')).toBe(true);
    await core.clock.advance(300);
    expect(await copying).toMatchObject({
      ok: true,
      value: { kind: 'copiedUnchecked', reason: 'network.timeout' },
    });
    expect(core.clipboardText()).toBe(token);
  });

  test('is not called tested while its server wants to be left alone', async () => {
    const tokens = [{ kind: 'access', ...on('Cabin') } as const];
    const headers = { 'Retry-After': '3600' };
    plex.faults.add({
      match: { host: 'Cabin', path: '/' },
      times: 1,
      action: { status: 429, headers },
    });
    await core.must('verdicts.check', { tokens, isAsked: true });
    await plex.server('Cabin').restart();
    plex.requests.clear();
    expect(await copy()).toEqual({
      ok: true,
      value: { kind: 'copiedUnchecked', reason: 'plex.rateLimited' },
    });
    expect(plex.requests.list()).toEqual([]);
    expect(core.snapshot().tokens).toMatchObject([
      { verdict: { kind: 'unknown', reason: 'plex.rateLimited' } },
    ]);
  });

  test('is taken off the clipboard again when the answer that came late is a no', async () => {
    await plex.server('Cabin').restart();
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, times: 1, action: { hold: true } });
    const copying = copy();
    await expect.poll(() => plex.requests.list().some(({ path }) => path === '/')).toBe(true);
    await core.clock.advance(300);
    expect(await copying).toMatchObject({ value: { kind: 'copiedUnchecked' } });
    plex.faults.clear();
    await core.waitFor('clipboard', ({ kind }) => kind === 'empty');
    expect(core.clipboardText()).toBe('');
  });
});

describe('a dead transient token', () => {
  test('is never copied, and it is said that its server was restarted', async () => {
    await plex.server('Cabin').restart();
    const refusal = { ok: false, error: { code: 'token.dead', because: 'serverRestarted' } };
    expect(await copy()).toEqual(refusal);
    expect(core.clipboardText()).toBe('a shopping list');
    // Known by now, and so without asking.
    await plex.server('Cabin').stop();
    expect(await copy()).toEqual(refusal);
    expect(core.clipboardText()).toBe('a shopping list');
  });

  test('that has expired is called expired', async () => {
    plex.clock.advance(48 * hourMs);
    await core.clock.advance(48 * hourMs);
    expect(await copy()).toMatchObject({ ok: false, error: { code: 'token.expired' } });
    expect(core.clipboardText()).toBe('a shopping list');
  });

  test('of an account that may no longer use the server is called that', async () => {
    await plex.server('Cabin').restart();
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, action: { status: 401 } });
    expect(await copy()).toMatchObject({ error: { code: 'token.dead', because: 'accessEnded' } });
  });

  test.each(['restart', 'expiry'] as const)(
    'is minted anew in the same action after a %s, where the person has chosen so, in the form asked for',
    async (end) => {
      await core.must('settings.update', { isMintingAnew: true });
      if (end === 'restart') await plex.server('Cabin').restart();
      else {
        plex.clock.advance(48 * hourMs);
        await core.clock.advance(48 * hourMs);
      }
      const copied = await core.request('secret.copy', { secret: secret(), form: 'env' });
      const because = end === 'restart' ? 'serverRestarted' : 'expired';
      expect(copied).toMatchObject({ ok: true, value: { kind: 'mintedAnew', because } });
      const minted = core.clipboardText().split('=').at(-1) ?? '';
      expect(minted).not.toBe(token);
      expect(lives(minted.replaceAll(/['"\n]/g, ''))).toBe(true);
      const { tokens, notices } = core.snapshot();
      expect(tokens.map(({ id }) => id)).not.toContain(tokenId);
      expect(tokens).toHaveLength(1);
      expect(notices).toMatchObject([{ kind: 'mintedAnew', serverName: 'Cabin', because }]);
    },
  );

  test('is minted anew by one click, and leaves the list', async () => {
    await plex.server('Cabin').restart();
    await copy();
    const { id } = await core.must('token.mintAnew', { tokenId });
    expect(lives(core.clipboardText())).toBe(true);
    expect(core.snapshot().tokens.map((one) => one.id)).toEqual([id]);
  });

  test('stays in the list when no new one can be had', async () => {
    await core.must('settings.update', { isMintingAnew: true });
    await plex.server('Cabin').restart();
    plex.faults.add({ match: { host: 'Cabin', path: '/security/token' }, action: { status: 503 } });
    expect(await copy()).toMatchObject({ error: { code: 'server.refused' } });
    expect(core.clipboardText()).toBe('a shopping list');
    expect(core.snapshot().tokens).toMatchObject([{ id: tokenId, verdict: { kind: 'rejected' } }]);
  });
});

describe('whoever waits until nothing that was copied can be lost', () => {
  const waiting = () => {
    const seen = { isOver: false };
    const over = core.usher.services.secrets.untilNothingToLose().then(() => {
      seen.isOver = true;
    });
    return { seen, over };
  };

  beforeEach(() => core.must('clipboard.clear', {}));

  test('need not wait before anything is copied', async () => {
    await waiting().over;
  });

  test('waits for a copy that is under way, and then until its time is over', async () => {
    plex.faults.add({ match: { host: 'Cabin', path: '/' }, times: 1, action: { hold: true } });
    const copying = copy();
    const { seen, over } = waiting();
    await expect.poll(() => plex.requests.list().some(({ path }) => path === '/')).toBe(true);
    expect(seen.isOver).toBe(false);
    plex.faults.clear();
    expect(await copying).toMatchObject({ ok: true });
    await core.clock.advance(29_000);
    expect(core.clipboardText()).toBe(token);
    expect(seen.isOver).toBe(false);
    await core.clock.advance(1_000);
    await over;
    expect(core.clipboardText()).toBe('');
  });

  test('waits no longer when the copy fails', async () => {
    await plex.server('Cabin').restart();
    const copying = copy();
    const { over } = waiting();
    expect(await copying).toMatchObject({ error: { code: 'token.dead' } });
    await over;
  });
});
