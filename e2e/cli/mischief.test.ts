import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Fault } from '../fake-plex/state/fault-list.ts';
import { useCommands } from './testing/commands.ts';
import { noHttp } from './testing/no-http.ts';

// A Plex that does what has been reported of it, or what any server may do. It ends a user's token for a client with the
// next.

const commands = useCommands();

beforeAll(async () => {
  commands.plex.settings.oneTokenPerClient = true;
  await commands.signIn('robin');
});

interface Command {
  readonly args: readonly string[];
  readonly input?: string;
}

const source = 'server://attic/com.plexapp.plugins.library';

/** Every command that asks Plex. */
const askingPlex = {
  status: { args: ['status'] },
  'sign-in --password': { args: ['sign-in', '--user', 'sam'], input: 'any\n' },
  'sign-in --code': { args: ['sign-in', '--code'] },
  account: { args: ['account', 'robin'] },
  servers: { args: ['servers'] },
  mint: { args: ['mint', 'Attic'] },
  source: { args: ['source', 'Attic', source] },
  exec: { args: ['exec', 'Attic', '--', 'true'] },
  devices: { args: ['devices', 'robin'] },
  revoke: { args: ['revoke', 'Tablet in the drawer'] },
  identify: { args: ['identify'], input: 'zzFAKEzzFOREIGNzz001' },
  'sign-out': { args: ['sign-out', 'robin'] },
} satisfies Record<string, Command>;

type Name = keyof typeof askingPlex;

/** The exit code of a command, and what it says: on standard error, or in a table that is its answer. */
type End = readonly [code: number, says: RegExp, where?: 'inAnswer'];

type Ends = Partial<Record<Name, End>>;

const all = (names: readonly Name[], end: End): Ends =>
  Object.fromEntries(names.map((name) => [name, end]));

const nothingRemoved = (says: RegExp): RegExp =>
  new RegExp(
    `^Nothing was removed\\. To remove it without Plex: usher sign-out --local\\n${says.source}`,
    's',
  );

/** What is asked of Plex alone, and has no words of its own for what goes wrong. */
const plain: readonly Name[] = ['account', 'servers', 'devices', 'revoke'];
const ofServer: readonly Name[] = ['mint', 'source', 'exec'];

/** All of them end so: a table tells why, and the rest a sentence. */
const everyCommand = (code: number, says: RegExp, verdict: string): Ends => ({
  ...all(['sign-in --password', 'sign-in --code', ...plain, ...ofServer], [code, says]),
  'sign-out': [code, nothingRemoved(says)],
  status: [3, new RegExp(`^robin +- .* can’t be checked: ${verdict}$`, 'm'), 'inAnswer'],
  identify: [3, /couldn’t be checked/, 'inAnswer'],
});

const waits = (seconds: number): RegExp =>
  new RegExp(
    `usher: Too many requests\\..* limiting requests for another ${seconds} s\\.\\nTry again after that time\\.`,
    's',
  );
const unread =
  /usher: The answer couldn’t be read\..* in the form Plex uses.*\nTry again\. If it keeps happening, report it/s;
const intercepted =
  /usher: You may need to sign in to this network\.\nA web page answered .*\nOpen your browser/s;
const wantsBrowser =
  /usher: Sign in with your browser\..* Your password may still be right\.\nSign in with the browser: usher sign-in --browser/s;

const page = (status: number): Fault['action'] => ({
  status,
  contentType: 'text/html',
  body: '<!doctype html><title>Just a moment</title><h1>Checking your browser</h1>',
});

interface Mischief {
  readonly who: string;
  readonly does: string;
  readonly path?: string;
  readonly action: Fault['action'];
  readonly ends: Ends;
}

const tooMany = 'Plex is limiting requests. Usher will check again soon\\.';
const portal = 'You may need to sign in to this network\\.';
const notRead = 'The answer couldn’t be read\\.';
const away = 'The server is offline or unreachable\\.';

const serverVerdict = (code: number, verdict: string): End => [
  code,
  new RegExp(`^robin +Attic .* ${verdict}$`, 'm'),
  'inAnswer',
];

/** Past who it is, which it tells. */
const behindIdentity = '^/(?!identity)';

