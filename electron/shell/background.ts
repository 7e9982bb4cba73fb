import { trayText } from '../../shared/words/tray.ts';
import type { Usher } from '../core/usher.ts';
import type { Clock } from '../ports.ts';
import { SECOND_MS } from '../timing.ts';
import { createNotifier } from './system-ports.ts';
import { createTrayItem } from './tray.ts';

// A panel that starts anew takes its tray away for a moment.
const trayMayReturnMs = 10 * SECOND_MS;

/** Usher without a window: in the tray, where the person wants that and there is one, else no longer than it has to. */
export interface Background {
  readonly onWindowsClosed: () => void;
}

/** Called once, when the window has something to show; until the end of the process. */
export function startBackground(deps: {
  readonly usher: Usher;
  readonly clock: Clock;
  readonly hasWindow: () => boolean;
  readonly showWindow: () => void;
  readonly endUnlessNeeded: () => void;
}): Background {
  const { usher, clock, hasWindow, showWindow, endUnlessNeeded } = deps;
  const { settings } = usher.services;
  const notifier = createNotifier(showWindow);

  const onWindowsClosed = (): void => {
    if (tray.isShown()) tellOnce();
    else endUnlessNeeded();
  };
  const tray = createTrayItem({
    usher,
    notifier,
    clock,
    showWindow,
    onGone: () => {
      clock.after(trayMayReturnMs, () => {
        if (!hasWindow()) onWindowsClosed();
      });
    },
  });

  const tellOnce = (): void => {
    if (settings.value().isBackgroundTold) return;
    void settings.update((present) => ({ ...present, isBackgroundTold: true }));
    const { staysInMenuBar, staysInTray } = trayText();
    notifier.show(process.platform === 'darwin' ? staysInMenuBar : staysInTray, () =>
      usher.services.wanted.want({ view: 'settings' }),
    );
  };

  return { onWindowsClosed };
}
