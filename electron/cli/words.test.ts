import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { ServerId } from '../../shared/model/ids.ts';
import { tokenForms } from '../../shared/model/token.ts';
import { err, ok } from '../../shared/result.ts';
import { doctorTestReport } from '../../shared/words/testing/doctor-report.ts';
import { textsIn, unworded } from '../../shared/words/testing/made-up-language.ts';
import type { SignInState } from '../../shared/model/sign-in.ts';
import type { TellChange, VerdictChange } from '../core/verdicts/verdict-changes.ts';
import type { Usher } from '../core/usher.ts';
import type { CommandInput, Context, Operand, RunCommand } from './command.ts';
import type { CliError } from './errors.ts';

// Files share one process and its modules: the language is swapped for those of this file alone.
beforeAll(() => {
  vi.resetModules();
  vi.doMock('../../shared/words/language.ts', async (importReal) => {
    const { madeUpLanguage } = await import('../../shared/words/testing/made-up-language.ts');
    return madeUpLanguage(await importReal());
  });
});
afterAll(() => {
  vi.doUnmock('../../shared/words/language.ts');
  vi.resetModules();
});

const loadTable = async () => (await import('./command-table.ts')).commandTable;

/** Options and placeholders, which are the same in every language. */
const withoutNames = (text: string): string =>
  text.replace(/(?<!\w)--?[a-zA-Z][a-z-]*|\b[A-Z]{4,}\b|\[(options|command)\]/g, ' ');

describe('the help in another language', () => {
  async function helps(): Promise<ReadonlyMap<string, string>> {
    const { createProgram } = await import('./create-program.ts');
    const program = createProgram(await loadTable(), '0.0.0', () => Promise.resolve());
    const shown = new Map<string, string>();
    for (const command of [program, ...program.commands]) {
      let text = '';
      command.configureOutput({ writeOut: (part) => (text += part) }).outputHelp();
      shown.set(command.name(), text);
    }
    return shown;
  }

  test('has no word of English', async () => {
    const names = new Set(['usher', 'help', tokenForms.join('|')]);
    for (const { name, operands } of await loadTable()) {
      names.add(name);
      for (const { choices } of operands) if (choices !== undefined) names.add(choices.join('|'));
    }
    const shown = await helps();
    expect(shown.size).toBe((await loadTable()).length + 1);
    for (const [command, text] of shown) {
      expect.soft(unworded(withoutNames(text), names), command).toBeNull();
    }
  });

  test('hints after a mistake are in it too', async () => {
    const { createProgram } = await import('./create-program.ts');
    const program = createProgram(await loadTable(), '0.0.0', () => Promise.resolve());
    const hints: string[] = [];
    for (const command of [program, ...program.commands]) {
      command.configureOutput({ writeErr: (text) => void hints.push(text) });
    }
    for (const args of [['nothing-like-it'], ['mint'], ['exec', 'Attic']]) {
      await expect(program.parseAsync(args, { from: 'user' })).rejects.toThrow();
    }
    expect(hints.filter((text) => text.startsWith('⟦'))).toHaveLength(3);
  });

  test.each(['fish', 'zsh'])('what %s says beside its offers is in it too', async (shell) => {
    const script = await printedBy('completions', {
      operands: { SHELL: shell },
    });
    const described =
      shell === 'fish'
        ? [...script.join('\n').matchAll(/ -d '(.*)'$/gm)]
        : [
            ...script
              .join('\n')
              .matchAll(/'(?:--[a-z-]+\[([^\]]*)\].*?|[a-z-]+:(⟦?.*?))'(?= |\n|\))/g),
          ];
    const texts = described.map(([, one, other]) => one ?? other ?? '');
    expect(texts.length).toBeGreaterThan(30);
    expect(texts.filter((text) => !/^⟦[^⟦⟧]+⟧$/.test(text))).toEqual([]);
  });
});

