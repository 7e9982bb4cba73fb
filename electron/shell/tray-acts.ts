import type { AppError } from '../../shared/errors.ts';
import type { KeptView } from '../../shared/model/kept-view.ts';
import type { ServerRef } from '../../shared/model/server.ts';
import { commonText, uiText } from '../../shared/words/app.ts';
import { errorText } from '../../shared/words/errors.ts';
import { formatClock, singleLine } from '../../shared/words/formats.ts';
import { trayText } from '../../shared/words/tray.ts';
import type { Usher } from '../core/usher.ts';
import type { Clock, Notifier } from '../ports.ts';
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
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly outside: Pick<OutsideWindow, 'isScreenLocked' | 'wouldKeychainAsk' | 'show'>;
  readonly hasWindow: () => boolean;
  /** Whether the system gives the clipboard only to who is in front, as Wayland does. */
  readonly needsWindowToCopy: boolean;
  readonly quit: () => void;
}): (chosen: TrayAct) => Promise<void> {
  const { usher, notifier, clock, hasWindow } = deps;
  const { isScreenLocked, wouldKeychainAsk, show } = deps.outside;
  const { secrets, identifier, guard, wanted } = usher.services;

  const tell = (error: AppError, view: KeptView | null): void => {
    const { title, detail } = errorText(error);
    notifier.show({ title, body: detail }, () => wanted.want(view));
  };

  const copyToken = async ({ name, ...server }: ServerRef & { name: string }): Promise<void> => {
    const view = { view: 'server', ...server } as const;
    if (deps.needsWindowToCopy || (await wouldKeychainAsk())) {
      show(view);
      return;
    }
    const copied = await secrets.copyOfServer(server, { mode: 'reuse' });
    if (isScreenLocked()) return;
    if (!copied.ok) {
      show(view);
      tell(copied.error, view);
      return;
    }
    const held = guard.state();
    // It was cleared, or another one was copied, before the keychain had it.
    if (held.kind === 'empty' || held.tokenId !== copied.value.token.id) return;
    const { title, clearsAt } = trayText().copied(singleLine(name));
    const body = [
      copied.value.kind === 'copiedUnchecked'
        ? commonText().sentence(uiText().copiedUnchecked)
        : null,
      held.remainingMs === null ? null : clearsAt(formatClock(clock.now() + held.remainingMs)),
    ];
    notifier.show({ title, body: body.filter((part) => part !== null).join(' ') }, () =>
      wanted.want(view),
    );
  };

  const identifyClipboard = async (): Promise<void> => {
    const view = { view: 'identify' } as const;
    // What is found may be looked for in the keychain.
    if (deps.needsWindowToCopy || (await wouldKeychainAsk())) {
      show(view);
      return;
    }
    const asked = await identifier.askClipboard();
    if (isScreenLocked()) return;
    show(view);
    if (!asked.ok) tell(asked.error, view);
  };

  usher.events.subscribe(({ clipboard }) => {
    if (clipboard?.kind !== 'holding') return;
    if (isScreenLocked() && clipboard.remainingMs !== null && clipboard.failure === null) {
      void guard.clear();
    } else if (clipboard.failure !== null && !hasWindow()) {
      // The window in front clears it, and there is none.
      tell({ code: clipboard.failure }, null);
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
