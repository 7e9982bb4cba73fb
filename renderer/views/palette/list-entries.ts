import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import { commands, type Command } from '../../../shared/model/command.ts';
import { serverKey, serverRefKey, type ServerSummary } from '../../../shared/model/server.ts';
import type { State } from '../../../shared/model/state.ts';
import {
  tokenForms,
  type TokenForm,
  type TransientTokenSummary,
} from '../../../shared/model/token.ts';
import { paletteText, type PaletteGroup } from '../../../shared/words/palette.ts';
import {
  settingSections,
  settingsOf,
  settingsText,
  type SettingId,
  type SettingSection,
} from '../../../shared/words/settings.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { repairRoute, type Route } from '../../state/route.ts';
import { isLive } from '../tokens/is-live.ts';

/** What a row of the palette stands for. */
export type PaletteThing =
  | { readonly kind: 'server'; readonly server: ServerSummary }
  | ServerActThing
  | { readonly kind: 'account'; readonly account: AccountSummary }
  | { readonly kind: 'token'; readonly token: TransientTokenSummary }
  | { readonly kind: 'app'; readonly app: AppTokenSummary }
  | { readonly kind: 'page'; readonly route: Route; readonly icon: PageIcon }
  | { readonly kind: 'command'; readonly command: Command }
  | { readonly kind: 'setting'; readonly setting: SettingId };

export interface ServerActThing {
  readonly kind: 'serverAct';
  readonly server: ServerSummary;
  readonly act: ServerAct;
}

export type ServerAct =
  | { readonly kind: 'copy' | 'mint' | 'open' | 'pin' }
  | { readonly kind: 'copyAs'; readonly form: TokenForm };

export type PageIcon = 'devices' | 'home' | 'data' | 'signIn';

export interface PaletteEntry<Thing extends PaletteThing = PaletteThing> {
  readonly key: string;
  readonly group: Exclude<PaletteGroup, 'recent'>;
  readonly thing: Thing;
  readonly title: string;
  /** Whether the title is a name from outside, with a direction of its own. */
  readonly isName: boolean;
  /** Softer, beside the title. */
  readonly detail: string;
  /** What it is found by as well, without being shown; a server only together with what is shown. */
  readonly also: string;
}

/** A heading and the rows below it. */
export interface PaletteSection {
  readonly group: PaletteGroup;
  readonly entries: readonly PaletteEntry[];
}

/** What one palette leads to, and how it begins: that of the window, or quick access. */
export interface PaletteScope {
  readonly field: () => string;
  readonly entries: (
    state: Pick<State, 'accounts' | 'servers' | 'tokens' | 'appTokens' | 'clipboard'>,
  ) => readonly PaletteEntry[];
  /** Before anything is typed; `pinned` are keys of entries. */
  readonly atFirst: (
    entries: readonly PaletteEntry[],
    known: {
      readonly recent: readonly PaletteEntry[];
      readonly pinned: readonly string[];
      readonly state: Pick<State, 'servers' | 'settings' | 'usedServers'>;
    },
  ) => readonly PaletteSection[];
  readonly hasAct: (act: ServerAct) => boolean;
  /** Whether the servers have numbers, which copy while nothing is typed. */
  readonly hasNumbers: boolean;
  readonly footer: (isMac: boolean) => {
    readonly copy: string;
    readonly close: string;
    readonly more: readonly KeyHint[];
  };
}

/** Keys, and what they do. */
export interface KeyHint {
  readonly keys: readonly string[];
  readonly does: string;
}

/** Nobody sees more of a name than that, and what nobody sees is not searched. */
const longestName = 200;
const cut = (name: string): string => name.slice(0, longestName);

/** Everything the palette leads to. */
export function listEntries(
  state: Pick<State, 'accounts' | 'servers' | 'tokens' | 'appTokens' | 'clipboard'>,
): readonly PaletteEntry[] {
  const titles = new Map(state.accounts.map(({ id, title }) => [id, cut(title)]));
  return [
    ...state.servers.flatMap(({ accountId, servers }) =>
      servers.map((server) => serverEntry(server, titles.get(accountId) ?? '')),
    ),
    ...state.accounts.map(accountEntry),
    ...state.tokens.filter(isLive).map(tokenEntry),
    ...state.appTokens.filter(({ verdict }) => verdict.kind !== 'rejected').map(appEntry),
    ...state.accounts.flatMap(pagesOf),
    ...commands
      .filter((command) => command !== 'clearClipboard' || state.clipboard.kind === 'holding')
      .map(commandEntry),
    ...settingSections.flatMap((section) =>
      settingsOf[section].map((setting) => settingEntry(setting, section)),
    ),
  ];
}

const serverEntry = (server: ServerSummary, account: string): PaletteEntry => ({
  key: `server ${serverKey(server)}`,
  group: 'servers',
  thing: { kind: 'server', server },
  title: cut(server.name),
  isName: true,
  detail: account,
  also: paletteText().copyToken,
});

const accountEntry = (account: AccountSummary): PaletteEntry => ({
  key: `account ${account.id}`,
  group: 'accounts',
  thing: { kind: 'account', account },
  title: cut(account.title),
  isName: true,
  detail: cut(account.username === account.title ? account.email : account.username),
  also: account.email,
});

const tokenEntry = (token: TransientTokenSummary): PaletteEntry => ({
  key: `token ${token.id}`,
  group: 'tokens',
  thing: { kind: 'token', token },
  title: tokenText().lastFour(token.token.lastFour),
  isName: false,
  detail: paletteText().tokenOf(token.serverName, token.accountName),
  also: paletteText().groups.tokens,
});

