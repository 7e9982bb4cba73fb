import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountId, ServerId, TransientTokenId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList, startSignedIn } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;
let tokenId: TransientTokenId;

beforeEach(async () => {
  ({ plex, core, accountId } = await startSignedIn('robin'));
  const serverId = plex.server('Attic').machineIdentifier as ServerId;
  tokenId = (await core.mint({ accountId, serverId })).id;
});
afterEach(() => plex.stop());

describe('a transient token copied', () => {
  test('as URL opens the server by itself', async () => {
    await core.must('secret.copy', { secret: { kind: 'transient', tokenId }, form: 'url' });
    const answer = await fetch(core.clipboardText());
    expect(answer.status).toBe(200);
  });

  test('as a header, an .env line or JSON holds the token that was minted', async () => {
    const minted = plex.secrets.list().findLast(({ kind }) => kind === 'transientToken')?.value;
    const copied: string[] = [];
    for (const form of ['header', 'env', 'json'] as const) {
      await core.must('secret.copy', { secret: { kind: 'transient', tokenId }, form });
      copied.push(core.clipboardText());
    }
    expect(copied).toEqual([
      `X-Plex-Token: ${minted}`,
      `PLEX_TOKEN=${minted}`,
      expect.stringContaining(`"token":"${minted}"`),
    ]);
  });

  test('in a form is on the clipboard bar with that form, which is not remembered', async () => {
    await core.must('secret.copy', { secret: { kind: 'transient', tokenId }, form: 'yaml' });
    expect(core.snapshot().clipboard).toMatchObject({ kind: 'holding', form: 'yaml' });
    expect(core.snapshot().settings.tokenForm).toBe('raw');
  });

  test('in a form is cleared from the clipboard like the token alone', async () => {
    await core.must('secret.copy', { secret: { kind: 'transient', tokenId }, form: 'curl' });
    await core.clock.advance(30_000);
    expect(core.clipboardText()).toBe('');
  });
});

test('an account token copied as curl asks plex.tv who it belongs to', async () => {
  await core.must('secret.copy', { secret: { kind: 'account', accountId }, form: 'curl' });
  expect(core.clipboardText()).toContain(`'${plex.baseUrl}/api/v2/user'`);
});

test('on Windows a token copied as curl is a line of PowerShell', async () => {
  const there = await startCore({ plexUrl: plex.baseUrl, platform: 'win32' });
  const id = await signInAndList(there, plex, 'robin');
  await there.must('secret.copy', { secret: { kind: 'account', accountId: id }, form: 'curl' });
  expect(there.clipboardText()).toMatch(/^curl\.exe -H 'X-Plex-Token: \S+' 'http\S+\/user'$/);
  const serverId = plex.server('Attic').machineIdentifier as ServerId;
  const minted = await there.mint({ accountId: id, serverId });
  const secret = { kind: 'transient', tokenId: minted.id } as const;
  await there.must('secret.copy', { secret, form: 'curl' });
  expect(there.clipboardText()).toMatch(/^curl\.exe -H 'X-Plex-Token: transient-/);
});

test('every copy has the form of the settings, unless another is asked for', async () => {
  await core.must('settings.update', { tokenForm: 'header' });
  const server = { accountId, serverId: plex.server('Loft').machineIdentifier as ServerId };
  const minted = await core.mint(server);
  expect(core.clipboardText()).toMatch(/^X-Plex-Token: transient-/);
  for (const copy of [
    () => core.must('server.copyToken', { ...server, mode: 'reuse' }),
    () => core.must('secret.copy', { secret: { kind: 'account', accountId } }),
    () => core.must('token.mintAnew', { tokenId: minted.id }),
  ]) {
    core.copyElsewhere('a shopping list');
    await copy();
    expect(core.clipboardText()).toMatch(/^X-Plex-Token: /);
  }
  await core.must('server.copyToken', { ...server, mode: 'new', form: 'env' });
  expect(core.clipboardText()).toMatch(/^PLEX_TOKEN=transient-/);
  expect(core.snapshot().settings.tokenForm).toBe('header');
});

describe('the activity', () => {
  test('lists what was done, the newest first, without any secret', async () => {
    await core.must('secret.reveal', { secret: { kind: 'account', accountId } });
    await core.must('secret.copy', { secret: { kind: 'transient', tokenId } });
    await core.must('token.forget', { tokenId });
    const entries = await core.must('activity.list', {});
    expect(entries.map(({ kind, what, server }) => [kind, what, server?.name])).toEqual([
      ['forgotten', 'transientToken', 'Attic'],
      ['copied', 'transientToken', 'Attic'],
      ['revealed', 'accountToken', undefined],
      ['minted', 'transientToken', 'Attic'],
      ['signedIn', 'accountToken', undefined],
    ]);
    for (const { value } of plex.secrets.list()) {
      expect(JSON.stringify(entries)).not.toContain(value);
    }
  });

  test('tells of a sign-out, and outlives it until it is cleared', async () => {
    await core.must('account.signOut', { accountId });
    const [newest] = await core.must('activity.list', {});
    expect(newest).toMatchObject({ kind: 'signedOut', account: { name: 'robin' } });
    await core.must('activity.clear', {});
    expect(await core.must('activity.list', {})).toEqual([]);
  });

  test.each(['json', 'csv'] as const)('is saved as %s where the person says', async (format) => {
    expect(await core.must('activity.export', { format })).toBe(true);
    const text = core.savedFiles.get(`usher-activity.${format}`);
    expect(text).toContain('Attic');
    for (const { value } of plex.secrets.list()) expect(text).not.toContain(value);
  });
});
