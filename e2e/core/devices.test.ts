import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { DeviceKind, DeviceList, RevocationReport } from '../../shared/model/device.ts';
import type { AccountId, DeviceId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;

beforeEach(async () => {
  plex = await startFakePlex();
  core = await startCore({ plexUrl: plex.baseUrl });
});
afterEach(() => plex.stop());

const listOf = (accountId: AccountId): DeviceList => {
  const list = core.snapshot().devices.find((one) => one.accountId === accountId);
  if (list === undefined) throw new Error('no list');
  return list;
};
const ask = async (accountId: AccountId): Promise<DeviceList> => {
  await core.must('devices.refresh', { accountId });
  return listOf(accountId);
};
const idOf = (accountId: AccountId, name: string): DeviceId => {
  const device = listOf(accountId).devices.find((one) => one.name === name);
  if (device === undefined) throw new Error(`no device ${name}`);
  return device.id;
};
const namesOf = (list: DeviceList, kind?: DeviceKind): readonly (string | null)[] =>
  list.devices.filter((one) => kind === undefined || one.kind === kind).map(({ name }) => name);
const report = (): RevocationReport => {
  const [revocation] = core.snapshot().revocations;
  if (revocation?.phase !== 'over') throw new Error('no report');
  return revocation;
};
const names = (refs: readonly { readonly name: string | null }[]) => refs.map(({ name }) => name);
const deletions = () => plex.requests.list().filter(({ method }) => method === 'DELETE');
const deletionOf = (id: DeviceId) => ({ method: 'DELETE', path: `/devices/${id}.xml` });

async function robinWith(...devices: readonly string[]): Promise<AccountId> {
  for (const deviceName of devices) plex.addDevice('robin', { deviceName });
  const accountId = await signInWithPassword(core, plex, 'robin');
  await ask(accountId);
  return accountId;
}

describe('the Authorized Devices of an account', () => {
  test('are told with what each is, and without any token', async () => {
    const accountId = await robinWith();
    const list = listOf(accountId);
    expect(namesOf(list, 'here')).toEqual(['Zoë’s desk']);
    expect(namesOf(list, 'usher')).toEqual(['old-laptop', 'workbench']);
    expect(namesOf(list, 'server')).toEqual(['Attic', 'Old Barn', 'Loft']);
    expect(list.devices.find(({ name }) => name === 'Living room')).toMatchObject({
      product: 'Plex for LG',
      productVersion: '5.90.1',
      platform: 'webOS',
      publicAddress: '198.51.100.7',
    });
    const told = JSON.stringify([core.snapshot(), core.log.text()]);
    for (const { value } of plex.secrets.list()) expect(told).not.toContain(value);
  });

  test('are all told, a thousand too, whatever the list says of its size', async () => {
    plex.settings.deviceListSize = 2;
    for (let index = 0; index < 1_000; index += 1)
      plex.addDevice('sam', { deviceName: `<${index}>` });
    const accountId = await signInWithPassword(core, plex, 'sam');
    expect((await ask(accountId)).devices.length).toBeGreaterThan(1_000);
    expect(namesOf(listOf(accountId))).toContain('<999>');
  });

  test('of which Plex knows nothing are told all the same', async () => {
    const accountId = await signInWithPassword(core, plex, 'ada');
    const blank = (await ask(accountId)).devices.find(
      ({ clientIdentifier }) => clientIdentifier === 'fake-blank-0001',
    );
    expect(blank).toMatchObject({ name: null, product: null, platform: null, kind: 'other' });
  });

  test.each([
    ['offline', { reset: true }, 'network.offline'],
    ['behind a portal', { html: true }, 'network.intercepted'],
    ['garbled', { garbage: true }, 'plex.malformed'],
    [
      'of nothing readable',
      {
        status: 200,
        contentType: 'application/xml',
        body: '<MediaContainer size="1"><Device name="a"/></MediaContainer>',
      },
      'plex.malformed',
    ],
    ['cut off', { cutMidBody: true }, 'network.offline'],
  ] as const)('that cannot be had (%s) are never told as none', async (_how, action, code) => {
    const accountId = await robinWith();
    const before = listOf(accountId).devices;
    plex.faults.add({ match: { path: '/devices.xml' }, action });
    expect(await core.request('devices.refresh', { accountId })).toMatchObject({ error: { code } });
    expect(listOf(accountId)).toMatchObject({ devices: before, error: { code }, isAsking: false });
  });

  test('of an account whose token Plex rejects make its verdict rejected, and stay', async () => {
    const accountId = await robinWith();
    plex.revokeAll('robin');
    await core.request('devices.refresh', { accountId });
    expect(listOf(accountId)).toMatchObject({ error: { code: 'token.rejected' } });
    expect(listOf(accountId).devices).not.toEqual([]);
    expect(core.snapshot().accounts[0]?.verdict.kind).toBe('rejected');
  });

  test('are asked for once when asked for twice at a time', async () => {
    const accountId = await robinWith();
    plex.requests.clear();
    await Promise.all([ask(accountId), ask(accountId)]);
    expect(plex.requests.list().filter(({ path }) => path === '/devices.xml')).toHaveLength(1);
  });

  test('are forgotten with the account', async () => {
    const accountId = await robinWith();
    await core.must('account.signOut', { accountId });
    expect(core.snapshot()).toMatchObject({ devices: [], revocations: [] });
  });
});

describe('revoking devices', () => {
  test('ends their tokens, and tells them gone once Plex lists them no more', async () => {
    const accountId = await robinWith('one', 'two');
    const tokens = plex.sessions
      .devicesOf(plex.user('robin'))
      .filter(({ identity }) => identity.deviceName === 'one');
    const deviceIds = [idOf(accountId, 'one'), idOf(accountId, 'two')];
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(names(report().gone)).toEqual(['one', 'two']);
    expect(report()).toMatchObject({ error: null, stillThere: [], untried: [], unproved: [] });
    expect(namesOf(listOf(accountId))).not.toContain('one');
    expect(tokens.map(({ token }) => plex.sessions.wasRevoked(token))).toEqual([true]);
    const entries = await core.must('activity.list', {});
    expect(
      entries.filter(({ kind }) => kind === 'revoked').map(({ what, device }) => [what, device]),
    ).toEqual([
      ['device', 'two'],
      ['device', 'one'],
    ]);
  });

  test('is told step by step, one after the other', async () => {
    const accountId = await robinWith('one', 'two', 'three');
    const told: string[] = [];
    core.usher.events.subscribe(() => {
      const [now] = core.snapshot().revocations;
      const text =
        now?.phase === 'revoking'
          ? `${now.doneCount}/${now.totalCount} ${now.current?.name ?? '-'}`
          : (now?.phase ?? '');
      if (told.at(-1) !== text) told.push(text);
    });
    const deviceIds = ['one', 'two', 'three'].map((name) => idOf(accountId, name));
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(told).toEqual(['0/3 -', '0/3 one', '1/3 two', '2/3 three', 'proving', 'over']);
  });

  test('that are gone already is done, and does not ask Plex to', async () => {
    const accountId = await robinWith('one');
    const id = idOf(accountId, 'one');
    plex.sessions.removeDevice(plex.user('robin'), Number(id));
    await core.must('devices.revoke', { accountId, deviceIds: [id] });
    expect(names(report().gone)).toEqual(['one']);
    expect(deletions()).toEqual([]);
  });

  test('that go while it runs is done', async () => {
    const accountId = await robinWith('one', 'two');
    const deviceIds = [idOf(accountId, 'one'), idOf(accountId, 'two')];
    core.usher.events.subscribe(() => {
      const [now] = core.snapshot().revocations;
      if (now?.phase !== 'revoking' || now.current?.name !== 'one') return;
      plex.sessions.removeDevice(plex.user('robin'), Number(deviceIds[1]));
    });
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(deletions()).toHaveLength(2);
    expect(names(report().gone)).toEqual(['one', 'two']);
  });

  test('that Plex lists still after it said yes is told so', async () => {
    const accountId = await robinWith('one', 'two');
    const deviceIds = [idOf(accountId, 'one'), idOf(accountId, 'two')];
    plex.faults.add({ match: deletionOf(idOf(accountId, 'one')), action: { status: 200 } });
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(names(report().stillThere)).toEqual(['one']);
    expect(names(report().gone)).toEqual(['two']);
  });

  test('goes on after one that Plex refuses, and tells which', async () => {
    const accountId = await robinWith('one', 'two');
    const deviceIds = [idOf(accountId, 'one'), idOf(accountId, 'two')];
    plex.faults.add({ match: deletionOf(idOf(accountId, 'one')), action: { status: 403 } });
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(report()).toMatchObject({
      refused: [{ device: { name: 'one' }, error: { code: 'plex.refused', status: 403 } }],
      gone: [{ name: 'two' }],
      error: null,
    });
    expect(core.snapshot().accounts[0]?.verdict.kind).toBe('valid');
  });

  test('stops when Plex asks to wait: what is done stays done, and nothing is asked before the time', async () => {
    const accountId = await robinWith('one', 'two', 'three');
    const deviceIds = ['one', 'two', 'three'].map((name) => idOf(accountId, name));
    const fault = plex.faults.add({
      match: deletionOf(idOf(accountId, 'two')),
      action: { status: 429, headers: { 'Retry-After': '30' } },
    });
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(report()).toMatchObject({
      error: { code: 'plex.rateLimited', retryAfterSeconds: 30 },
      unproved: [{ name: 'one' }],
      untried: [{ name: 'two' }, { name: 'three' }],
    });
    plex.faults.remove(fault);
    plex.requests.clear();
    await core.clock.advance(10_000);
    const left = report().untried.map(({ id }) => id);
    const early = await core.request('devices.revoke', { accountId, deviceIds: left });
    expect(early).toMatchObject({ error: { code: 'plex.rateLimited', retryAfterSeconds: 20 } });
    expect(plex.requests.list()).toEqual([]);
    expect(report().untried).toHaveLength(2);
    await core.clock.advance(20_000);
    await core.must('devices.revoke', { accountId, deviceIds: left });
    expect(names(report().gone)).toEqual(['two', 'three']);
  });

  test('that could not be proved is proved by the next list', async () => {
    const accountId = await robinWith('one', 'two');
    const deviceIds = [idOf(accountId, 'one'), idOf(accountId, 'two')];
    plex.faults.add({ match: deletionOf(idOf(accountId, 'two')), action: { status: 200 } });
    // The list that it begins with comes; the one that is to prove it does not.
    plex.faults.add({ match: { path: '/devices.xml' }, times: 1, action: { delayMs: 0 } });
    plex.faults.add({ match: { path: '/devices.xml' }, times: 1, action: { reset: true } });
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(names(report().unproved)).toEqual(['one', 'two']);
    await ask(accountId);
    expect(report()).toMatchObject({
      unproved: [],
      gone: [{ name: 'one' }],
      stillThere: [{ name: 'two' }],
    });
  });

  test('whose answer was lost is judged by the list', async () => {
    const accountId = await robinWith('one', 'two');
    const deviceIds = [idOf(accountId, 'one'), idOf(accountId, 'two')];
    plex.faults.add({ match: deletionOf(idOf(accountId, 'one')), action: { cutMidBody: true } });
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(report()).toMatchObject({
      gone: [{ name: 'one' }],
      untried: [{ name: 'two' }],
      error: { code: 'network.offline' },
    });
  });

  test('does nothing when the list cannot be asked first', async () => {
    const accountId = await robinWith('one');
    plex.faults.add({ match: { path: '/devices.xml' }, action: { reset: true } });
    expect(
      await core.request('devices.revoke', { accountId, deviceIds: [idOf(accountId, 'one')] }),
    ).toMatchObject({ error: { code: 'network.offline' } });
    expect(deletions()).toEqual([]);
    expect(core.snapshot().revocations).toEqual([]);
  });

  test('stops at once when the account is rejected meanwhile', async () => {
    const accountId = await robinWith('one', 'two');
    const deviceIds = [idOf(accountId, 'one'), idOf(accountId, 'two')];
    plex.faults.add({ match: deletionOf(idOf(accountId, 'one')), action: { status: 401 } });
    // The account is asked as well, before its token is blamed.
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { status: 401 } });
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(report()).toMatchObject({
      error: { code: 'token.rejected' },
      untried: [{ name: 'one' }, { name: 'two' }],
      isSignedOutHere: false,
    });
    expect(deletions()).toHaveLength(1);
  });

  test('is done in one go at a time, and can be stopped by the person', async () => {
    const accountId = await robinWith('one', 'two');
    const deviceIds = [idOf(accountId, 'one'), idOf(accountId, 'two')];
    const ended = core.request('devices.revoke', { accountId, deviceIds });
    expect(await core.request('devices.revoke', { accountId, deviceIds })).toMatchObject({
      error: { code: 'device.busy' },
    });
    await core.waitFor('revocations', ([now]) => now?.phase === 'revoking' && now.current !== null);
    await core.must('devices.endRevocation', { accountId });
    await ended;
    expect(report()).toMatchObject({
      gone: [{ name: 'one' }],
      untried: [{ name: 'two' }],
      error: null,
    });
    await core.must('devices.endRevocation', { accountId });
    expect(core.snapshot().revocations).toEqual([]);
  });

  test.each([[[]], [['../1']], [Array.from({ length: 1_001 }, (_, i) => `${i}`)]])(
    'is refused for what are no devices or too many',
    async (deviceIds) => {
      const accountId = await signInWithPassword(core, plex, 'sam');
      const answer = await core.request('devices.revoke', {
        accountId,
        deviceIds: deviceIds as DeviceId[],
      });
      expect(answer).toMatchObject({ error: { code: 'request.invalid' } });
    },
  );
});

