import { app, Menu, Tray } from 'electron';
import { findAttention } from '../../shared/model/attention.ts';
import type { KeptView } from '../../shared/model/kept-view.ts';
import { changedParts, type StatePart } from '../../shared/model/state.ts';
import { errorText } from '../../shared/words/errors.ts';
import { formatClock, singleLine } from '../../shared/words/formats.ts';
import { trayText } from '../../shared/words/tray.ts';
import type { Usher } from '../core/usher.ts';
import type { Clock, Notifier } from '../ports.ts';
import { readSecretService } from '../process/system-probe.ts';
import { watchScreen } from './system-events.ts';
import { trayImage } from './tray-images.ts';
import { watchTrayHost } from './tray-host.ts';
import { trayMenu, trayParts, type TrayAct } from './tray-menu.ts';

/** Usher in the tray, or in the menu bar: there as long as the person wants it in the background, and the system has a place. */
export interface TrayItem {
  /** Whether Usher can be found there just now, and so may go on without a window. */
  isShown(): boolean;
}

/** Many things change at once; a menu that is open is drawn anew for each change. */
const gatherMs = 200;

export function createTrayItem(deps: {
  readonly usher: Usher;
  readonly notifier: Notifier;
  readonly clock: Clock;
  readonly showWindow: () => void;
  /** It can't be found there any more. */
  readonly onGone: () => void;
}): TrayItem {
  const { usher, notifier, clock } = deps;
  const { settings, secrets, identifier, guard, wanted, vaultStatus } = usher.services;
  let hasHost = false;
  let isScreenLocked = false;
  let tray: Tray | null = null;
  let drawn = '';
  let cancelDrawing: (() => void) | null = null;

  const show = (view: KeptView | null): void => {
    if (view !== null) wanted.want(view);
    deps.showWindow();
  };

  /** SECURITY: a menu prompts for nothing: what has a question in it goes on in the window, where the person asks for it. */
  const wouldAsk = async (): Promise<boolean> => {
    const { kind } = vaultStatus.state();
    if (kind === 'unusable' || kind === 'sessionOnly') return kind === 'unusable';
    // Elsewhere nothing tells before it is asked.
    if (process.platform !== 'linux') return false;
    const { service, collection } = await readSecretService(process.env);
    return service !== 'missing' && collection !== 'unlocked';
  };

  const copyToken = async ({ name, ...server }: Server): Promise<void> => {
    const view = { view: 'server', ...server } as const;
    if (await wouldAsk()) {
      show(view);
      return;
    }
    const copied = await secrets.copyOfServer(server, { mode: 'reuse' });
    if (!copied.ok) {
      const { title, detail } = errorText(copied.error);
      show(view);
      notifier.show({ title, body: detail }, () => wanted.want(view));
      return;
    }
    // SECURITY: what was asked for just before the screen was locked is not left on the clipboard of a locked computer.
    if (isScreenLocked) {
      await guard.clear();
      return;
    }
    const held = guard.state();
    const clearsInMs = held.kind === 'holding' ? held.remainingMs : null;
    const { title, body } = trayText().copied(singleLine(name));
    const time = clearsInMs === null ? null : formatClock(clock.now() + clearsInMs);
    notifier.show({ title, body: body(time) }, () => wanted.want(view));
  };

  const act = async (chosen: TrayAct): Promise<void> => {
    // Menus stay open while a screen is locked.
    if (isScreenLocked) return;
    switch (chosen.kind) {
      case 'copyToken':
        await copyToken(chosen.server);
        return;
      case 'show':
        show(chosen.view);
        return;
      case 'identifyClipboard':
        await identifier.askClipboard();
        show({ view: 'identify' });
        return;
      case 'clearClipboard':
        await guard.clear();
        return;
      case 'quit':
        app.quit();
    }
  };

  const draw = (): void => {
    cancelDrawing = null;
    if (tray === null) return;
    const state = usher.snapshot();
    const groups = trayMenu(state, clock.now());
    const needsPerson = findAttention(state).length > 0;
    const present = JSON.stringify([groups, needsPerson, isScreenLocked]);
    if (present === drawn) return;
    drawn = present;
    tray.setImage(trayImage(process.platform, needsPerson));
    tray.setContextMenu(
      Menu.buildFromTemplate(
        groups.flatMap((group, index) => [
          ...(index === 0 ? [] : [{ type: 'separator' } as const]),
          ...group.map((item) => ({
            // One of these signs would make a letter of a name its key.
            label: item.label.replaceAll('&', '&&'),
            enabled: !isScreenLocked,
            click: () => void act(item.act),
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
    const isWanted = hasHost && settings.value().isInBackground;
    if (isWanted === (tray !== null)) return;
    if (isWanted) {
      tray = new Tray(trayImage(process.platform, false));
      tray.setToolTip(trayText().tooltip);
      // On macOS a click opens the menu; on Linux it is for the desktop to say what activates.
      if (process.platform !== 'darwin') tray.on('click', () => show(null));
      drawn = '';
      draw();
      return;
    }
    tray?.destroy();
    tray = null;
    deps.onGone();
  };

  watchTrayHost((isThere) => {
    hasHost = isThere;
    usher.noteTray(isThere);
    follow();
  }, process);
  watchScreen((isLocked) => {
    isScreenLocked = isLocked;
    drawSoon();
  });
  usher.events.subscribe((change) => {
    if (change.settings !== undefined) follow();
    if (changedParts(change).some((part) => drawnParts.has(part))) drawSoon();
  });

  return { isShown: () => tray !== null };
}

type Server = Extract<TrayAct, { kind: 'copyToken' }>['server'];

const drawnParts: ReadonlySet<StatePart> = new Set(trayParts);
