import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import type { PersonQuestion } from '../../shared/model/person-question.ts';
import type { AccountId, AppTokenId, ServerId } from '../../shared/model/ids.ts';
import type { Destination } from '../../shared/model/destination.ts';
import { createDestinationFiles } from '../../electron/destinations/destination-files.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { makeGate } from '../../electron/testing.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList, signInWithPassword } from './testing/sign-in.ts';
import { tokenModes } from './token-modes.ts';

const env: Destination = { format: 'env', path: '/srv/.env', key: 'plex_token' };
const yaml: Destination = { format: 'yaml', path: '/srv/config.yml', key: 'plex.token' };
const person = { kind: 'person', isConfirmed: true } as const;

describe.each(tokenModes)('where $mode', ({ settings }) => {
  let plex: FakePlex;
  let core: CoreUnderTest;
  let robin: AccountId;
  let questions: PersonQuestion[];
  let isConfirming: boolean;
  let locked: boolean;

  beforeEach(async () => {
    questions = [];
    isConfirming = true;
    locked = false;
    const memory = createMemoryVault();
    plex = await startFakePlex();
    Object.assign(plex.settings, settings);
    core = await startCore({
      plexUrl: plex.baseUrl,
      files: createMemoryProfileFiles(),
      vault: {
        ...memory,
        get: (key) =>
          locked
            ? Promise.resolve({ ok: false, error: { code: 'vault.locked' } })
            : memory.get(key),
      },
      confirms: (question) => {
        questions.push(question);
        return Promise.resolve(isConfirming);
      },
      picks: () => Promise.resolve({ ok: true, value: [env.path] }),
    });
    robin = await signInAndList(core, plex, 'robin');
    plex.requests.clear();
  });
  afterEach(async () => {
    await core.usher.close();
    await plex.stop();
  });

  const service = () => core.usher.services.appTokens;
  const add = async (
    name: string,
    destinations: readonly Destination[] = [],
    serverId: string | null = null,
  ): Promise<AppTokenId> => {
    const wanted = { accountId: robin, name, destinations, serverId: serverId as never };
    const added = await service().add(wanted, person);
    if (!added.ok) throw new Error(added.error.code);
    expect(added.value.unwritten).toEqual([]);
    return added.value.id;
  };
  const tokenOf = async (id: AppTokenId): Promise<string> => {
    const token = await service().token(id);
    if (!token.ok) throw new Error(token.error.code);
    return token.value;
  };
  const summary = (id: AppTokenId) =>
    service()
      .summaries()
      .find((one) => one.id === id);
  const deviceNames = (): readonly string[] =>
    plex.sessions.devicesOf(plex.user('robin')).map(({ identity }) => identity.product);
  const isAlive = (token: string): boolean => plex.sessions.find(token)?.user.name === 'robin';

  test('a program gets a token of its own, under its own name and client identifier', async () => {
    const id = await add('Kometa');
    const token = await tokenOf(id);
    expect(isAlive(token)).toBe(true);
    expect(deviceNames()).toContain('Kometa');
    const asProgram = plex.requests
      .list()
      .filter(({ headers }) => headers['x-plex-product'] === 'Kometa')
      .map(({ method, path }) => `${method} ${path}`);
    expect(asProgram[0]).toBe('POST /api/v2/pins');
    expect(asProgram.at(-1)).toBe('GET /api/v2/user');
    expect(asProgram.join(' ')).not.toContain('link');
    const identifiers = new Set(
      plex.requests.list().map(({ headers }) => headers['x-plex-client-identifier']),
    );
    expect(identifiers.size).toBe(2);
    expect(summary(id)).toMatchObject({
      name: 'Kometa',
      account: { title: 'robin' },
      verdict: { kind: 'valid' },
      work: { kind: 'none' },
    });
    expect(await core.must('activity.list', {})).toMatchObject([
      { kind: 'added', what: 'appToken', device: 'Kometa' },
      { kind: 'signedIn' },
    ]);
  });

  test('it is written where the program reads it, with the address of the server beside it', async () => {
    core.destinations.put('/srv/.env#plex_token', 'CHANGE_ME');
    core.destinations.put('/srv/.env#plex_url', 'http://old.example');
    const { machineIdentifier } = plex.server('Attic');
    const id = await add('Kometa', [env, yaml], machineIdentifier);
    const token = await tokenOf(id);
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe(token);
    expect(core.destinations.valueAt('/srv/config.yml#plex.token')).toBe(token);
    expect(core.destinations.valueAt('/srv/.env#plex_url')).toMatch(/^https?:/);
    expect(summary(id)?.destinations.map(({ state }) => state.kind)).toEqual([
      'upToDate',
      'upToDate',
    ]);
  });

  test('an address that the person has written since stays when nobody is asked', async () => {
    core.destinations.put('/srv/.env#plex_url', 'http://old.example');
    const id = await add('Kometa', [env], plex.server('Attic').machineIdentifier);
    core.destinations.put('/srv/.env#plex_url', 'http://plex:32400');
    await core.must('appToken.rotate', { appTokenId: id });
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe(await tokenOf(id));
    expect(core.destinations.valueAt('/srv/.env#plex_url')).toBe('http://plex:32400');
  });

  test('nothing is made when the person does not want a file written', async () => {
    isConfirming = false;
    core.destinations.put('/srv/.env#plex_token', 'zzFAKEzzOTHERzzTOKEN');
    const wanted = { accountId: robin, name: 'Kometa', serverId: null, destinations: [env] };
    const asking = { kind: 'person', isConfirmed: false } as const;
    expect(await service().add(wanted, asking)).toMatchObject({
      error: { code: 'question.declined' },
    });
    expect(questions).toMatchObject([
      { kind: 'destination', path: env.path, found: { lastFour: 'OKEN' }, next: null },
    ]);
    expect(deviceNames()).not.toContain('Kometa');
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe('zzFAKEzzOTHERzzTOKEN');
  });

  test('one file can hold it twice, and is rotated as a whole', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'usher-two-keys-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, '.env');
    await writeFile(path, 'A=1\nONE=\nTWO=\n');
    await core.usher.close();
    core = await startCore({
      plexUrl: plex.baseUrl,
      destinationFiles: createDestinationFiles(),
    });
    robin = await signInAndList(core, plex, 'robin');
    const places = ['ONE', 'TWO'].map((key) => ({ format: 'env', path, key }) as const);
    const id = await add('Kometa', places);
    const withBoth = (token: string): string => `A=1\nONE=${token}\nTWO=${token}\n`;
    expect(await readFile(path, 'utf8')).toBe(withBoth(await tokenOf(id)));
    await core.must('appToken.rotate', { appTokenId: id });
    expect(await readFile(path, 'utf8')).toBe(withBoth(await tokenOf(id)));
  });

  test('of two things at once with the same token, the second is told to wait', async () => {
    const id = await add('Kometa', [env]);
    const both = await Promise.all([
      core.request('appToken.rotate', { appTokenId: id }),
      core.request('appToken.remove', { appTokenId: id, isClearing: false }),
    ]);
    expect(both).toMatchObject([{ ok: true }, { error: { code: 'appToken.busy' } }]);
    expect(summary(id)?.work.kind).toBe('none');
  });

  test('what was made and could not be undone is undone when Plex is there again', async () => {
    plex.faults.add({ match: { path: '/api/v2/user' }, action: { status: 503 } });
    plex.faults.add({ match: { path: '/devices.xml' }, action: { status: 503 } });
    const input = { accountId: robin, name: 'Kometa', serverId: null };
    expect(await core.request('appToken.add', input)).toMatchObject({ ok: false });
    expect(deviceNames()).toContain('Kometa');
    plex.faults.clear();
    core.returnNetwork();
    await core.waitFor('notices', (all) => all.some(({ kind }) => kind === 'appTokenUndone'));
    expect(deviceNames()).not.toContain('Kometa');
  });

  test('a code that Plex approved without an answer is undone when its token turns up', async () => {
    const link = plex.faults.add({ match: { path: '/api/v2/pins/link' }, action: { reset: true } });
    const input = { accountId: robin, name: 'Kometa', serverId: null };
    expect(await core.request('appToken.add', input)).toMatchObject({ ok: false });
    plex.faults.remove(link);
    const [pin] = plex.pins.list().slice(-1);
    expect(plex.approvePin(pin?.code ?? '', 'robin')).toBe(true);
    expect(deviceNames()).toContain('Kometa');
    core.returnNetwork();
    await core.waitFor('notices', (all) => all.some(({ kind }) => kind === 'appTokenUndone'));
    expect(deviceNames()).not.toContain('Kometa');
  });

  test('a page can’t fill the list of devices', async () => {
    const id = await add('Kometa');
    for (let round = 0; round < 40; round += 1)
      await core.must('appToken.rotate', { appTokenId: id });
    const refused = { error: { code: 'appToken.tooMany', minutesLeft: 10 } };
    expect(await core.request('appToken.rotate', { appTokenId: id })).toMatchObject(refused);
    const input = { accountId: robin, name: 'Tautulli', serverId: null };
    expect(await core.request('appToken.add', input)).toMatchObject(refused);
    expect(deviceNames()).not.toContain('Tautulli');
  });

  test('an account that was signed out and in again rotates the tokens it had made', async () => {
    const id = await add('Kometa', [env]);
    const old = await tokenOf(id);
    await core.must('account.signOut', { accountId: robin });
    await core.waitFor('accounts', (all) => all.length === 0);
    expect(await core.request('appToken.rotate', { appTokenId: id })).toMatchObject({
      error: { code: 'account.notFound' },
    });
    const again = await signInAndList(core, plex, 'robin');
    expect(again).not.toBe(robin);
    await core.must('appToken.rotate', { appTokenId: id });
    expect(isAlive(old)).toBe(false);
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe(await tokenOf(id));
    expect(summary(id)?.account).toMatchObject({ id: again });
  });

  test('one that is pasted is known as that of its program, also while a rotation stands still', async () => {
    const id = await add('Kometa', [env, yaml]);
    const old = await tokenOf(id);
    core.destinations.unwritable.add(yaml.path);
    await core.request('appToken.rotate', { appTokenId: id });
    const next = core.destinations.valueAt('/srv/.env#plex_token') ?? '';
    const pasted = [old, next, plex.grantToken('robin')];
    await core.must('identify.ask', {
      text: pasted.map((token) => `X-Plex-Token: ${token}\n`).join(''),
    });
    const { tokens } = await core.usher.services.identifier.settled();
    const kometa = { id, name: 'Kometa' };
    expect(tokens.map(({ appToken }) => appToken)).toEqual([kometa, kometa, null]);
    expect(tokens[0]?.finding).toMatchObject({ kind: 'account', account: { title: 'robin' } });
  });

  test('a file that was half written when Usher was killed is whole again at the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'usher-torn-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const path = join(folder, '.env');
    await writeFile(path, `PLEX_TOKEN=a-much-longer-value-than-any-token\nB=2\n`);
    await core.usher.close();
    const [files, vault] = [createMemoryProfileFiles(), createMemoryVault()];
    const keptOpen = { ...vault, dispose: () => undefined };
    const real = createDestinationFiles();
    const torn = makeGate();
    core = await startCore({
      ...{ plexUrl: plex.baseUrl, files, vault: keptOpen },
      destinationFiles: {
        ...real,
        write: async (destination, look, values, keepSafe) => {
          const before = await readFile(destination.path, 'utf8');
          const after = `PLEX_TOKEN=${values.token}\nB=2\n`;
          await keepSafe({ before, after });
          const half = after.length - 3;
          await writeFile(destination.path, after.slice(0, half) + before.slice(half));
          await torn.pass();
          return real.write(destination, look, values, keepSafe);
        },
      },
    });
    robin = await signInAndList(core, plex, 'robin');
    const place = { format: 'env', path, key: 'PLEX_TOKEN' } as const;
    void service().add(
      { accountId: robin, name: 'Kometa', serverId: null, destinations: [place] },
      person,
    );
    await torn.reached;
    files.killAll();
    core = await startCore({
      ...{ plexUrl: plex.baseUrl, files, vault: keptOpen },
      destinationFiles: real,
    });
    await core.usher.settle();
    const [app] = service().summaries();
    const token = app === undefined ? '' : await tokenOf(app.id);
    expect(await readFile(path, 'utf8')).toBe(`PLEX_TOKEN=${token}\nB=2\n`);
    await core.must('appToken.refresh', {});
    expect(service().summaries()[0]?.destinations[0]?.state.kind).toBe('upToDate');
  });

  test('with the keychain locked a file that was written since is not checked', async () => {
    const id = await add('Kometa', [env]);
    await core.must('appToken.refresh', {});
    locked = true;
    core.destinations.put('/srv/.env#plex_token', 'zzFAKEzzOTHERzzTOKEN');
    await core.must('appToken.refresh', {});
    expect(summary(id)?.destinations[0]?.state).toEqual({
      kind: 'notChecked',
      reason: 'vault.locked',
    });
    expect(summary(id)?.verdict.kind).toBe('valid');
  });

  test.each([
    ['a Home user', 'appToken.homeUser'],
    ['somebody else’s server', 'appToken.sharedServer'],
    ['an account that is held in memory alone', 'appToken.needsKeychain'],
  ] as const)('for %s none can be made, and why is said', async (_what, code) => {
    const wanted = { accountId: robin, name: 'Kometa', serverId: null as ServerId | null };
    if (code === 'appToken.homeUser') {
      const switched = await core.must('home.switch', {
        ...{ accountId: robin, memberUuid: plex.user('juno').uuid, pin: '4321' },
      });
      wanted.accountId = switched.accountId;
    } else if (code === 'appToken.sharedServer') {
      const shared = core
        .snapshot()
        .servers.flatMap(({ servers }) => servers)
        .find(({ ownership }) => ownership === 'shared');
      wanted.serverId = shared?.id ?? null;
    } else {
      wanted.accountId = await signInWithPassword(core, plex, 'ada', { rememberMe: false });
    }
    expect(await core.request('appToken.add', wanted)).toMatchObject({ error: { code } });
    expect(deviceNames()).not.toContain('Kometa');
  });

  test('a rotation writes a new token everywhere, then the old one is dead', async () => {
    const id = await add('Kometa', [env, yaml]);
    const old = await tokenOf(id);
    questions = [];
    await core.must('appToken.rotate', { appTokenId: id });
    const token = await tokenOf(id);
    expect(token).not.toBe(old);
    expect([isAlive(token), isAlive(old)]).toEqual([true, false]);
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe(token);
    expect(core.destinations.valueAt('/srv/config.yml#plex.token')).toBe(token);
    expect(questions).toEqual([]);
    expect(deviceNames().filter((name) => name === 'Kometa')).toHaveLength(1);
  });

  test('a rotation that can not write everywhere leaves both tokens good, and is finished later', async () => {
    const id = await add('Kometa', [env, yaml]);
    const old = await tokenOf(id);
    core.destinations.unwritable.add(yaml.path);
    expect(await core.request('appToken.rotate', { appTokenId: id })).toMatchObject({
      error: { code: 'appToken.notEverywhere', count: 1 },
    });
    const present = core.destinations.valueAt('/srv/.env#plex_token') ?? '';
    expect([isAlive(old), isAlive(present), present === old]).toEqual([true, true, false]);
    expect(summary(id)?.work.kind).toBe('rotationStopped');
    core.destinations.unwritable.clear();
    await core.must('appToken.rotate', { appTokenId: id });
    expect(await tokenOf(id)).toBe(present);
    expect([isAlive(old), isAlive(present)]).toEqual([false, true]);
    expect(summary(id)?.work.kind).toBe('none');
  });

  test('a new token that ended while its rotation stood still is written nowhere more', async () => {
    const id = await add('Kometa', [env, yaml]);
    const old = await tokenOf(id);
    core.destinations.unwritable.add(yaml.path);
    await core.request('appToken.rotate', { appTokenId: id });
    const ended = core.destinations.valueAt('/srv/.env#plex_token') ?? '';
    plex.sessions.signOut(ended);
    core.destinations.unwritable.clear();
    await core.must('appToken.rotate', { appTokenId: id });
    const token = await tokenOf(id);
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe(token);
    expect(core.destinations.valueAt('/srv/config.yml#plex.token')).toBe(token);
    expect([isAlive(old), isAlive(ended), isAlive(token)]).toEqual([false, false, true]);
    expect(deviceNames().filter((name) => name === 'Kometa')).toHaveLength(1);
  });

  test('what somebody else wrote into a file is told, and replaced only when the person says so', async () => {
    const id = await add('Kometa', [env]);
    core.destinations.put('/srv/.env#plex_token', 'zzFAKEzzOTHERzzTOKEN');
    await core.must('appToken.refresh', {});
    const [destination] = summary(id)?.destinations ?? [];
    expect(destination?.state).toMatchObject({ kind: 'changed', found: { lastFour: 'OKEN' } });
    const isIdentified = await core.must('identify.askFile', {
      ...{ appTokenId: id, destinationId: destination?.id as never },
    });
    expect(isIdentified.tokens).toMatchObject([{ token: { lastFour: 'OKEN' } }]);
    isConfirming = false;
    const ref = { appTokenId: id, destinationId: destination?.id as never };
    expect(await core.request('appToken.write', ref)).toMatchObject({
      error: { code: 'question.declined' },
    });
    expect(await core.request('appToken.rotate', { appTokenId: id })).toMatchObject({
      error: { code: 'question.declined' },
    });
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe('zzFAKEzzOTHERzzTOKEN');
    isConfirming = true;
    await core.must('appToken.write', ref);
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe(await tokenOf(id));
    expect(summary(id)?.destinations[0]?.state.kind).toBe('upToDate');
  });

  test('removing it revokes it with proof, and empties its files when that is wanted', async () => {
    const id = await add('Kometa', [env]);
    const token = await tokenOf(id);
    await core.must('appToken.remove', { appTokenId: id, isClearing: true });
    expect(isAlive(token)).toBe(false);
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe('');
    expect(service().summaries()).toEqual([]);
    expect(deviceNames()).not.toContain('Kometa');
  });

  test('without Plex it is not removed, and is as it was', async () => {
    const id = await add('Kometa', [env]);
    plex.faults.add({ match: { path: '/api/v2/users/signout' }, action: { status: 503 } });
    expect(
      await core.request('appToken.remove', { appTokenId: id, isClearing: true }),
    ).toMatchObject({
      ok: false,
    });
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe(await tokenOf(id));
    expect(summary(id)?.work.kind).toBe('none');
  });

  test('the window adds a file that the person chose, and shows both values masked', async () => {
    const id = await add('Kometa');
    core.destinations.put('/srv/.env#plex_token', 'zzFAKEzzOTHERzzTOKEN');
    const input = { appTokenId: id, format: 'env', key: 'plex_token' } as const;
    await core.must('appToken.addDestination', input);
    const token = await tokenOf(id);
    expect(questions).toMatchObject([
      {
        ...{ kind: 'destination', path: env.path, key: 'plex_token' },
        found: { lastFour: 'OKEN' },
        next: { lastFour: token.slice(-4) },
      },
    ]);
    expect(core.destinations.valueAt('/srv/.env#plex_token')).toBe(token);
    expect(await core.request('appToken.addDestination', input)).toMatchObject({
      error: { code: 'destination.taken' },
    });
  });

  test.each([
    ['a name that is taken, in other letters', { name: 'KOMETA' }, 'appToken.nameTaken'],
    ['an empty name', { name: '  ' }, 'appToken.nameMalformed'],
    ['a name of two lines', { name: 'a\nb' }, 'appToken.nameMalformed'],
  ])('%s is refused, and Plex is asked nothing', async (_what, change, code) => {
    await add('Kometa');
    plex.requests.clear();
    const input = { accountId: robin, serverId: null, ...change };
    expect(await core.request('appToken.add', input)).toMatchObject({ error: { code } });
    expect(plex.requests.list()).toEqual([]);
  });
});
