import { app, BrowserWindow, globalShortcut, nativeTheme, screen } from 'electron';
import {
  quickAccessArgument,
  quickDoor,
  type QuickChange,
  type QuickRequests,
} from '../../shared/quick-access.ts';
import type { QuickAccessState } from '../../shared/model/shortcut.ts';
import type { Usher } from '../core/usher.ts';
import { answerRequest, quickRequestSchemas } from '../ipc/answer-request.ts';
import { MINUTE_MS } from '../timing.ts';
import { lockPage, pagePreferences, type WindowParts } from './create-window.ts';
import type { CopyTeller } from './copy-teller.ts';
import type { OutsideWindow } from './outside-window.ts';
import { pageUrl } from './page-files.ts';
import { createQuickActs, quickChange } from './quick-acts.ts';
import { answerPage, tellPage, type Answer } from './register-ipc.ts';
import { groundColorOf } from './title-bar.ts';

const isWayland = process.env['XDG_SESSION_TYPE'] === 'wayland';
const size = { width: 640, height: 420 } as const;
/** Kept for whoever copies several tokens in a row; a page takes memory that nobody else would miss. */
const keptHiddenMs = 10 * MINUTE_MS;

/**
 * A small window over every other program, that a shortcut of the whole system opens: a token is copied there, and the
 * window goes, so that the focus is where it was. Called once; until the end of the process.
 */
export function startQuickAccess(
  deps: WindowParts & {
    readonly usher: Usher;
    readonly outside: OutsideWindow;
    readonly teller: CopyTeller;
  },
): void {
  const { usher, outside, teller, clock, log } = deps;
  const { settings } = usher.services;
  let window: BrowserWindow | null = null;
  /** To the person: a window that is covered is none to the system, and yet there. */
  let isShown = false;
  let isQuitting = false;
  let cancelEnd: () => void = () => undefined;

  const end = (): void => {
    cancelEnd();
    window?.destroy();
  };
  const hide = (then: 'goBack' | 'openWindow' = 'goBack'): void => {
    if (window === null || !isShown) return;
    isShown = false;
    if (process.platform === 'win32' && window.isFocused() && then === 'goBack') {
      // Windows gives the focus back only of a window that gave it away itself, to the next one of its own layer; and lets
      // none come to the front whose program has given it away.
      window.setAlwaysOnTop(false);
      window.blur();
    }
    window.hide();
    const hidden: QuickChange = { isHidden: true };
    window.webContents.send(quickDoor.changeChannel, hidden);
    cancelEnd = clock.after(keptHiddenMs, end);
  };
  const show = (): void => {
    cancelEnd();
    window ??= make();
    const made = window;
    const place = placeOnScreen();
    made.setBounds(place);
    // On a screen of another scale the first call moves it there, and leaves the size of the screen it came from.
    if (process.platform === 'win32') {
      made.setBounds(place);
      made.setAlwaysOnTop(true);
    }
    isShown = true;
    made.show();
    made.focus();
  };

  const make = (): BrowserWindow => {
    const made = new BrowserWindow({
      ...placeOnScreen(),
      // A panel takes the keyboard without making Usher the program in front.
      ...(process.platform === 'darwin' ? { type: 'panel' } : {}),
      title: 'Usher quick access',
      show: false,
      frame: false,
      resizable: false,
      minimizable: false,
      maximizable: false,
      fullscreenable: false,
      skipTaskbar: true,
      alwaysOnTop: true,
      backgroundColor: groundColorOf(nativeTheme),
      webPreferences: { ...pagePreferences(deps), additionalArguments: [quickAccessArgument] },
    });
    lockPage(made);
    const followTheme = (): void => made.setBackgroundColor(groundColorOf(nativeTheme));
    nativeTheme.on('updated', followTheme);
    // Its page is the window's, and called as that.
    made.on('page-title-updated', (event) => event.preventDefault());
    // Whoever goes on elsewhere is done here.
    made.on('blur', () => hide());
    // The page asks to be closed when it is done, and to be kept when it is closed; it is hidden, and there at once the
    // next time.
    made.webContents.on('will-prevent-unload', () => hide());
    made.on('close', (event) => {
      if (isQuitting) return;
      event.preventDefault();
      hide();
    });
    made.on('closed', () => {
      nativeTheme.off('updated', followTheme);
      if (window !== made) return;
      window = null;
      isShown = false;
    });
    // The next press makes another.
    made.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
      log.error('quickAccess.pageDied', { reason, exitCode });
      made.destroy();
    });
    made.loadURL(pageUrl).catch((thrown: unknown) => {
      log.warn('quickAccess.pageNotLoaded', { thrown });
      if (!made.isDestroyed()) made.destroy();
    });
    return made;
  };

  const handlers = createQuickActs({
    ...{ usher, outside, teller },
    hide: () => hide('openWindow'),
    isShown: () => isShown,
  });
  const page = () => window?.webContents ?? null;
  const answer: Answer<keyof QuickRequests> = (name, payload) =>
    answerRequest({ handlers, schemas: quickRequestSchemas, log }, name, payload);
  answerPage({ door: quickDoor, answer: Promise.resolve(answer), log, page });
  tellPage({ events: usher.events, page, channel: quickDoor.changeChannel, told: quickChange });

  let registered: string | null = null;
  const followShortcut = (): void => {
    const { quickShortcut, isInBackground } = settings.value();
    const wanted = isInBackground && !isQuitting ? quickShortcut : null;
    if (wanted === registered) {
      if (wanted === null) usher.noteQuickAccess('off');
      return;
    }
    if (registered !== null) globalShortcut.unregister(registered);
    const state = wanted === null ? 'off' : register(wanted, onPressed);
    // One that is taken is asked for again the next time.
    registered = state === 'ready' ? wanted : null;
    if (registered === null) end();
    usher.noteQuickAccess(state);
  };
  const onPressed = (): void => {
    if (outside.isScreenLocked()) return;
    if (isShown) hide();
    else show();
  };
  followShortcut();
  // Whoever had it may have let it go meanwhile.
  app.on('browser-window-focus', followShortcut);
  usher.events.subscribe((change) => {
    if (change.settings !== undefined) followShortcut();
  });
  outside.onScreen(() => {
    if (outside.isScreenLocked()) hide();
  });
  // A window that only hides would keep Usher from quitting.
  app.on('before-quit', () => {
    isQuitting = true;
    followShortcut();
    end();
  });
}

function register(shortcut: string, onPressed: () => void): QuickAccessState {
  try {
    if (globalShortcut.register(shortcut, onPressed)) return 'ready';
    // There the desktop's own portal gives shortcuts, or none does.
    return isWayland ? 'unusable' : 'taken';
  } catch {
    return 'unusable';
  }
}

/** On the screen where the pointer is, in the middle and above it, as far as there is room. */
function placeOnScreen(): { x: number; y: number; width: number; height: number } {
  const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
  return {
    ...size,
    x: Math.round(workArea.x + (workArea.width - size.width) / 2),
    y: Math.round(workArea.y + Math.max(0, workArea.height - size.height) / 3),
  };
}
