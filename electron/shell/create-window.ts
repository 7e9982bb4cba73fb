import {
  app,
  BrowserWindow,
  dialog,
  nativeTheme,
  screen,
  type MenuItemConstructorOptions,
  type Session,
  type WebPreferences,
} from 'electron';
import { join } from 'node:path';
import { deadPageText, menuText } from '../../shared/words/app.ts';
import type { Clock, Log } from '../ports.ts';
import { pageUrl } from './page-files.ts';
import { createPageRecovery } from './page-recovery.ts';
import { groundColorOf, overlayOf, titleBarFor } from './title-bar.ts';
import { keepPlace, placeFor, readKeptPlace, smallestWindow } from './window-place.ts';

/** What every window of ours is made of. */
export interface WindowParts {
  readonly session: Session;
  readonly appFolder: string;
  readonly isDevelopment: boolean;
  readonly clock: Clock;
  readonly log: Log;
}

/** What the page of a window may do: nothing but ask main. */
export const pagePreferences = (
  parts: Pick<WindowParts, 'session' | 'appFolder' | 'isDevelopment'>,
): WebPreferences => ({
  session: parts.session,
  // SECURITY: reviewed: preload hands the page two functions and no module; it is sandboxed itself.
  preload: join(parts.appFolder, 'preload.cjs'),
  // SECURITY: the page is an ordinary web page: no Node, its own world, in the sandbox.
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  // SECURITY: a middle click opens no window; there is no `remote` module any more that would need switching off.
  disableBlinkFeatures: 'Auxclick',
  // SECURITY: Chromium's spell checker fetches dictionaries and sees what is typed.
  spellcheck: false,
  // SECURITY: developer tools see all that the page holds.
  devTools: parts.isDevelopment,
});

export const lockPage = (window: BrowserWindow): void => {
  // SECURITY: WebRTC is no request that the session could refuse: without this it sends to any address over UDP.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  // SECURITY: a page that moved its window could cover the screen with it, or take the keyboard out of sight.
  window.webContents.on('content-bounds-updated', (event) => event.preventDefault());
};

/** The window that people live in, with its page on the way. */
export function createWindow(options: WindowParts): BrowserWindow {
  const { clock, log } = options;
  const placePath = join(app.getPath('userData'), 'window.json');
  const screens = [screen.getPrimaryDisplay(), ...screen.getAllDisplays()];
  const place = placeFor(
    readKeptPlace(placePath),
    screens.map(({ workArea }) => workArea),
  );
  const window = new BrowserWindow({
    width: place.width,
    height: place.height,
    ...place.position,
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: 'Usher',
    // Shown when there is something to see.
    show: false,
    backgroundColor: groundColorOf(nativeTheme),
    ...titleBarFor(process.platform, nativeTheme),
    autoHideMenuBar: true,
    webPreferences: pagePreferences(options),
  });
  lockPage(window);
  // SECURITY: a page that holds back its unloading could keep the window open, and Usher from quitting.
  window.webContents.on('will-prevent-unload', (event) => event.preventDefault());
  keepPlace(window, placePath);
  window.once('ready-to-show', () => {
    if (place.isMaximized) window.maximize();
    window.show();
  });
  const load = (): void => {
    // A page that dies while it is loaded fails to load too, and is told of below.
    window.loadURL(pageUrl).catch((thrown: unknown) => log.warn('page.notLoaded', { thrown }));
  };
  const recovery = createPageRecovery({ clock, load, askToTryAgain: () => askToTryAgain(window) });
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    log.error('page.died', { reason, exitCode });
    recovery.onDied();
  });
  const followTheme = (): void => {
    window.setBackgroundColor(groundColorOf(nativeTheme));
    if (process.platform === 'win32') window.setTitleBarOverlay(overlayOf(nativeTheme));
  };
  nativeTheme.on('updated', followTheme);
  window.on('closed', () => {
    nativeTheme.off('updated', followTheme);
    recovery.close();
  });
  load();
  return window;
}

/** False when Usher quits instead. */
async function askToTryAgain(window: BrowserWindow): Promise<boolean> {
  const { title, detail, tryAgain, quit } = deadPageText(app.getPath('userData'));
  // It may never have been: there was nothing to see.
  window.show();
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: title,
    detail,
    buttons: [tryAgain, quit],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
  });
  if (response === 0) return true;
  app.quit();
  return false;
}

/** Editing, zoom and quitting by the platform's own keys. The window hides the bar where it can. */
export function menuTemplate(isDevelopment: boolean): MenuItemConstructorOptions[] {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ];
  if (isDevelopment) view.push({ role: 'toggleDevTools' });
  return [
    // Each with what ends the app, by the platform's own words.
    { role: process.platform === 'darwin' ? 'appMenu' : 'fileMenu' },
    { role: 'editMenu' },
    { label: menuText().view, submenu: view },
    { role: 'windowMenu' },
  ];
}
