import { trayText } from '../../shared/words/tray.ts';
import type { Usher } from '../core/usher.ts';
import type { Clock, Notifier } from '../ports.ts';
import { SECOND_MS } from '../timing.ts';
import type { WindowParts } from './create-window.ts';
import { createCopyTeller } from './copy-teller.ts';
import { createOutsideWindow } from './outside-window.ts';
import { startQuickAccess } from './quick-access.ts';
import { createTrayItem } from './tray.ts';

// A panel that starts anew takes its tray away for a moment, and one that starts with the desktop has none at first.
const trayMayComeMs = 10 * SECOND_MS;

/** Usher without a window: in the tray, where the person wants that and there is one, else no longer than it has to. */
export interface Background {
  readonly onWindowClosed: () => void;
  /** Whether Usher can be found without a window. */
  readonly isShown: () => boolean;
}

/** Called once, when the window has something to show; until the end of the process. */
export function startBackground(deps: {
  readonly usher: Usher;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly hasWindow: () => boolean;
  readonly showWindow: () => void;
  readonly endUnlessNeeded: () => void;
  /** Of the window, and so of quick access. */
  readonly windowParts: WindowParts;
}): Background {
  const { usher, notifier, clock, hasWindow, endUnlessNeeded } = deps;
  const { settings, wanted } = usher.services;

  const goOnOrEnd = (): void => {
    if (hasWindow()) return;
    if (tray.isShown()) tellOnce();
    else endUnlessNeeded();
  };
  const onWindowClosed = (): void => {
    if (settings.value().isInBackground && !tray.isShown()) clock.after(trayMayComeMs, goOnOrEnd);
    else goOnOrEnd();
  };
  const outside = createOutsideWindow(deps);
  const teller = createCopyTeller(deps);
  const tray = createTrayItem({
    ...deps,
    ...{ outside, teller },
    onGone: () => clock.after(trayMayComeMs, goOnOrEnd),
  });

  const tellOnce = (): void => {
    if (settings.value().isBackgroundTold) return;
    void settings.update((present) => ({ ...present, isBackgroundTold: true }));
    const { staysInMenuBar, staysInTray } = trayText();
    notifier.show(process.platform === 'darwin' ? staysInMenuBar : staysInTray, () =>
      wanted.want({ view: 'settings' }),
    );
  };

  startQuickAccess({ ...deps.windowParts, usher, outside, teller });

  return { onWindowClosed, isShown: () => tray.isShown() };
}