const now = Date.now();
const valid = { kind: 'valid', provedAt: now - 120_000 };
const rejected = { kind: 'rejected', rejectedAt: now - 9 * 86_400_000 };
const unknown = { kind: 'unknown', reason: 'network.offline', lastProvedAt: null };
const unchecked = { kind: 'unknown', reason: null, lastProvedAt: null };
const account = (change: object) => ({
  id: 'a1',
  uuid: 'u1',
  title: 'Maja Lind',
  username: 'maja',
  email: 'maja@example.org',
  token: { kind: 'classic', lastFour: 'x7Qd' },
  verdict: valid,
  homeOf: null,
  ...change,
});
const accounts = [
  account({}),
  account({ id: 'a2', title: 'Juno', username: 'juno', verdict: rejected, homeOf: 'a1' }),
  account({ id: 'a3', title: 'Nils', username: 'nils', verdict: unknown }),
  account({ id: 'a4', title: 'Robin', username: 'robin', verdict: unchecked }),
];
const owned = {
  ownership: 'owned',
  ownerName: null,
  isOnline: true,
  version: '1.41.3',
  connections: [],
};
const connections = [
  { uri: 'https://192.0.2.5:32400', isAdded: true, certificate: 'AB:CD' },
  { uri: 'https://192.0.2.6:32400', isAdded: false, certificate: null },
];
const servers = [
  {
    id: 's1',
    name: 'Attic',
    accessToken: { kind: 'jwt', lastFour: 'k2Lm' },
    ...owned,
    connections,
  },
  { id: 's2', name: 'Cabin', accessToken: null, ...owned, ownership: 'home', isOnline: false },
];
const devices = (['here', 'other'] as const).map((kind, index) => ({
  id: `90${index}`,
  kind,
  name: kind === 'here' ? 'Workbench' : 'Television',
  product: 'Plex Web',
  platform: 'webOS',
  clientIdentifier: `client-${index}`,
  lastSeenAt: now - 3_600_000,
}));
const tokens = [
  {
    id: 't1',
    accountName: 'Maja Lind',
    serverId: 's1' as ServerId,
    serverName: 'Attic',
    token: { kind: 'transient', lastFour: '9f3c' },
    storage: 'session',
    expiresAt: now,
    remainingMs: 169_200_000,
    verdict: valid,
  },
];
const place = { field: 'X-Plex-Token', label: 'Cellar', host: null };
const foundTokens = ['claimCode', 'localToken', 'refused', 'notFromPlex'].map((kind) => ({
  token: { kind: 'claim', lastFour: '195a' },
  place,
  jwt: null,
  finding: { kind },
  mintedAs: kind === 'refused' ? 't1' : null,
  appToken: kind === 'notFromPlex' ? { id: 'a1', name: 'Kometa' } : null,
}));
const [, , ...adoptable] = foundTokens;
const use = {
  id: 'u1',
  appName: 'Kometa',
  program: { name: 'Kometa', restart: 'stopBefore' },
  places: [
    { destination: { path: '/srv/a.yml', key: 'plex.token' }, trouble: null },
    { destination: { path: '/srv/b.yml', key: null }, trouble: 'destination.notReplaceable' },
  ],
  offer: { kind: 'offered', accountId: 'a1' },
};
const adoption = {
  tokens: adoptable.map((found, index) => ({
    found,
    isServersOwn: index === 0,
    isUshersOwn: index === 1,
    uses: [use, { ...use, offer: { kind: 'offered', accountId: null } }],
  })),
  elsewhere: [
    { name: 'Maintainerr', path: '/srv/c', changedBy: 'plexSettings' },
    { name: 'Seerr', path: '/srv/d', changedBy: 'signingInAgain' },
  ],
  unread: [{ path: '/srv/e', reason: 'destination.foreignOwner' }],
  isCutOff: true,
  remainingMs: 0,
};
const adopted = { id: 'p1', unwritten: [] };
const sourceAnswer = {
  source: 'provider://tv.plex.provider.epg',
  devices: [
    {
      name: 'Cellar',
      token: { kind: 'local', lastFour: '195a' },
      connections: [{ uri: 'http://192.0.2.5:32400', kind: 'relay' }],
    },
  ],
};
const apps = [
  {
    id: 'p1',
    name: 'Kometa',
    account: { id: 'a1', title: 'Maja Lind' },
    token: { kind: 'classic', lastFour: 'x7Qd' },
    verdict: valid,
    destinations: [
      { path: '/srv/config.yml', key: 'plex.token', state: { kind: 'changed', at: now } },
    ],
  },
];
const changeOf = (change: object) => ({
  kind: 'account',
  account: { id: 'a1', title: 'Maja Lind' },
  ...{ server: null, app: null, destination: null, lastFour: 'x7Qd' },
  ...{ from: 'valid', to: 'rejected', reason: null, at: now },
  ...change,
});
const changes = [
  changeOf({}),
  changeOf({ kind: 'server', server: { id: 's1', name: 'Attic' }, to: 'valid' }),
  changeOf({ to: 'ending' }),
  changeOf({ to: 'unknown', reason: 'network.offline' }),
  changeOf({ kind: 'app', app: { id: 'p1', name: 'Kometa' } }),
  ...['changed', 'upToDate'].map((to) =>
    changeOf({
      ...{ kind: 'destination', app: { id: 'p1', name: 'Kometa' }, to },
      destination: { path: '/srv/config.yml', key: 'plex.token' },
    }),
  ),
];
const addedAddress = {
  serverId: 's1' as ServerId,
  serverName: 'Attic',
  uri: 'http://192.0.2.5:32400',
  certificate: 'AB:CD',
  isNew: true,
};
const data = textsIn([
  apps,
  changes,
  accounts,
  servers,
  devices,
  tokens,
  foundTokens,
  adoption,
  sourceAnswer,
]);
// Names in Plex's record are shown as they are.
for (const text of ['usher', 'no-such', 'trials']) data.add(text);

