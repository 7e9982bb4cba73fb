import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RequestInput } from '../../shared/contract.ts';
import type { AccountId, ServerId, TransientTokenId } from '../../shared/model/ids.ts';
import type { SourceAnswer } from '../../shared/model/source.ts';
import type { Verdict } from '../../shared/model/token.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import type { CoreUnderTest } from './core-under-test.ts';
import { startSignedIn } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;

beforeEach(async () => {
  ({ plex, core, accountId } = await startSignedIn('robin'));
});
afterEach(() => plex.stop());

const serverId = (name: string): ServerId => plex.server(name).machineIdentifier as ServerId;
const on = (name: string) => ({ accountId, serverId: serverId(name) });

const library = 'provider://com.plexapp.plugins.library';
const request = (change: Partial<RequestInput<'server.askSource'>> = {}) =>
  core.request('server.askSource', {
    ...{ ...on('Attic'), source: library, refresh: false, transientTokenId: null },
    ...change,
  });
const ask = async (): Promise<SourceAnswer> => {
  const answer = await request();
  if (!answer.ok) throw new Error(answer.error.code);
  return answer.value;
};
const secretOf = (answer: SourceAnswer, name: string) => {
  const token = answer.devices.find((device) => device.name === name)?.token;
  if (!token) throw new Error(`no token for ${name}`);
  return { kind: 'source', tokenId: token.id } as const;
};

describe('a source', () => {
  test('of an owned server is answered with its devices, each with addresses and a masked token', async () => {
    const answer = await ask();
    expect(answer.devices.map(({ name, token }) => [name, token?.kind])).toEqual([
      ['Attic', 'transient'],
      ['Old Barn', 'transient'],
      ['Loft', 'transient'],
    ]);
    for (const { name, connections } of answer.devices) {
      expect(connections.map(({ uri }) => uri)).toContain(plex.server(name ?? '').url);
    }
    for (const { value } of plex.secrets.list()) {
      expect(JSON.stringify(answer)).not.toContain(value);
    }
  });

  test('has a token for each device, and copying and revealing one tell whose it is', async () => {
    const answer = await ask();
    await core.must('secret.copy', { secret: secretOf(answer, 'Loft'), form: 'url' });
    const [address = '', token = ''] = core.clipboardText().split('/?X-Plex-Token=');
    expect(plex.server('Loft').rightsOf(token)).toMatchObject({ isTransient: true });
    expect(answer.devices[2]?.connections[0]?.uri).toBe(address);
    expect(core.snapshot().clipboard).toMatchObject({ what: 'sourceToken', label: 'Loft' });
    const { secret } = await core.must('secret.reveal', { secret: secretOf(answer, 'Old Barn') });
    expect(plex.server('Old Barn').rightsOf(secret)).toMatchObject({ isTransient: true });
    expect(await core.must('activity.list', {})).toMatchObject([
      { kind: 'revealed', server: { name: 'Attic' }, device: 'Old Barn' },
      { kind: 'copied', server: { name: 'Attic' }, device: 'Loft' },
      {},
    ]);
  });

  test('that is asked about again has new tokens, and the old ones can’t be copied any more', async () => {
    const before = await ask();
    const after = await ask();
    expect(
      await core.request('secret.copy', { secret: secretOf(before, 'Loft'), form: 'raw' }),
    ).toMatchObject({ error: { code: 'token.notFound' } });
    await core.must('secret.copy', { secret: secretOf(after, 'Loft'), form: 'raw' });
    expect(core.clipboardText()).toMatch(/^transient-/);
  });

  test('that is answered after its account was signed out leaves no token behind', async () => {
    plex.faults.add({ match: { path: '/security/resources' }, action: { hold: true } });
    const asking = request();
    await expect
      .poll(() => plex.requests.list().map(({ path }) => path))
      .toContain('/security/resources');
    await core.must('account.removeLocally', { accountId });
    plex.faults.clear();
    expect(await asking).toMatchObject({ error: { code: 'account.notFound' } });
  });

  test('of somebody else’s server is refused before anything is asked', async () => {
    plex.requests.clear();
    expect(await request(on('Cabin'))).toMatchObject({ error: { code: 'server.notOwner' } });
    expect(plex.requests.list()).toEqual([]);
  });

  test('of a server before 1.15.4 is refused with the version that is needed', async () => {
    expect(await request(on('Old Barn'))).toMatchObject({
      error: { code: 'server.tooOld', neededVersion: '1.15.4' },
    });
  });

  test('that is not of the form is refused', async () => {
    expect(await request({ source: 'attic' })).toMatchObject({
      error: { code: 'source.malformed' },
    });
  });
});

describe('a source asked about with a transient token', () => {
  let transientTokenId: TransientTokenId;
  beforeEach(async () => {
    transientTokenId = (await core.mint(on('Attic'))).id;
    plex.requests.clear();
  });

  const verdict = (): Verdict | undefined =>
    core.snapshot().tokens.find(({ id }) => id === transientTokenId)?.verdict;
  const accessVerdict = (): Verdict | undefined =>
    core.snapshot().servers[0]?.servers.find(({ name }) => name === 'Attic')?.verdict;
  const asked = (): readonly string[] =>
    plex.requests.list().flatMap(({ path }) => (path === '/identity' ? [] : [path]));

  test('needs no access token, and proves the transient one', async () => {
    plex.server('Attic').renewAccessToken(plex.user('robin'));
    await core.clock.advance(60_000);
    const startedAt = core.clock.now();
    expect(await request({ transientTokenId })).toMatchObject({
      ok: true,
      value: { devices: [{ name: 'Attic' }, { name: 'Old Barn' }, { name: 'Loft' }] },
    });
    expect(asked()).toEqual(['/security/resources']);
    const present = verdict();
    expect(present?.kind === 'valid' ? present.provedAt : 0).toBeGreaterThanOrEqual(startedAt);
  });

  test.each([401, 403] as const)(
    'that the server refuses with %i is told and marked as that token, not the access token',
    async (refusal) => {
      plex.server('Attic').settings.refusal = refusal;
      await plex.server('Attic').restart();
      const dead = { ok: false, error: { code: 'token.dead', because: 'serverRestarted' } };
      expect(await request({ transientTokenId })).toEqual(dead);
      expect(verdict()).toMatchObject({ kind: 'rejected', because: 'serverRestarted' });
      expect(accessVerdict()).toMatchObject({ kind: 'valid' });
      const deeds = await core.must('activity.list', {});
      expect(deeds.filter(({ kind }) => kind === 'rejected')).toMatchObject([
        { what: 'transientToken', server: { name: 'Attic' } },
      ]);
      plex.requests.clear();
      expect(await request({ transientTokenId })).toEqual(dead);
      expect(plex.requests.list()).toEqual([]);
    },
  );

  test('that the server takes, but not for this, is told as that', async () => {
    plex.server('Attic').settings.makesNoTransients = true;
    expect(await request({ transientTokenId })).toMatchObject({
      error: { code: 'source.transientRefused', details: '403 Forbidden' },
    });
    expect(verdict()).toMatchObject({ kind: 'valid' });
  });

  test('goes to no other server', async () => {
    expect(await request({ ...on('Loft'), transientTokenId })).toMatchObject({
      error: { code: 'token.notFound' },
    });
    expect(plex.requests.list()).toEqual([]);
  });
});
