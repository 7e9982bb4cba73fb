import type { AppError } from '../../shared/errors.ts';
import type { AccountSummary } from '../../shared/model/account.ts';
import type { KeptView } from '../../shared/model/kept-view.ts';
import type { ServerRef } from '../../shared/model/server.ts';
import type { Settings, StateChange } from '../../shared/model/state.ts';
import {
  quickParts,
  type QuickChange,
  type QuickList,
  type QuickRequests,
  type QuickSettings,
} from '../../shared/quick-access.ts';
import { err, ok } from '../../shared/result.ts';
import type { Usher } from '../core/usher.ts';
import type { Handlers } from '../ipc/request-handlers.ts';
import type { CopyTeller } from './copy-teller.ts';
import type { OutsideWindow } from './outside-window.ts';

/**
 * What the page of quick access may ask.
 *
 * SECURITY: nothing is done while the screen is locked, nor for a window that nobody sees, and no question is answered
 * from there: the window opens, and the person is asked in front of it.
 */
export function createQuickActs(deps: {
  readonly usher: Pick<Usher, 'services'>;
  readonly outside: Pick<OutsideWindow, 'isScreenLocked' | 'wouldKeychainAsk' | 'show'>;
  readonly teller: Pick<CopyTeller, 'copied'>;
  readonly hide: () => void;
  readonly isShown: () => boolean;
}): Handlers<QuickRequests> {
  const { usher, outside, teller, hide, isShown } = deps;
  const { secrets, snapshot } = usher.services;

  const nameOf = ({ accountId, serverId }: ServerRef): string =>
    snapshot()
      .servers.find((of) => of.accountId === accountId)
      ?.servers.find(({ id }) => id === serverId)?.name ?? '';
  const mayAct = (): boolean => isShown() && !outside.isScreenLocked();
  const show = (view: KeptView | null): void => {
    hide();
    outside.show(view);
  };

  return {
    'quick.list': () => {
      const { app, accounts, servers, tokens, clipboard, usedServers, settings } = snapshot();
      const list: QuickList = {
        ...{ app, accounts: withoutNotes(accounts), servers, tokens, clipboard, usedServers },
        settings: quickSettings(settings),
      };
      return Promise.resolve(ok(list));
    },
    'server.copyToken': async ({ mode, form, ...server }) => {
      if (!mayAct()) return err({ code: 'request.invalid' });
      const view = { view: 'server', ...server } as const;
      const wouldAsk = await outside.wouldKeychainAsk();
      if (outside.isScreenLocked()) return err({ code: 'request.invalid' });
      if (wouldAsk) {
        show(view);
        return err({ code: 'vault.locked' });
      }
      const copied = await secrets.copyOfServer(server, { mode, form });
      if (outside.isScreenLocked()) return copied;
      if (!copied.ok && isForPerson(copied.error)) show(view);
      // It was sent away before it could show what came of it.
      else if (!isShown()) teller.copied({ ...server, name: nameOf(server) }, copied);
      return copied;
    },
    'quick.open': ({ view }) => {
      if (!mayAct()) return Promise.resolve(err({ code: 'request.invalid' }));
      show(view);
      return Promise.resolve(ok(null));
    },
  };
}

/** Whether what went wrong is for the person to decide, or to see to, before it can go on. */
const isForPerson = ({ code }: AppError): boolean =>
  code === 'server.insecure' || code.startsWith('vault.');

/** What quick access is told of a change; null of what is nothing to it. */
export function quickChange(change: StateChange): QuickChange | null {
  const told: QuickChange = {
    ...Object.fromEntries(
      quickParts.flatMap((part) => (change[part] === undefined ? [] : [[part, change[part]]])),
    ),
    ...(change.accounts === undefined ? {} : { accounts: withoutNotes(change.accounts) }),
    ...(change.changedServers === undefined ? {} : { changedServers: change.changedServers }),
    ...(change.settings === undefined ? {} : { settings: quickSettings(change.settings) }),
  };
  return Object.keys(told).length === 0 ? null : told;
}

/** What the person wrote for themselves is nothing to a list of servers. */
const withoutNotes = (accounts: readonly AccountSummary[]): readonly AccountSummary[] =>
  accounts.map((account) => ({ ...account, note: '' }));

const quickSettings = ({
  tokenForm,
  isReusing,
  pinnedServers,
  isHidingAfterCopy,
}: Settings): QuickSettings => ({ tokenForm, isReusing, pinnedServers, isHidingAfterCopy });