const waiting = { phase: 'waiting', trouble: { code: 'network.offline' } };
const steps: readonly object[] = [
  { kind: 'browser', ...waiting, authUrl: 'https://app.plex.tv/auth', browserOpened: true },
  { kind: 'browser', ...waiting, authUrl: 'https://app.plex.tv/auth', browserOpened: false },
  {
    kind: 'code',
    ...waiting,
    code: 'QX7D',
    linkUrl: 'https://plex.tv/link',
    prefilledUrl: 'https://plex.tv/link/?pin=QX7D',
  },
  { kind: 'done', accountId: 'a1', wasReplaced: true },
];

/** What the commands ask of the core, answered at once. */
function stubUsher(change: object = {}): Usher {
  let listener: (part: { readonly signIn: SignInState }) => void = () => undefined;
  const begin = (): void => {
    for (const signIn of steps) listener({ signIn: signIn as SignInState });
  };
  const services = {
    accounts: { summaries: () => accounts, find: () => ok(accounts[0]) },
    vault: { check: () => ok(null) },
    servers: { refresh: () => ok(null), list: () => ({ servers }) },
    verdicts: { check: () => [valid, unknown] },
    devices: {
      refresh: () => ok(null),
      list: () => ({ devices }),
      revoke: () => ok({ gone: [devices[1]], refused: [], stillThere: [], error: null }),
    },
    signOut: {
      signOut: () => ok({ revoked: { state: 'done' }, rejected: { state: 'failed' } }),
      removeLocally: () => ok(null),
    },
    signIn: { startBrowser: begin, startCode: begin, cancel: () => undefined },
    tokens: {
      summaries: () => tokens,
      mint: () => ok({ kept: Promise.resolve(ok(tokens[0])) }),
      latest: () => null,
      forget: () => ok(null),
      recognize: () => ok(null),
    },
    secrets: {
      copyMinted: () => ok(null),
      copyOfServer: () => ok({ kind: 'copied', token: tokens[0] }),
    },
    guard: { keep: () => undefined },
    clipboard: { isThere: () => true },
    identifier: {
      ask: () => ok(null),
      settled: () => ({ tokens: foundTokens, isCutOff: true }),
    },
    adopter: {
      look: () => undefined,
      settled: () => adoption,
      adopt: () => ok(adopted),
    },
    appTokens: { summaries: () => [] },
    sources: { ask: () => ok(sourceAnswer) },
    addedAddresses: { add: () => ok(addedAddress) },
    plainHttp: { isAllowed: () => false },
    vaultStatus: { state: () => ({ kind: 'unusable' }) },
    lookout: {
      once: () => ok({ accounts: [], apps }),
      keep: async (tell: TellChange) => {
        for (const change of changes) await tell(change as VerdictChange);
        return err({ code: 'profile.watched' });
      },
    },
    doctor: {
      run: () => doctorTestReport({ findings: ['collectionLocked', 'secretsMissing', 'noBus'] }),
    },
    ...change,
  };
  const events = {
    subscribe: (wanted: typeof listener) => {
      listener = wanted;
      return () => undefined;
    },
  };
  return { services, events } as unknown as Usher;
}

