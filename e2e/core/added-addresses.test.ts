import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  certifyItself,
  fingerprintOf,
  type Identity,
} from '../../electron/plex/testing/test-server.ts';
import { useTrustedAuthority } from '../../electron/plex/testing/trusted-authority.ts';
import { createMemoryVault } from '../../electron/storage/keychain/vault-switch.ts';
import { createMemoryProfileFiles } from '../../electron/storage/profile/memory-profile-files.ts';
import { makeGate } from '../../electron/testing.ts';
import type { AppError } from '../../shared/errors.ts';
import type { AccountId, ServerId, TransientTokenId } from '../../shared/model/ids.ts';
import type { PersonQuestion } from '../../shared/model/person-question.ts';
import type { AddedAddress } from '../../shared/model/server.ts';
import type { TokenRef } from '../../shared/model/token.ts';
import { err, type Result } from '../../shared/result.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { plexDirectName } from '../fake-plex/media-server/connections.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList, signInWithPassword } from './testing/sign-in.ts';

const host = 'media.invalid';

/** As if the name led to this computer, and DNS knew no name of plex.direct. */
const fetchHere: typeof fetch = (input, init) => {
  const url = input instanceof Request ? input.url : String(input);
  if (new URL(url).hostname.endsWith('.plex.direct')) {
    return Promise.reject(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
  }
  return fetch(url.replace(`//${host}:`, '//127.0.0.1:'), init);
};

const authority = useTrustedAuthority();

let plex: FakePlex;
let core: CoreUnderTest;
let robin: AccountId;
let questions: PersonQuestion[];
let answer: (question: PersonQuestion) => Promise<boolean>;
let files: ReturnType<typeof createMemoryProfileFiles>;
let vault: ReturnType<typeof createMemoryVault>;

const start = (): Promise<CoreUnderTest> =>
  startCore({
    plexUrl: plex.baseUrl,
    fetch: fetchHere,
    files,
    vault,
    confirms: (question) => {
      questions.push(question);
      return answer(question);
    },
  });

beforeEach(async () => {
  plex = await startFakePlex();
  // Plex lists no address of it that works, and one that tells its hash.
  plex.server('Attic').connections = [
    { kind: 'secure', address: '127.0.0.1', port: 9, local: true },
  ];
  files = createMemoryProfileFiles();
  vault = createMemoryVault();
  questions = [];
  answer = () => Promise.resolve(true);
  core = await start();
  robin = await signInAndList(core, plex, 'robin');
  plex.requests.clear();
});
afterEach(() => plex.stop());

const atticId = (): ServerId => plex.server('Attic').machineIdentifier as ServerId;
const attic = () => ({ accountId: robin, serverId: atticId() });
const portOf = (name: string): string => String(plex.server(name).port);

const byPage = (address: string): Promise<Result<AddedAddress>> =>
  core.request('server.addAddress', { accountId: robin, address });
const byPerson = (address: string): Promise<Result<AddedAddress>> =>
  core.usher.services.addedAddresses.add(robin, address, { kind: 'person', isConfirmed: false });

const addedUris = (running = core): readonly string[] =>
  running
    .snapshot()
    .servers.flatMap(({ servers }) => servers)
    .flatMap(({ connections }) => connections.filter(({ isAdded }) => isAdded))
    .map(({ uri }) => uri);

const heardBy = (name: string): readonly string[] =>
  plex.requests.list().flatMap((one) => (one.host === name ? one.path : []));
const tokensSentTo = (name: string): readonly string[] =>
  plex.requests
    .list()
    .flatMap((one) => (one.host === name && one.token !== 'none' ? one.path : []));

const check = (...tokens: readonly TokenRef[]): Promise<unknown> =>
  core.request('verdicts.check', { tokens, isAsked: true });

/** Another server of robin's that answers who it is as Attic does. */
function lie(): void {
  const body = JSON.stringify({
    MediaContainer: { size: 0, machineIdentifier: atticId(), version: '1.43.0.1-abc' },
  });
  plex.faults.add({
    match: { host: 'Cabin', path: '/identity' },
    action: { status: 200, contentType: 'application/json', body },
  });
}

const unproved = { kind: 'address', certificate: null } as const;

const refusal = (code: AppError['code'], facts = {}) => err({ code, ...facts } as AppError);

describe('an address that proves itself', () => {
  const securely = async (name: string): Promise<string> => {
    const port = await plex
      .server(name)
      .listenSecurely(await authority.certify(plexDirectName('127.0.0.1', name)));
    return String(port);
  };

  test('by the server’s own plex.direct name is added without a question, kept, and used', async () => {
    const port = await securely('Attic');
    const uri = `https://${plexDirectName('127.0.0.1', 'Attic')}:${port}`;
    const added = { serverId: atticId(), serverName: 'Attic', uri, certificate: null };
    expect(await byPage(`127.0.0.1:${port}`)).toEqual({
      ok: true,
      value: { ...added, isNew: true },
    });
    expect(await byPage(uri)).toEqual({ ok: true, value: { ...added, isNew: false } });
    expect(questions).toEqual([]);
    expect(tokensSentTo('Attic')).toEqual([]);

    expect(await core.must('activity.list', {})).toContainEqual(
      expect.objectContaining({ kind: 'added', what: 'address' }),
    );
    await core.must('servers.refresh', { accountId: robin });
    core = await start();
    expect(addedUris()).toEqual([uri]);
    await core.mint(attic());
    expect(tokensSentTo('Attic')).toEqual(['/security/token']);
  });

  test('as the host that a person typed is added without a question, and with one when a page says so', async () => {
    // No name: what looks for one may keep others waiting.
    const port = await plex.server('Attic').listenSecurely(await authority.certify('127.0.0.1'));
    const address = `127.0.0.1:${String(port)}`;
    const uri = `https://${address}`;
    answer = () => Promise.resolve(false);
    expect(await byPage(uri)).toEqual(refusal('address.declined', { host: address }));
    expect(questions).toEqual([
      { ...unproved, host: address, serverName: 'Attic', readers: 'host' },
    ]);
    expect(await byPerson(uri)).toMatchObject({ ok: true, value: { uri, isNew: true } });
    expect(questions).toHaveLength(1);
    await core.mint(attic());
  });

  test('by the name of another server is no proof of this one', async () => {
    lie();
    const port = await securely('Cabin');
    answer = () => Promise.resolve(false);
    const name = `${plexDirectName('127.0.0.1', 'Cabin')}:${port}`;
    expect(await byPerson(`https://${name}`)).toEqual(refusal('address.declined', { host: name }));
    expect(questions).toEqual([{ ...unproved, host: name, serverName: 'Attic', readers: 'host' }]);
    expect(await core.request('server.copyToken', { ...attic(), mode: 'new' })).toMatchObject({
      ok: false,
    });
    expect(tokensSentTo('Cabin')).toEqual([]);
  });
});

describe('an https address whose certificate proves nothing', () => {
  const listen = async (name: string, identity: Identity, port = 0): Promise<string> =>
    `127.0.0.1:${String(await plex.server(name).listenSecurely(identity, port))}`;
  const kept = async (): Promise<string> => JSON.stringify(await files.read('servers.json'));

  test('is used once the person has confirmed it, by that certificate alone', async () => {
    const identity = await certifyItself('127.0.0.1');
    const address = await listen('Attic', identity);
    const uri = `https://${address}`;
    const certificate = fingerprintOf(identity);
    answer = () => Promise.resolve(false);
    for (const add of [byPage, byPerson]) {
      expect(await add(uri)).toEqual(refusal('address.declined', { host: address }));
    }
    const question = { kind: 'address', host: address, serverName: 'Attic', certificate };
    expect(questions).toEqual([
      { ...question, readers: 'certificateHolder' },
      { ...question, readers: 'certificateHolder' },
    ]);
    expect(addedUris()).toEqual([]);
    expect(await kept()).not.toContain(certificate);
    expect(tokensSentTo('Attic')).toEqual([]);

    answer = () => Promise.resolve(true);
    expect(await byPage(uri)).toMatchObject({ ok: true, value: { uri, certificate, isNew: true } });
    expect(await byPage(uri)).toMatchObject({ ok: true, value: { isNew: false } });
    expect(questions).toHaveLength(3);
    expect(tokensSentTo('Attic')).toEqual([]);
    core = await start();
    expect(core.snapshot().servers[0]?.servers).toContainEqual(
      expect.objectContaining({
        connections: expect.arrayContaining([
          expect.objectContaining({ uri, certificate, isAdded: true }),
        ]) as unknown,
      }),
    );
    await core.mint(attic());
    await core.must('verdicts.check', { tokens: [{ kind: 'access', ...attic() }], isAsked: true });
    expect(tokensSentTo('Attic')).toEqual(['/security/token', '/']);
  });

  test('is asked about before plain HTTP is tried, where no scheme was typed', async () => {
    const address = await listen('Attic', await certifyItself('127.0.0.1'));
    expect(await byPerson(address)).toMatchObject({ value: { uri: `https://${address}` } });
    expect(questions).toMatchObject([{ readers: 'certificateHolder' }]);
  });

  test('outside this network is asked about again by its certificate: the first question knew of none', async () => {
    const identity = await certifyItself('media.invalid');
    const named = `127-0-0-1.${'f'.repeat(32)}.plex.direct`;
    const address = (await listen('Attic', identity)).replace('127.0.0.1', named);
    await byPage(`https://${address}`);
    expect(questions).toMatchObject([
      { serverName: null, certificate: null, readers: 'host' },
      { serverName: 'Attic', certificate: fingerprintOf(identity), readers: 'certificateHolder' },
    ]);
  });

  test.each<readonly [string, () => Promise<Identity>]>([
    ['another of its own making', () => certifyItself('127.0.0.1')],
    ['one that the system trusts', () => authority.certify('127.0.0.1')],
  ])('gets no token any more once %s answers, and needs a new yes', async (_what, make) => {
    const address = await listen('Attic', await certifyItself('127.0.0.1'));
    const uri = `https://${address}`;
    await byPerson(uri);
    const { port } = new URL(uri);
    await plex.server('Attic').stop();
    lie();
    const other = await make();
    await listen('Cabin', other, Number(port));
    expect(await core.request('server.copyToken', { ...attic(), mode: 'new' })).toMatchObject({
      error: { code: 'server.unreachable', untrustedCount: 1, hasOtherCertificate: true },
    });
    expect(await byPerson(uri)).toEqual(refusal('network.otherCertificate'));
    expect(heardBy('Cabin').filter((path) => path !== '/identity')).toEqual([]);
    expect(tokensSentTo('Cabin')).toEqual([]);

    await core.must('server.removeAddress', { ...attic(), uri });
    expect(await byPage(uri)).toMatchObject({ ok: true, value: { isNew: true } });
    expect(questions).toHaveLength(2);
  });

  test('gets no account token that Plex gives out as the access token', async () => {
    plex.server('Attic').settings.givesAccountToken = true;
    await core.must('servers.refresh', { accountId: robin });
    const address = await listen('Attic', await certifyItself('127.0.0.1'));
    expect(await byPerson(address)).toEqual(refusal('address.accountToken', { host: address }));
    expect(questions).toEqual([]);
    expect(tokensSentTo('Attic')).toEqual([]);
  });

  test('is none where nobody speaks TLS', async () => {
    const address = `127.0.0.1:${portOf('Attic')}`;
    expect(await byPage(`https://${address}`)).toEqual(refusal('address.noTls', { host: address }));
  });
});

describe('a liar that answers as another server', () => {
  beforeEach(lie);
  const liar = (): string => `127.0.0.1:${portOf('Cabin')}`;

  test.each([
    ['a page', byPage],
    ['a person', byPerson],
  ])('gets no token when %s adds it, unless the person says yes', async (_who, add) => {
    answer = () => {
      expect(tokensSentTo('Cabin')).toEqual([]);
      return Promise.resolve(false);
    };
    expect(await add(`http://${liar()}`)).toEqual(refusal('address.declined', { host: liar() }));
    expect(questions).toEqual([
      { ...unproved, host: liar(), serverName: 'Attic', readers: 'thisComputer' },
    ]);
    expect(await core.request('server.copyToken', { ...attic(), mode: 'new' })).toMatchObject({
      ok: false,
      error: { code: 'server.unreachable' },
    });
    expect(addedUris()).toEqual([]);
    expect(tokensSentTo('Cabin')).toEqual([]);

    answer = () => Promise.resolve(true);
    expect(await add(liar())).toMatchObject({ ok: true, value: { isNew: true } });
    expect(await add(liar())).toMatchObject({ ok: true, value: { isNew: false } });
    expect(questions).toHaveLength(2);
    await core.request('server.copyToken', { ...attic(), mode: 'new' });
    expect(tokensSentTo('Cabin')).not.toEqual([]);
    const sent = plex.requests
      .list()
      .flatMap(({ host: heard, headers }) =>
        heard === 'Cabin' ? (headers['x-plex-token'] ?? []) : [],
      );
    expect(new Set(sent)).toEqual(
      new Set([plex.server('Attic').accessTokenOf(plex.user('robin'))]),
    );
  });

  test('that the person vouches for is shown no token that was pasted', async () => {
    await byPage(liar());
    await core.must('identify.ask', { text: 'X-Plex-Token: zzFAKEzzSTRAYzz00001' });
    await core.waitFor('identification', ({ tokens }) =>
      tokens.some(({ finding }) => finding.kind === 'refused'),
    );
    expect(tokensSentTo('Cabin')).toEqual([]);
  });

  test('that the person vouches for gets no account token that Plex gives out as the access token', async () => {
    await byPage(liar());
    plex.server('Attic').settings.givesAccountToken = true;
    // The way is looked for before this run has been told of the access token.
    core = await start();
    const access = { kind: 'access', ...attic() } as const;
    await core.must('verdicts.check', { tokens: [access], isAsked: true });
    expect(await core.request('server.copyToken', { ...attic(), mode: 'new' })).toMatchObject({
      error: { code: 'server.unreachable' },
    });
    expect(tokensSentTo('Cabin')).toEqual([]);
    const other = `${host}:${portOf('Cabin')}`;
    expect(await byPerson(`http://${other}`)).toEqual(
      refusal('address.accountToken', { host: other }),
    );
    expect(questions).toHaveLength(1);
  });

  test('elsewhere is not even asked who it is before the person has answered a page', async () => {
    const address = `http://${host}:${portOf('Cabin')}`;
    answer = () => {
      expect(heardBy('Cabin')).toEqual([]);
      return Promise.resolve(false);
    };
    const declined = refusal('address.declined', { host: `${host}:${portOf('Cabin')}` });
    expect(await byPage(address)).toEqual(declined);
    expect(heardBy('Cabin')).toEqual([]);
    const question = { ...unproved, host: `${host}:${portOf('Cabin')}`, serverName: null };
    expect(questions).toEqual([{ ...question, readers: 'network' }]);
    expect(await byPage(`${host}:${portOf('Cabin')}`)).toEqual(declined);
    expect(questions[1]).toEqual({ ...question, readers: 'networkIfUnencrypted' });
  });

  test('is asked about once at a time', async () => {
    const gate = makeGate();
    answer = async () => {
      await gate.pass();
      return false;
    };
    const first = byPage(liar());
    await gate.reached;
    expect(await byPage(liar())).toEqual(refusal('address.busy'));
    expect(await core.request('server.allowPlainHttp', { ...attic(), isAllowed: true })).toEqual(
      refusal('question.busy'),
    );
    gate.open();
    expect(await first).toMatchObject({ error: { code: 'address.declined' } });
    expect(questions).toHaveLength(1);
  });
});

describe('a page that goes on and on', () => {
  const minuteMs = 60_000;

  test('is asked about no more for ten minutes once the person has said no three times', async () => {
    lie();
    answer = () => Promise.resolve(false);
    const liar = `127.0.0.1:${portOf('Cabin')}`;
    for (const address of [liar, `http://${host}`, liar]) {
      expect(await byPage(address)).toMatchObject({ error: { code: 'address.declined' } });
    }
    for (const address of [liar, `http://${host}`]) {
      expect(await byPage(address)).toEqual(refusal('question.paused', { minutesLeft: 10 }));
    }
    expect(await core.request('server.allowPlainHttp', { ...attic(), isAllowed: true })).toEqual(
      refusal('question.paused', { minutesLeft: 10 }),
    );
    expect(questions).toHaveLength(3);
    answer = () => Promise.resolve(true);
    expect(await byPerson(liar)).toMatchObject({ ok: true });
    await core.clock.advance(10 * minuteMs);
    await byPage(`http://${host}:${portOf('Cabin')}`);
    expect(questions).toHaveLength(5);
  });

  test('has ten addresses of this network contacted in ten minutes, and then only those that the person wants', async () => {
    answer = () => Promise.resolve(false);
    const closed = (port: number): string => `http://127.0.0.1:${String(port)}`;
    for (let port = 1; port <= 10; port += 1) {
      expect(await byPage(closed(port))).toMatchObject({ error: { code: 'address.noAnswer' } });
    }
    const eleventh = `127.0.0.1:${portOf('Attic')}`;
    expect(await byPage(`http://${eleventh}`)).toEqual(
      refusal('address.declined', { host: eleventh }),
    );
    expect(questions).toEqual([
      { ...unproved, host: eleventh, serverName: null, readers: 'thisComputer' },
    ]);
    expect(heardBy('Attic')).toEqual([]);
    await core.clock.advance(10 * minuteMs);
    expect(await byPage(closed(1))).toMatchObject({ error: { code: 'address.noAnswer' } });
  });

  test('is asked about IPv6 addresses of this network first: there is room in one to say something', async () => {
    answer = () => Promise.resolve(false);
    const named = plexDirectName('127.0.0.1', 'Attic').replace('127-0-0-1', 'fd00--1');
    for (const address of ['fd00::1', named]) {
      expect(await byPage(address)).toMatchObject({ error: { code: 'address.declined' } });
    }
    expect(questions).toMatchObject([{ serverName: null }, { serverName: null }]);
  });
});

describe('an address that the person vouches for', () => {
  test('over plain http still needs their leave to send a token unencrypted', async () => {
    const uri = `http://${host}:${portOf('Attic')}`;
    expect(await byPage(uri)).toMatchObject({ ok: true, value: { uri, isNew: true } });
    expect(questions).toHaveLength(1);
    expect(await core.request('server.copyToken', { ...attic(), mode: 'new' })).toEqual(
      refusal('server.insecure', { uri }),
    );
    expect(tokensSentTo('Attic')).toEqual([]);
    await core.must('server.allowPlainHttp', { ...attic(), isAllowed: true });
    await core.mint(attic());
  });

  test('comes after what Plex lists, and goes with the server from the list', async () => {
    await byPage(`127.0.0.1:${portOf('Attic')}`);
    const uri = `http://127.0.0.1:${portOf('Attic')}`;
    plex.server('Attic').settings.listed = false;
    await core.must('servers.refresh', { accountId: robin });
    expect(addedUris()).toEqual([]);
    plex.server('Attic').settings.listed = true;
    await core.must('servers.refresh', { accountId: robin });
    expect(addedUris()).toEqual([uri]);
    plex.server('Attic').connections = [{ kind: 'live', local: true }];
    await core.must('servers.refresh', { accountId: robin });
    expect(addedUris()).toEqual([]);
  });

  test('is gone from list and profile once it is removed, and no token goes there', async () => {
    const uri = `http://127.0.0.1:${portOf('Attic')}`;
    await byPage(uri);
    await core.mint(attic());
    await core.must('server.removeAddress', { ...attic(), uri });
    expect(addedUris()).toEqual([]);
    expect(await core.request('server.removeAddress', { ...attic(), uri })).toEqual(
      refusal('address.notFound'),
    );
    for (const name of ['servers.json', 'servers.json.backup']) {
      expect(JSON.stringify(await files.read(name))).not.toContain(uri);
    }
    plex.requests.clear();
    expect(await core.request('server.copyToken', { ...attic(), mode: 'new' })).toMatchObject({
      error: { code: 'server.unreachable' },
    });
    expect(heardBy('Attic')).toEqual([]);
  });

  test.each<readonly [string, readonly string[], (tokenId: TransientTokenId) => Promise<unknown>]>([
    [
      'no access token',
      ['/identity'],
      () => core.request('server.copyToken', { ...attic(), mode: 'new' }),
    ],
    ['no transient token', ['/identity'], (tokenId) => check({ kind: 'transient', tokenId })],
    [
      'no transient token after the access token',
      ['/identity', '/'],
      (tokenId) => check({ kind: 'access', ...attic() }, { kind: 'transient', tokenId }),
    ],
  ])('that is removed while it is asked something gets %s more', async (_what, heard, send) => {
    const uri = `http://127.0.0.1:${portOf('Attic')}`;
    await byPage(uri);
    const { id } = await core.mint(attic());
    plex.requests.clear();
    const path = heard.at(-1) ?? '';
    plex.faults.add({ match: { host: 'Attic', path }, action: { hold: true } });
    const sent = send(id);
    await expect.poll(() => heardBy('Attic')).toEqual(heard);
    await core.must('server.removeAddress', { ...attic(), uri });
    plex.faults.clear();
    await sent;
    expect(heardBy('Attic')).toEqual(heard);
    expect(JSON.stringify(await files.read('servers.json'))).not.toContain(uri);
  });

  test('is gone from the profile with the account', async () => {
    await byPage(`127.0.0.1:${portOf('Attic')}`);
    await core.must('account.removeLocally', { accountId: robin });
    for (const name of ['servers.json', 'servers.json.backup']) {
      expect(JSON.stringify(await files.read(name))).not.toContain(portOf('Attic'));
    }
  });

  test('leaves nothing in the profile where the account is here for this session only', async () => {
    await core.must('vault.useSessionOnly', {});
    const sam = await signInAndList(core, plex, 'sam');
    const uri = `http://127.0.0.1:${portOf('Cabin')}`;
    plex.server('Cabin').connections = [];
    await core.must('servers.refresh', { accountId: sam });
    const before = await files.read('servers.json');
    await core.must('server.addAddress', { accountId: sam, address: uri });
    expect(addedUris()).toEqual([uri]);
    await core.must('servers.refresh', { accountId: sam });
    expect(addedUris()).toEqual([uri]);
    expect(await files.read('servers.json')).toEqual(before);
    const serverId = plex.server('Cabin').machineIdentifier as ServerId;
    await core.must('server.removeAddress', { accountId: sam, serverId, uri });
    expect(addedUris()).toEqual([]);
  });
});

describe('an address is not added', () => {
  const closed = 'http://127.0.0.1:9';

  test.each<readonly [string, () => string, AppError['code']]>([
    ['where nothing answers', () => closed, 'address.noAnswer'],
    ['of something else than a media server', () => plex.baseUrl, 'address.notPlex'],
    ['that is none', () => 'two words', 'address.malformed'],
  ])('%s', async (_what, address, code) => {
    expect(await byPage(address())).toMatchObject({ error: { code } });
    expect(questions).toEqual([]);
  });

  test('and what was tried of it is told with its ports', async () => {
    answer = () => Promise.resolve(true);
    expect(await byPerson('127.0.0.1:9')).toMatchObject({
      error: { origins: ['https://127.0.0.1:9', 'http://127.0.0.1:9'] },
    });
    expect(await byPerson('https://127.0.0.1')).toMatchObject({
      error: { origins: ['https://127.0.0.1:443'] },
    });
  });

  test('of a server that the account may not enter', async () => {
    const sam = await signInWithPassword(core, plex, 'sam');
    const address = `127.0.0.1:${portOf('Attic')}`;
    expect(await core.request('server.addAddress', { accountId: sam, address })).toEqual(
      refusal('address.unknownServer', { host: address }),
    );
    expect(questions).toEqual([]);
  });

  test('without encryption to a server that requires it', async () => {
    plex.server('Attic').settings.httpsRequired = true;
    await core.must('servers.refresh', { accountId: robin });
    const address = `127.0.0.1:${portOf('Attic')}`;
    expect(await byPage(address)).toEqual(refusal('address.httpsRequired', { host: address }));
    expect(questions).toEqual([]);
  });

  test('while Plex can’t be asked for a list that is not there yet', async () => {
    plex.faults.add({
      match: { host: 'plex', path: '/api/v2/resources' },
      action: { status: 503 },
    });
    const sam = await signInWithPassword(core, plex, 'sam');
    const address = `127.0.0.1:${portOf('Cabin')}`;
    expect(await core.request('server.addAddress', { accountId: sam, address })).toMatchObject({
      error: { code: 'plex.unavailable' },
    });
    expect(heardBy('Cabin')).toEqual([]);
  });
});