const appEntry = (app: AppTokenSummary): PaletteEntry => ({
  key: `app ${app.id}`,
  group: 'apps',
  thing: { kind: 'app', app },
  title: cut(app.name),
  isName: true,
  detail: paletteText().appOf(app.account.title, app.token.lastFour),
  also: paletteText().copyToken,
});

function pagesOf(account: AccountSummary): readonly PaletteEntry[] {
  const { id: accountId } = account;
  const text = paletteText().account;
  const page = (
    name: PageIcon,
    group: 'pages' | 'actions',
    title: string,
    route: Route,
  ): PaletteEntry => ({
    key: `${name} ${accountId}`,
    group,
    thing: { kind: 'page', route, icon: name },
    title,
    isName: false,
    detail: cut(account.title),
    also: '',
  });
  return [
    page('devices', 'pages', text.devices, { view: 'devices', accountId }),
    page('home', 'pages', text.home, { view: 'home', accountId }),
    page('data', 'pages', text.data, { view: 'account', accountId, tab: 'data' }),
    ...(account.verdict.kind === 'rejected'
      ? [page('signIn', 'actions', text.signInAgain, repairRoute(account))]
      : []),
  ];
}

const actions: ReadonlySet<Command> = new Set([
  'refresh',
  'addAccount',
  'addApp',
  'checkTokens',
  'identifyClipboard',
  'clearClipboard',
  'shortcuts',
]);

const commandEntry = (command: Command): PaletteEntry => ({
  key: `command ${command}`,
  group: actions.has(command) ? 'actions' : 'pages',
  thing: { kind: 'command', command },
  isName: false,
  also: '',
  ...paletteText().commands[command],
});

/** A command is what a token is wanted in most often, after the token alone. */
const formOrder: readonly TokenForm[] = [...new Set<TokenForm>(['curl', ...tokenForms])];

const settingEntry = (setting: SettingId, section: SettingSection): PaletteEntry => ({
  key: `setting ${setting}`,
  group: 'settings',
  thing: { kind: 'setting', setting },
  title: settingsText().settings[setting].label,
  isName: false,
  detail: settingsText().sections[section],
  also: '',
});

/** What can be done with a server, the most likely first. */
export function listServerActs(
  server: ServerSummary,
  { hasToken, isPinned, form }: ServerFacts,
): readonly PaletteEntry<ServerActThing>[] {
  const text = paletteText().server;
  const entry = (act: ServerAct, title: string, name: string): PaletteEntry<ServerActThing> => ({
    key: `${name} ${serverKey(server)}`,
    group: 'actions',
    thing: { kind: 'serverAct', server, act },
    title,
    isName: false,
    detail: '',
    also: '',
  });
  return [
    entry({ kind: 'copy' }, (hasToken ? text.copy : text.mintAndCopy)(server.name), 'copy'),
    entry({ kind: 'mint' }, text.mint(server.name), 'mint'),
    ...formOrder
      .filter((one) => one !== form)
      .map((one) =>
        entry({ kind: 'copyAs', form: one }, text.copyAs(server.name, one), `copy as ${one}`),
      ),
    entry({ kind: 'open' }, text.open(server.name), 'open'),
    entry({ kind: 'pin' }, (isPinned ? text.unpin : text.pin)(server.name), 'pin'),
  ];
}

interface ServerFacts {
  /** Whether there is a token to copy; else one is minted. */
  readonly hasToken: boolean;
  readonly isPinned: boolean;
  /** The form that a copy has anyway. */
  readonly form: TokenForm;
}

/** What was used last, of servers by what the activity tells of them: the last one first. */
export function listRecent(
  entries: readonly PaletteEntry[],
  { usedServers, settings }: Pick<State, 'usedServers' | 'settings'>,
): readonly PaletteEntry[] {
  const byKey = new Map(entries.map((entry) => [entry.key, entry]));
  return [
    ...usedServers.map((used) => ({ key: `server ${serverRefKey(used)}`, at: used.lastUsedAt })),
    ...settings.usedCommands.map(({ command, usedAt }) => ({
      key: `command ${command}`,
      at: usedAt,
    })),
  ]
    .sort((one, other) => other.at - one.at)
    .flatMap(({ key }) => byKey.get(key) ?? []);
}

/** Of each kind before anything is typed, and of what was used last. */
const mostAtFirst = 5;

/** What there is before anything is typed: what was used last, then the servers, those that are pinned first. */
export function listAtFirst(
  entries: readonly PaletteEntry[],
  recent: readonly PaletteEntry[],
  pinned: readonly string[],
): readonly PaletteSection[] {
  const used = recent.slice(0, mostAtFirst);
  const places = new Map(pinned.map((key, place) => [key, place]));
  const placeOf = ({ key }: PaletteEntry): number => places.get(key) ?? places.size;
  const others = (group: PaletteEntry['group']): readonly PaletteEntry[] =>
    entries.filter((entry) => entry.group === group && !used.includes(entry));
  const servers = others('servers').toSorted((one, other) => placeOf(one) - placeOf(other));
  return [
    { group: 'recent', entries: used },
    { group: 'servers', entries: servers.slice(0, mostAtFirst) },
    { group: 'accounts', entries: others('accounts').slice(0, mostAtFirst) },
    { group: 'actions', entries: others('actions') },
    // Those of each account are found by their names.
    { group: 'pages', entries: others('pages').filter(({ thing }) => thing.kind === 'command') },
  ];
}