interface Typed {
  readonly operands?: { readonly [Name in Operand['name']]?: string };
  readonly options?: Readonly<Record<string, string | true>>;
  readonly services?: object;
}

/** Everything that a command shows or asks, its error too. */
async function printedBy(
  name: string,
  { operands = {}, options = {}, services = {} }: Typed = {},
): Promise<readonly string[]> {
  const printed: string[] = [];
  const print = (text: string): void => void printed.push(text);
  const never = new AbortController().signal;
  const output = {
    answer: print,
    note: print,
    json: print,
    paint: (_style: string, text: string) => text,
    isForPerson: true,
    isAttended: false,
    columns: 80,
  };
  const ask = (question: string) => {
    print(question);
    return Promise.resolve(null);
  };
  const context = {
    output,
    input: { isTerminal: true, ask, askHidden: ask, text: () => Promise.resolve('a token') },
    interruption: { signal: never, expect: () => undefined },
    usher: () => Promise.resolve(ok(stubUsher(services))),
  } as unknown as Context;
  const input: CommandInput = {
    operand: (operand) => operands[operand],
    rest: [],
    has: (option) => options[option] === true,
    value: (option) => (typeof options[option] === 'string' ? options[option] : undefined),
    values: () => [],
  };
  const command = (await loadTable()).find((one) => one.name === name);
  if (command === undefined) throw new Error(`There is no command “${name}”.`);
  const run: RunCommand = await command.load();
  const done = await run(context, input);
  if (!done.ok) await printTo(print, done.error);
  return printed;
}

async function printTo(print: (text: string) => void, error: CliError): Promise<void> {
  const { createOutput } = await import('./output.ts');
  const { printError } = await import('./run-command-line.ts');
  printError({ ...createOutput(new AbortController().signal), note: print }, error, false);
}

const past = {
  accounts: {
    summaries: () => accounts,
    load: () =>
      ok({ askedAt: now, pastSubscriptions: null, trials: { at: 0, list: [{}] }, record: {} }),
  },
};
const none = { accounts: { summaries: () => [] } };
const maja = { operands: { ACCOUNT: 'maja' } } as const;
const attic = { operands: { SERVER: 'Attic', SOURCE: sourceAnswer.source } } as const;
const ofMaja = { account: 'a1' };
const failing = { signOut: { signOut: () => err({ code: 'plex.unavailable', status: 503 }) } };

const notCopying = {
  secrets: { copyMinted: () => err({ code: 'clipboard.failed' }) },
  tokens: {
    mint: () => ok({ kept: Promise.resolve(ok({ ...tokens[0], storage: 'keychain' })) }),
  },
};

const copying = (answer: object) => ({ secrets: { copyOfServer: () => answer } });
const copiedSo = (outcome: object) => copying(ok({ token: tokens[0], ...outcome }));
const mintedUncopied = {
  ...copying(err({ code: 'clipboard.failed' })),
  tokens: { latest: once(null, { id: 't2', lastFour: '9f3c', serverName: 'Attic' }) },
};

/** The first answer the first time, and then the other. */
function once<T, Other>(first: T, other: Other): () => T | Other {
  let isFirst = true;
  return () => {
    const answer = isFirst ? first : other;
    isFirst = false;
    return answer;
  };
}

