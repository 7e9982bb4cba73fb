import { findAttention, type Attention } from '../../shared/model/attention.ts';
import { chooseServers } from '../../shared/model/choose-servers.ts';
import type { KeptView } from '../../shared/model/kept-view.ts';
import { serverKey, type ServerRef } from '../../shared/model/server.ts';
import type { State } from '../../shared/model/state.ts';
import { attentionText } from '../../shared/words/attention.ts';
import { formatClock, singleLine } from '../../shared/words/formats.ts';
import { trayText } from '../../shared/words/tray.ts';

/** What an item of the tray does when it is chosen. */
export type TrayAct =
  | { readonly kind: 'copyToken'; readonly server: ServerRef & { readonly name: string } }
  | { readonly kind: 'show'; readonly view: KeptView | null }
  | { readonly kind: 'identifyClipboard' }
  | { readonly kind: 'clearClipboard' }
  | { readonly kind: 'quit' };

export interface TrayItem {
  readonly label: string;
  readonly act: TrayAct;
}

/** What the menu is made of; whatever else of the state changes, it stays. */
export const trayParts = [
  'accounts',
  'servers',
  'settings',
  'usedServers',
  'signIn',
  'signOuts',
  'vault',
  'vaultActivity',
  'notices',
  'clipboard',
] as const;

/**
 * The groups of the tray's menu, as of now. SECURITY: names and words only: a menu of the system is drawn by another program,
 * and may be read by any on the bus.
 */
export function trayMenu(
  state: Pick<State, (typeof trayParts)[number]>,
  now: number,
): readonly (readonly TrayItem[])[] {
  const text = trayText();
  return [
    servers(state),
    findAttention(state).map((attention) => {
      const { name, text: what } = attentionText(attention, state.accounts);
      return show(text.attention(singleLine(name), singleLine(what)), viewOf(attention));
    }),
    [
      ...clipboard(state, now),
      { label: text.identify, act: { kind: 'identifyClipboard' } as const },
    ],
    [
      show(text.open, null),
      show(text.settings, { view: 'settings' }),
      { label: text.quit, act: { kind: 'quit' } as const },
    ],
  ].filter((group) => group.length > 0);
}

const show = (label: string, view: KeptView | null): TrayItem => ({
  label,
  act: { kind: 'show', view },
});

/** Those that are pinned or were used, and for a start a few others: as many as the Overview has at hand. */
function servers(state: Pick<State, 'accounts' | 'servers' | 'settings' | 'usedServers'>) {
  const all = state.servers.flatMap((list) => list.servers);
  const byKey = new Map(all.map((server) => [serverKey(server), server]));
  const titles = new Map(state.accounts.map(({ id, title }) => [id, title]));
  const items = chooseServers(state, [])
    .flatMap((key) => byKey.get(key) ?? [])
    .map(({ accountId, id, name }): TrayItem => {
      const account = state.accounts.length > 1 ? singleLine(titles.get(accountId) ?? '') : null;
      return {
        label: trayText().copyToken(singleLine(name), account),
        act: { kind: 'copyToken', server: { accountId, serverId: id, name } },
      };
    });
  return all.length > items.length
    ? [...items, show(trayText().moreServers, { view: 'servers' })]
    : items;
}

function clipboard(
  { clipboard: held }: Pick<State, 'clipboard'>,
  now: number,
): readonly TrayItem[] {
  if (held.kind === 'empty') return [];
  const label =
    held.remainingMs === null
      ? trayText().clearKept
      : trayText().clear(formatClock(now + held.remainingMs));
  return [{ label, act: { kind: 'clearClipboard' } }];
}

/** Where its one action is. */
function viewOf(attention: Attention): KeptView {
  if (attention.kind === 'homeUserSignedOut' && attention.account.homeOf !== null) {
    return { view: 'home', accountId: attention.account.homeOf };
  }
  const [server, ...others] = attention.kind === 'update' ? attention.servers : [];
  if (server === undefined || others.length > 0) return { view: 'overview' };
  return { view: 'server', accountId: server.accountId, serverId: server.id };
}
