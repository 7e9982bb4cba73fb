import { attentionParts, findAttention, type Attention } from '../../shared/model/attention.ts';
import { chooseServers } from '../../shared/model/choose-servers.ts';
import type { KeptView } from '../../shared/model/kept-view.ts';
import { serverKey } from '../../shared/model/server.ts';
import type { State } from '../../shared/model/state.ts';
import { attentionText } from '../../shared/words/attention.ts';
import { formatClock, singleLine } from '../../shared/words/formats.ts';
import { trayText } from '../../shared/words/tray.ts';
import type { TrayAct } from './tray-acts.ts';

/** One line of the menu. */
export interface TrayEntry {
  readonly label: string;
  readonly act: TrayAct;
}

/** What the menu is made of; whatever else of the state changes, it stays. */
export const trayParts = [...attentionParts, 'settings', 'usedServers', 'clipboard'] as const;

/**
 * The groups of the tray's menu, as of now. SECURITY: names and words only: a menu of the system is drawn by another program,
 * and may be read by any on the bus.
 */
export function trayMenu(
  state: Pick<State, (typeof trayParts)[number]>,
  now: number,
): readonly (readonly TrayEntry[])[] {
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

const show = (label: string, view: KeptView | null): TrayEntry => ({
  label,
  act: { kind: 'show', view },
});

/** Those that are pinned or were used, and for a start a few others: as many as the Overview has at hand. */
function servers(state: Pick<State, 'accounts' | 'servers' | 'settings' | 'usedServers'>) {
  const all = state.servers.flatMap((list) => list.servers);
  const byKey = new Map(all.map((server) => [serverKey(server), server]));
  const titles = new Map(state.accounts.map(({ id, title }) => [id, title]));
  const entries = chooseServers(state, [])
    .flatMap((key) => byKey.get(key) ?? [])
    .map(({ accountId, id, name }): TrayEntry => {
      const account = state.accounts.length > 1 ? singleLine(titles.get(accountId) ?? '') : null;
      return {
        label: trayText().copyToken(singleLine(name), account),
        act: { kind: 'copyToken', server: { accountId, serverId: id, name } },
      };
    });
  return all.length > entries.length
    ? [...entries, show(trayText().moreServers, { view: 'servers' })]
    : entries;
}

function clipboard(
  { clipboard: held }: Pick<State, 'clipboard'>,
  now: number,
): readonly TrayEntry[] {
  if (held.kind === 'empty') return [];
  const label =
    held.remainingMs === null || held.failure !== null
      ? trayText().clearNow
      : trayText().clear(formatClock(now + held.remainingMs));
  return [{ label, act: { kind: 'clearClipboard' } }];
}

/** Where its one action is. */
function viewOf(attention: Attention): KeptView {
  if (attention.kind === 'homeUserSignedOut' && attention.account.homeOf !== null) {
    return { view: 'home', accountId: attention.account.homeOf };
  }
  if ('apps' in attention) return { view: 'apps' };
  const [server, ...others] = attention.kind === 'update' ? attention.servers : [];
  if (server === undefined || others.length > 0) return { view: 'overview' };
  return { view: 'server', accountId: server.accountId, serverId: server.id };
}
