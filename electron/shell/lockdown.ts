import { app, type Session } from 'electron';
import { pageOrigin } from './page-files.ts';

/** SECURITY: by default Electron grants every permission. Usher needs none, in no session, not even one made by mistake. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  // SECURITY: HID, serial and USB devices are asked for apart from permissions.
  session.setDevicePermissionHandler(() => false);
  // SECURITY: no screen is shared.
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}));
}

/**
 * SECURITY: no page of ours goes anywhere, opens anything or embeds anything, and nothing of ours shows who the person is.
 */
export function lockContents(): void {
  app.on('web-contents-created', (_created, contents) => {
    // SECURITY: of the page by itself or by a link, of a frame in it, and by what a server answers.
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    // SECURITY: a webview brings settings of its own.
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // SECURITY: unanswered, Electron hands the page the first Bluetooth device it finds.
    contents.on('select-bluetooth-device', (event, _devices, choose) => {
      event.preventDefault();
      choose('');
    });
    // SECURITY: a window of the page's making would have its rights.
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
  // SECURITY: unanswered, Electron shows the person's first certificate that fits to any server that asks: for a page, and
  // from Electron 44 on also for a request of main's own, where the contents are null.
  app.on('select-client-certificate', (event, _contents, _url, _certificates, choose) => {
    event.preventDefault();
    choose();
  });
}

/** SECURITY: by default Electron loads from anywhere and saves what is sent. The page needs its own files alone. */
export async function lockSession(session: Session, isDevelopment: boolean): Promise<void> {
  denyPermissions(session);
  // SECURITY: what WebRTC sends over TCP meets no rule of the session's but its proxy, and this one leads nowhere: port 1 of
  // this computer, also for this computer's own addresses.
  await session.setProxy({
    proxyRules: 'socks5://127.0.0.1:1',
    proxyBypassRules: '<-loopback>',
  });
  session.webRequest.onBeforeRequest((request, decide) => {
    const isOurs = request.url.startsWith(`${pageOrigin}/`);
    const isDevTools = isDevelopment && request.url.startsWith('devtools://');
    decide({ cancel: !isOurs && !isDevTools });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** To be called before the app is ready. */
export function setChromiumSwitches(): void {
  // SECURITY: Chromium's own password store is not used, and would ask the keychain at every start.
  app.commandLine.appendSwitch('password-store', 'basic');
  app.commandLine.appendSwitch('use-mock-keychain');
  // SECURITY: a page may have names looked up that its policy forbids it to load from, and a name can carry data out.
  app.commandLine.appendSwitch('blink-settings', 'dnsPrefetchingEnabled=false');
  // The page is sandboxed by its policy, which Chromium reads with its first answer: it would end the process it had begun
  // for the page and begin another. There is no frame of anybody else's that this would keep apart.
  app.commandLine.appendSwitch('disable-features', 'IsolateSandboxedIframes');
}
