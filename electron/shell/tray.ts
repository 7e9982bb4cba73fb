import { app, Menu, Tray } from 'electron';
import { findAttention } from '../../shared/model/attention.ts';
import { changedParts, type StatePart } from '../../shared/model/state.ts';
import { trayText } from '../../shared/words/tray.ts';
import type { Usher } from '../core/usher.ts';
import type { Clock } from '../ports.ts';
import type { CopyTeller } from './copy-teller.ts';
import type { OutsideWindow } from './outside-window.ts';
import { createTrayActs } from './tray-acts.ts';
import { trayImage } from './tray-images.ts';
import { watchTrayHost } from './tray-host.ts';
import { trayMenu, trayParts } from './tray-menu.ts';

/** Usher in the tray, or in the menu bar: there as long as the person wants it in the background, and the system has a place. */
export interface TrayItem {
  /** Whether Usher can be found there just now, and so may go on without a window. */
  isShown(): boolean;
}

/** Many things change at once; a menu that is open is drawn anew for each change. */
const gatherMs = 500;

export function createTrayItem(deps: {
  readonly usher: Usher;
  readonly teller: CopyTeller;
  readonly clock: Clock;
  readonly outside: OutsideWindow;
  readonly hasWindow: () => boolean;
  /** It can't be found there any more. */
  readonly onGone: () => void;
}): TrayItem {
  const { usher, teller, clock, outside, hasWindow } = deps;
  const { settings } = usher.services;
  let hasHost = false;
  let isQuitting = false;
  let tray: Tray | null = null;
  let drawn = '';
  let cancelDrawing: (() => void) | null = null;

  const act = createTrayActs({
    usher,
    teller,
    outside,
    hasWindow,
    // An Electron that goes through X11 there all the same only opens its window where it need not.
    needsWindowToCopy: process.env['XDG_SESSION_TYPE'] === 'wayland',
    quit: () => app.quit(),
  });

  const draw = (): void => {
    cancelDrawing = null;
    if (tray === null) return;
    const state = usher.snapshot();
    const groups = trayMenu(state, clock.now());
    const { clipboard } = state;
    const needsPerson =
      findAttention(state).length > 0 ||
      (clipboard.kind === 'holding' && clipboard.failure !== null);
    const present = JSON.stringify([groups, needsPerson, outside.isScreenLocked()]);
    if (present === drawn) return;
    drawn = present;
    tray.setImage(trayImage(process.platform, needsPerson));
    tray.setContextMenu(
      Menu.buildFromTemplate(
        groups.flatMap((group, index) => [
          ...(index === 0 ? [] : [{ type: 'separator' } as const]),
          ...group.map((entry) => ({
            // One of these signs would make a letter of a name its key.
            label: entry.label.replaceAll('&', '&&'),
            enabled: !outside.isScreenLocked(),
            click: () => void act(entry.act),
          })),
        ]),
      ),
    );
  };
  const drawSoon = (): void => {
    cancelDrawing ??= clock.after(gatherMs, draw);
  };

  /** Made and taken away with the person's wish and the system's place for it. */
  const follow = (): void => {
    const isWanted = hasHost && !isQuitting && settings.value().isInBackground;
    if (isWanted === (tray !== null)) return;
    if (isWanted) {
      tray = new Tray(trayImage(process.platform, false));
      tray.setToolTip(trayText().tooltip);
      // On macOS a click opens the menu; on Linux it is for the desktop to say what activates.
      if (process.platform !== 'darwin')
        tray.on('click', () => void act({ kind: 'show', view: null }));
      drawn = '';
      draw();
      return;
    }
    tray?.destroy();
    tray = null;
    if (!isQuitting) deps.onGone();
  };

  watchTrayHost((isThere) => {
    hasHost = isThere;
    usher.noteTray(isThere);
    follow();
  }, process);
  outside.onScreen(drawSoon);
  // What is chosen there from now on would be cut short.
  app.on('before-quit', () => {
    isQuitting = true;
    follow();
  });
  usher.events.subscribe((change) => {
    if (change.settings !== undefined) follow();
    if (changedParts(change).some((part) => drawnParts.has(part))) drawSoon();
  });

  return { isShown: () => tray !== null };
}

const drawnParts: ReadonlySet<StatePart> = new Set(trayParts);
