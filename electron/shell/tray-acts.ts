import type { KeptView } from '../../shared/model/kept-view.ts';
import type { ServerRef } from '../../shared/model/server.ts';
import type { Usher } from '../core/usher.ts';
import type { CopyTeller } from './copy-teller.ts';
import type { OutsideWindow } from './outside-window.ts';

/** What an entry of the tray's menu does when it is chosen. */
export type TrayAct =
  | { readonly kind: 'copyToken'; readonly server: ServerRef & { readonly name: string } }
  | { readonly kind: 'show'; readonly view: KeptView | null }
  | { readonly kind: 'identifyClipboard' }
  | { readonly kind: 'clearClipboard' }
  | { readonly kind: 'quit' };

/**
 * What is done from the tray, where there may be no window: it is told by a notification, or goes on in the window.
 *
 * SECURITY: nothing is done while the screen is locked, what was under way then leaves nothing on the clipboard, and a
 * question is never asked from a menu: where the keychain may have one the window opens, and the person asks for it there.
 */
export function createTrayActs(deps: {
  readonly usher: Pick<Usher, 'services' | 'events'>;
  readonly teller: CopyTeller;
  readonly outside: Pick<OutsideWindow, 'isScreenLocked' | 'wouldKeychainAsk' | 'show'>;
  readonly hasWindow: () => boolean;
  /** Whether the system gives the clipboard only to who is in front, as Wayland does. */
  readonly needsWindowToCopy: boolean;
  readonly quit: () => void;
}): (chosen: TrayAct) => Promise<void> {
  const { usher, teller, hasWindow } = deps;
  const { isScreenLocked, wouldKeychainAsk, show } = deps.outside;
  const { secrets, identifier, guard } = usher.services;

  const mustBeInWindow = async (): Promise<boolean> =>
    deps.needsWindowToCopy || (await wouldKeychainAsk());

  const copyToken = async (named: ServerRef & { name: string }): Promise<void> => {
    const { accountId, serverId } = named;
    const server = { accountId, serverId };
    const view = { view: 'server', ...server } as const;
    const isForWindow = await mustBeInWindow();
    if (isScreenLocked()) return;
    if (isForWindow) {
      show(view);
      return;
    }
    const copied = await secrets.copyOfServer(server, { mode: 'reuse' });
    if (isScreenLocked()) return;
    if (!copied.ok) show(view);
    teller.copied(named, copied);
  };

  const identifyClipboard = async (): Promise<void> => {
    const view = { view: 'identify' } as const;
    // What is found may be looked for in the keychain.
    const isForWindow = await mustBeInWindow();
    if (isScreenLocked()) return;
    if (isForWindow) {
      show(view);
      return;
    }
    const asked = await identifier.askClipboard();
    if (isScreenLocked()) return;
    show(view);
    if (!asked.ok) teller.failed(asked.error, view);
  };

  usher.events.subscribe(({ clipboard }) => {
    if (clipboard?.kind !== 'holding') return;
    if (isScreenLocked() && clipboard.remainingMs !== null && clipboard.failure === null) {
      void guard.clear();
    } else if (clipboard.failure !== null && !hasWindow()) {
      // The window in front clears it, and there is none.
      teller.failed({ code: clipboard.failure }, null);
    }
  });

  return async (chosen) => {
    // Menus stay open while a screen is locked.
    if (isScreenLocked()) return;
    switch (chosen.kind) {
      case 'copyToken':
        await copyToken(chosen.server);
        return;
      case 'show':
        show(chosen.view);
        return;
      case 'identifyClipboard':
        await identifyClipboard();
        return;
      case 'clearClipboard': {
        const cleared = await guard.clear();
        if (!cleared.ok) show(null);
        return;
      }
      case 'quit':
        deps.quit();
    }
  };
}