const scenes: Readonly<Record<string, readonly [command: string, typed?: Typed]>> = {
  accounts: ['accounts'],
  'no accounts': ['accounts', { services: none }],
  'an account whose past is of an earlier day': ['account', { ...maja, services: past }],
  'the status of all': ['status'],
  'the status of none': ['status', { services: none }],
  servers: ['servers'],
  'no servers': [
    'servers',
    { services: { servers: { refresh: () => ok(null), list: () => ({ servers: [] }) } } },
  ],
  devices: ['devices', maja],
  'an account that is one of several': ['devices'],
  'an account that is not there': ['devices', { operands: { ACCOUNT: 'no-such' } }],
  'a device revoked': ['revoke', { operands: { DEVICE: 'Television' }, options: ofMaja }],
  'this device, not revoked': ['revoke', { operands: { DEVICE: 'Workbench' }, options: ofMaja }],
  'signed out': ['sign-out', maja],
  'removed locally': ['sign-out', { ...maja, options: { local: true } }],
  'not signed out': ['sign-out', { ...maja, services: failing }],
  'signed in with the browser': ['sign-in', { options: { browser: true } }],
  'no name to sign in with': ['sign-in', { options: { password: true } }],
  'no password to sign in with': ['sign-in', { options: { password: true, user: 'maja' } }],
  'a token minted': ['mint', { ...attic, options: { ...ofMaja, copy: true } }],
  'a token minted and not copied': [
    'mint',
    { ...attic, options: { ...ofMaja, copy: true }, services: notCopying },
  ],
  'a token copied': ['copy', { ...attic, options: ofMaja }],
  'a token copied unchecked': [
    'copy',
    {
      ...attic,
      options: ofMaja,
      services: copiedSo({ kind: 'copiedUnchecked', reason: 'network.timeout' }),
    },
  ],
  'a new token copied': [
    'copy',
    { ...attic, options: ofMaja, services: copiedSo({ kind: 'minted', because: null }) },
  ],
  'a new token copied for a dead one': [
    'copy',
    { ...attic, options: ofMaja, services: copiedSo({ kind: 'minted', because: 'expired' }) },
  ],
  'a new token not copied': ['copy', { ...attic, options: ofMaja, services: mintedUncopied }],
  'a server that is one of several': ['mint', attic],
  'an address added': [
    'server',
    { operands: { ACTION: 'add', ADDRESS: '192.0.2.5' }, options: ofMaja },
  ],
  tokens: ['tokens'],
  'a token forgotten': ['forget', { operands: { TOKEN: '9f3c' } }],
  'a token that is not there': ['forget', { operands: { TOKEN: 'no-such' } }],
  'no command to run': ['exec', attic],
  'tokens identified': ['identify'],
  'tokens in config files': ['app', { operands: { ACTION: 'adopt' } }],
  'tokens replaced in config files': [
    'app',
    { operands: { ACTION: 'adopt' }, options: { yes: true } },
  ],
  'a source': ['source', { ...attic, options: ofMaja }],
  'what is watched, once': ['watch', { options: { once: true } }],
  'what changes': ['watch'],
  'no command to hand changes to': ['watch', { options: { hook: true } }],
  'the doctor': ['doctor'],
};

/** What the doctor has people type stands by itself on a line. */
const withoutCommands = (text: string): string => text.replace(/^ {4}\S.*$/gm, ' ');

describe('a command in another language', () => {
  test.each(Object.entries(scenes))('%s: has no word of English', async (_name, [name, typed]) => {
    const printed = await printedBy(name, typed);
    expect(printed.length).toBeGreaterThan(0);
    expect(printed.map((text) => unworded(withoutNames(withoutCommands(text)), data))).toEqual(
      printed.map(() => null),
    );
  });
});

test('what is said before anything else is loaded is in another language too', async () => {
  const { terminalStartText } = await import('../../shared/words/terminal-start.ts');
  const { nodeTooOld, writeError } = terminalStartText();
  expect([nodeTooOld('20.0.0'), writeError(null)].map((text) => unworded(text, []))).toEqual([
    null,
    null,
  ]);
});
