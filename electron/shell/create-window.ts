import { BrowserWindow, nativeTheme, type Session } from 'electron';
import { join } from 'node:path';
import { pageUrl } from './page-address.ts';

const backgrounds = { light: '#f6f7f8', dark: '#16191d' };

export function createWindow(options: {
  readonly session: Session;
  readonly appFolder: string;
  readonly isDevelopment: boolean;
}): BrowserWindow {
  const window = new BrowserWindow({
    width: 1080,
    height: 720,
    minWidth: 320,
    minHeight: 480,
    title: 'Usher',
    // Shown when there is something to see.
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    autoHideMenuBar: true,
    webPreferences: {
      session: options.session,
      // SECURITY: reviewed: preload hands the page two functions and no module; it is sandboxed itself.
      preload: join(options.appFolder, 'preload.cjs'),
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
      devTools: options.isDevelopment,
    },
  });
  // SECURITY: WebRTC is no request that the session could refuse: without this it sends to any address over UDP.
  window.webContents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  window.once('ready-to-show', () => window.show());
  // A page that died comes back with main's state, which it never owned.
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason !== 'clean-exit' && !window.isDestroyed()) void window.loadURL(pageUrl);
  });
  void window.loadURL(pageUrl);
  return window;
}