const mischiefs: readonly Mischief[] = [
  {
    who: 'plex',
    does: 'challenges with a page for browsers (401)',
    action: page(401),
    ends: { 'sign-in --password': [1, wantsBrowser] },
  },
  {
    who: 'plex',
    does: 'challenges with a page for browsers (403)',
    action: page(403),
    ends: { ...everyCommand(3, intercepted, portal), 'sign-in --password': [1, wantsBrowser] },
  },
  {
    who: 'plex',
    does: 'throttles, without a word on how long',
    action: { status: 429 },
    ends: everyCommand(1, waits(30), tooMany),
  },
  {
    who: 'plex',
    does: 'throttles for as long as it says',
    action: { status: 429, headers: { 'Retry-After': '7' } },
    ends: everyCommand(1, waits(7), tooMany),
  },
  {
    who: 'plex',
    does: 'answers a status and headers that HTTP does not have',
    action: noHttp(999),
    ends: everyCommand(3, unread, notRead),
  },
  {
    who: 'Attic',
    does: 'throttles, without a word on how long',
    path: behindIdentity,
    action: { status: 429 },
    ends: {
      ...all(ofServer, [1, waits(30)]),
      status: serverVerdict(3, `can’t be checked: ${tooMany}`),
    },
  },
  {
    who: 'Attic',
    does: 'throttles for as long as it says',
    path: behindIdentity,
    action: { status: 429, headers: { 'Retry-After': '7' } },
    ends: {
      ...all(ofServer, [1, waits(7)]),
      status: serverVerdict(3, `can’t be checked: ${tooMany}`),
    },
  },
  {
    who: 'Attic',
    does: 'answers a status and headers that HTTP does not have',
    path: behindIdentity,
    action: noHttp(999),
    ends: {
      ...all(ofServer, [3, unread]),
      status: serverVerdict(3, `can’t be checked: ${notRead}`),
    },
  },
  {
    who: 'Attic',
    does: 'does not even tell who it is',
    action: noHttp(999),
    ends: {
      ...all(ofServer, [
        3,
        /usher: Can’t reach the server\.\nUsher tried (both|all \d) addresses and got no response\..*\nCheck that the server is running/,
      ]),
      status: serverVerdict(3, `can’t be checked: ${away}`),
    },
  },
  {
    who: 'Attic',
    does: 'refuses whatever token comes',
    path: behindIdentity,
    action: page(401),
    ends: {
      ...all(ofServer, [
        1,
        /usher: The server rejected its access token\..* account token isn’t affected\.\nAsk the owner/s,
      ]),
      status: serverVerdict(1, 'rejected, just now'),
    },
  },
];

describe.each(mischiefs)('while $who $does', ({ who, path, action, ends }) => {
  beforeAll(() => {
    const match = { host: who, ...(path === undefined ? {} : { path }) };
    commands.plex.faults.add({ match, action });
    return () => commands.plex.faults.clear();
  });

  test.each(Object.entries(ends))('usher %s', async (name, [code, says, where]) => {
    const { args, input }: Command = askingPlex[name as Name];
    const run = await commands.usher(args, input === undefined ? {} : { input });
    expect(where === 'inAnswer' ? run.stdout : run.stderr).toMatch(says);
    expect(run).toMatchObject({ code, [where === 'inAnswer' ? 'stderr' : 'stdout']: '' });
  });
});

test('nothing was taken away or changed by all this', async () => {
  expect(await commands.must(['devices', 'robin'])).toContain('Tablet in the drawer');
  expect((await commands.usher(['exec', 'Attic', '--', 'true'])).code).toBe(0);
});

describe('a Plex that ends a token with the next', () => {
  const clientIdentifier = async (): Promise<string> => {
    const text = await readFile(join(commands.profileFolder, 'installation.json'), 'utf8');
    return (JSON.parse(text) as { data: { clientIdentifier: string } }).data.clientIdentifier;
  };

  test('gets who is here already the new one, and all goes on with it', async () => {
    const started = commands.start(['sign-in', '--code']);
    const told = await started.printed(/enter \w{4}\b/);
    commands.plex.approvePin(/enter (\w{4})\b/.exec(told)?.[1] ?? '', 'robin');
    expect(await started.ended).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Signed in to robin again.') as string,
    });
    expect(await commands.must(['account', 'robin'])).toContain('robin@example.invalid');
  });

  const rejected: End = [
    1,
    /usher: Plex no longer accepts this token\..* in Authorized Devices, .*\nSign in to this account again: usher sign-in/s,
  ];
  const ends: Ends = {
    ...all([...plain, ...ofServer], rejected),
    status: [1, /^robin +- .* rejected, /m, 'inAnswer'],
  };

  describe('that came of elsewhere', () => {
    beforeAll(async () => {
      commands.plex.grantToken('robin', { clientIdentifier: await clientIdentifier() });
    });

    test.each(Object.entries(ends))('usher %s', async (name, [code, says, where]) => {
      const run = await commands.usher(askingPlex[name as Name].args);
      expect(where === 'inAnswer' ? run.stdout : run.stderr).toMatch(says);
      expect(run.code).toBe(code);
    });

    test('and a new sign-in makes all of it good again', async () => {
      await commands.signIn('robin');
      expect((await commands.usher(['exec', 'Attic', '--', 'true'])).code).toBe(0);
    });
  });
});
