import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { SourceAnswer } from '../../shared/model/source.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;

beforeEach(async () => {
  plex = await startFakePlex();
  core = await startCore({ plexUrl: plex.baseUrl });
  accountId = await signInWithPassword(core, plex, 'robin');
  await core.waitFor('servers', (list) => !list.isRefreshing && list.refreshedAt !== null);
});
afterEach(() => plex.stop());

const serverId = (name: string): ServerId => plex.server(name).machineIdentifier as ServerId;
const on = (name: string) => ({ accountId, serverId: serverId(name) });

const library = 'provider://com.plexapp.plugins.library';
const ask = () => core.must('server.askSource', { ...on('Attic'), source: library, refresh: true });
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
      { kind: 'revealed', server: { name: 'Attic' }, sourceDevice: 'Old Barn' },
      { kind: 'copied', server: { name: 'Attic' }, sourceDevice: 'Loft' },
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

  test('of somebody else’s server is refused before anything is asked', async () => {
    plex.requests.clear();
    expect(
      await core.request('server.askSource', {
        ...on('Cabin'),
        source: `server://${serverId('Cabin')}`,
        refresh: false,
      }),
    ).toMatchObject({ error: { code: 'server.notOwner' } });
    expect(plex.requests.list()).toEqual([]);
  });

  test('of a server before 1.15.4 is refused with the version that is needed', async () => {
    expect(
      await core.request('server.askSource', {
        ...on('Old Barn'),
        source: `server://${serverId('Old Barn')}`,
        refresh: false,
      }),
    ).toMatchObject({ error: { code: 'server.tooOld', neededVersion: '1.15.4' } });
  });

  test('that is not of the form is refused', async () => {
    expect(
      await core.request('server.askSource', { ...on('Attic'), source: 'attic', refresh: false }),
    ).toMatchObject({ ok: false, error: { code: 'source.malformed' } });
  });
});