describe('revoking this installation', () => {
  const own = (accountId: AccountId): DeviceId => idOf(accountId, 'Zoë’s desk');

  test('comes last, and signs the account out here without removing it', async () => {
    const accountId = await robinWith('one');
    const deviceIds = [own(accountId), idOf(accountId, 'one')];
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(report()).toMatchObject({
      gone: [{ name: 'one' }, { name: 'Zoë’s desk' }],
      isSignedOutHere: true,
      error: null,
    });
    expect(core.snapshot().accounts).toMatchObject([
      { id: accountId, verdict: { kind: 'rejected' }, status: 'ready' },
    ]);
    expect(namesOf(listOf(accountId), 'here')).toEqual([]);
    expect(namesOf(listOf(accountId))).toContain('Living room');
  });

  test('is left when something before it went wrong, so that it can be tried again', async () => {
    const accountId = await robinWith('one');
    const deviceIds = [own(accountId), idOf(accountId, 'one')];
    plex.faults.add({ match: deletionOf(idOf(accountId, 'one')), action: { status: 200 } });
    await core.must('devices.revoke', { accountId, deviceIds });
    expect(report()).toMatchObject({
      stillThere: [{ name: 'one' }],
      untried: [{ name: 'Zoë’s desk' }],
      isSignedOutHere: false,
    });
    expect(core.snapshot().accounts[0]?.verdict.kind).toBe('valid');
  });
});
