import { afterEach, beforeEach, expect, test } from 'vitest';
import { trayMenu, type TrayEntry } from '../../electron/shell/tray-menu.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import type { CoreUnderTest } from './core-under-test.ts';
import { signInAndList, startSignedIn } from './testing/sign-in.ts';

let plex: FakePlex;
let core: CoreUnderTest;
let accountId: AccountId;

beforeEach(async () => {
  ({ plex, core, accountId } = await startSignedIn('robin'));
});
afterEach(async () => {
  await core.usher.close();
  await plex.stop();
});

const items = (): readonly TrayEntry[] => trayMenu(core.snapshot(), core.clock.now()).flat();
/** Without the signs that keep a name written from right to left from turning the words around. */
const labels = (): readonly string[] =>
  items().map(({ label }) => label.replaceAll(/[\u2068\u2069]/g, ''));
const serverId = (name: string): ServerId => plex.server(name).machineIdentifier as ServerId;

test('has the servers at hand first, pinned ones above, then what can be done, and no token', async () => {
  await core.must('server.pin', { accountId, serverId: serverId('Cabin'), isPinned: true });
  await core.mint({ accountId, serverId: serverId('Attic') });
  expect(labels().slice(0, 2)).toEqual(['Copy token for Cabin', 'Copy token for Attic']);
  expect(items()[0]?.act).toEqual({
    kind: 'copyToken',
    server: { accountId, serverId: serverId('Cabin'), name: 'Cabin' },
  });
  expect(labels()).toContain('More servers…');
  expect(labels().slice(-4)).toEqual([
    'Identify clipboard',
    'Open Usher',
    'Settings…',
    'Quit Usher',
  ]);
  for (const { value } of plex.secrets.list()) expect(JSON.stringify(items())).not.toContain(value);
});

test('says when the clipboard is cleared, as long as something of Usher is on it', async () => {
  const clearing = (): string | undefined => labels().find((label) => label.startsWith('Clear'));
  expect(clearing()).toBeUndefined();
  await core.mint({ accountId, serverId: serverId('Attic') });
  expect(clearing()).toMatch(/^Clear clipboard \(clears at \d{1,2}:\d\d:\d\d/);
  await core.must('clipboard.keep', {});
  expect(clearing()).toBe('Clear clipboard');
});

test('tells accounts apart where there are several, and leads to what needs the person', async () => {
  await signInAndList(core, plex, 'sam');
  expect(labels()).toContain('Copy token for Attic (robin)');
  const sam = core.snapshot().accounts.find(({ title }) => title === 'sam');
  plex.revokeAll('sam');
  if (sam === undefined) throw new Error('no sam');
  await core.must('verdicts.check', {
    tokens: [{ kind: 'account', accountId: sam.id }],
    isAsked: true,
  });
  const place = labels().indexOf('sam: Signed out by Plex');
  expect(items()[place]?.act).toEqual({ kind: 'show', view: { view: 'overview' } });
});

test('leads to the programs where one of them needs the person', async () => {
  const added = await core.must('appToken.add', { accountId, name: 'Kometa', serverId: null });
  await core.must('account.removeLocally', { accountId });
  const { name, clientIdentifier } = core.snapshot().appTokens[0] ?? {};
  expect([name, added.appTokenId]).toEqual(['Kometa', core.snapshot().appTokens[0]?.id]);
  const device = plex.sessions
    .devicesOf(plex.user('robin'))
    .find(({ identity }) => identity.clientIdentifier === clientIdentifier);
  plex.sessions.removeDevice(plex.user('robin'), device?.id ?? 0);
  await core.must('appToken.refresh', {});
  const place = labels().findIndex((label) => label.startsWith('Kometa: '));
  expect(items()[place]?.act).toEqual({ kind: 'show', view: { view: 'apps' } });
});

test('shows a name that turns letters around as what it is, on one line', () => {
  const state = core.snapshot();
  const servers = state.servers.map((list) => ({
    ...list,
    servers: list.servers.map((server) => ({ ...server, name: 'At\u202etic\nQuit Usher' })),
  }));
  const [first] = trayMenu({ ...state, servers }, core.clock.now()).flat();
  expect(first?.label).toBe('Copy token for \u2068At‹RLO›tic Quit Usher\u2069');
});
