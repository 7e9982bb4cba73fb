import { app, Menu, session, type BrowserWindow, type WebContents } from 'electron';
import { url as inspectorUrl } from 'node:inspector';
import { join } from 'node:path';
import { appId } from '../process/client-identity.ts';
import { windowDoor } from '../../shared/contract.ts';
import type { Usher } from '../core/usher.ts';
import type { Clock, Log } from '../ports.ts';
import { createFileLog } from '../process/file-log.ts';
import { stopCoreDumps, stopKeyLog } from '../process/hardening.ts';
import type { Background } from './background.ts';
import { createWindow, menuTemplate } from './create-window.ts';
import { denyPermissions, lockContents, lockSession, setChromiumSwitches } from './lockdown.ts';
import { endStart, endStartWithBug, profileObstacle } from './end-start.ts';
import { readEnvironment, type Environment } from './environment.ts';
import { answerPage, tellPage } from './register-ipc.ts';
import { refusedSwitches } from './refused-switches.ts';
import { registerPageScheme, servePage } from './serve-page.ts';
import { surviveBugs } from './survive-bugs.ts';
import { beginWithTheme, followTheme } from './theme.ts';

/** Starts Usher: everything that must come before Electron is ready, then the window, then the rest. */
export function runUsher(options: RunOptions): void {
  try {
    begin(options);
  } catch (thrown) {
    void app.whenReady().then(() => endStartWithBug(thrown));
  }
}

interface RunOptions {
  readonly clock: Clock;
  readonly appFolder: string;
}

function begin(options: RunOptions): void {
  stopCoreDumps();
  stopKeyLog();
  const environment = readEnvironment();
  if (environment.refusal !== null) {
    console.error(environment.refusal);
    app.exit(2);
    return;
  }
  setFolders(environment);
  if (!environment.isDevelopment && isRefusedByItsSwitches()) return;
  // Windows ties windows and notifications to the installed app by it; what is not installed has no other name than its
  // program's.
  if (process.platform === 'win32') {
    app.setAppUserModelId(environment.isDevelopment ? process.execPath : appId);
  }
  // Before anything is read: a second Usher only brings the first to the front.
  if (!app.requestSingleInstanceLock()) {
    // Nor is the lock to be had in a folder that can't be used.
    const obstacle = profileObstacle();
    if (obstacle === null) app.exit(0);
    else void app.whenReady().then(() => endStart(obstacle));
    return;
  }
  setChromiumSwitches();
  // SECURITY: a window that forgets to ask for the sandbox gets it all the same. Only where Chromium itself has to go
  // without, as for root, is that for whoever starts it to say.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerPageScheme();
  lockContents();
  app.on('session-created', denyPermissions);
  void app
    .whenReady()
    .then(() => start(environment, options))
    .catch(endStartWithBug);
}

/**
 * SECURITY: Chromium has read some of them before this runs, so the start ends in place of going on without. An Usher that
 * a debugger looks into already has nothing to lose by them: only a build made for tests lets one in, and tests can't
 * do without.
 */
function isRefusedByItsSwitches(): boolean {
  const names =
    inspectorUrl() === undefined ? refusedSwitches(process.argv.slice(1), process.platform) : [];
  if (names.length === 0) return false;
  // What has not been read yet is not, while the message is there.
  for (const name of names) app.commandLine.removeSwitch(name);
  void app.whenReady().then(() => endStart({ code: 'start.switchRefused', names }));
  return true;
}

function setFolders(environment: Environment): void {
  if (environment.profileFolder !== null) app.setPath('userData', environment.profileFolder);
  // Chromium's own files, apart from ours.
  app.setPath('sessionData', join(app.getPath('userData'), 'chromium'));
}

async function start(environment: Environment, options: RunOptions): Promise<void> {
  const { isDevelopment } = environment;
  const { clock, appFolder } = options;
  const log = createFileLog(join(app.getPath('userData'), 'logs'), isDevelopment);
  const onBug = surviveBugs(log, endStartWithBug);
  beginWithTheme(app.getPath('userData'));
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(isDevelopment)));

  const pageSession = session.fromPartition('usher-page');
  // The page's scripts as compiled before, in the person's own folder: the session itself keeps nothing.
  pageSession.setCodeCachePath(join(app.getPath('sessionData'), 'page-code'));
  await lockSession(pageSession, isDevelopment);

  let window: BrowserWindow | null = null;
  const page = (): WebContents | null => window?.webContents ?? null;
  let onWindowClosed = (): void => undefined;
  const windowParts = { session: pageSession, appFolder, isDevelopment, clock, log };
  const openWindow = (): BrowserWindow => {
    const made = createWindow(windowParts);
    window = made;
    made.on('closed', () => {
      window = null;
      onWindowClosed();
    });
    return made;
  };
  // Usher ends, or goes on, with its window, and quick access may still have its own: Electron would end it with the last.
  app.on('window-all-closed', () => undefined);
  let showWindow = (): void => undefined;
  // Most of Usher is loaded, and the profile read, while Chromium makes a process for the page, which takes longer.
  let onPageServed = (): void => undefined;
  const pageServed = new Promise<void>((resolve) => (onPageServed = resolve));
  const opening = pageServed
    .then(() => import('./open-usher.ts'))
    .then(({ openUsher }) =>
      openUsher({ environment, clock, appFolder, log, showWindow: () => showWindow() }),
    );
  // Before the window: a page whose scheme has no answer yet is not loaded at all.
  answerPage({
    door: windowDoor,
    answer: opening.then((opened) => (opened.ok ? opened.value.answer : null)),
    log,
    page,
  });
  servePage({
    session: pageSession,
    pageFolder: join(appFolder, 'renderer'),
    avatarOf: async (name) => {
      const opened = await opening;
      const avatar = opened.ok ? await opened.value.usher.avatarOf(name) : null;
      return avatar === null ? null : { ...avatar, bytes: new Uint8Array(avatar.bytes) };
    },
    onServed: () => onPageServed(),
  });
  const firstWindow = openWindow();
  const firstPaint = paintOf(firstWindow);
  // What can't be loaded is told, with or without a page.
  void firstPaint.then(onPageServed);

  const opened = await opening;
  if (!opened.ok) {
    log.error('start.profileFailed', { code: opened.error.code });
    firstWindow.destroy();
    endStart(opened.error);
    return;
  }
  const { usher, notifier } = opened.value;
  tellPage({ events: usher.events, page, channel: windowDoor.changeChannel });
  followTheme(usher);
  onBug((reference) => usher.reportBug(reference));

  showWindow = () => {
    if (window === null) openWindow();
    else focus(window);
  };
  app.on('second-instance', showWindow);
  app.on('activate', () => {
    if (window === null) openWindow();
  });
  const hasWindow = (): boolean => window !== null;
  const endUnlessNeeded = (): void => {
    // There the app is ended by its menu.
    if (process.platform === 'darwin') return;
    // Whoever copies, closes and pastes finds what they copied: until its time is over Usher goes on without a window.
    void usher.services.secrets.untilNothingToLose().then(() => {
      if (window === null && background?.isShown() !== true) app.quit();
    });
  };
  let background: Background | null = null;
  onWindowClosed = () => (background?.onWindowClosed ?? endUnlessNeeded)();
  if (!hasWindow()) onWindowClosed();
  closeBeforeQuit(usher, log);
  log.info('start.done', { version: app.getVersion(), electron: process.versions.electron });
  // Nobody sees any of this, and everybody waits for the window.
  await firstPaint;
  try {
    const { startBackground } = await import('./background.ts');
    const parts = { usher, notifier, clock, hasWindow, showWindow, endUnlessNeeded, windowParts };
    background = startBackground(parts);
  } catch (thrown) {
    log.error('background.bug', { thrown });
  }
  usher.follow();
  // The window is there and works: what goes wrong from here on does not take it away.
  void usher.settle().catch((thrown: unknown) => log.error('settle.bug', { thrown }));
}

/** Resolves when the window has something to show, or never will. */
const paintOf = (window: BrowserWindow): Promise<void> =>
  new Promise((resolve) => {
    window.once('ready-to-show', resolve);
    window.once('closed', resolve);
    window.webContents.once('did-fail-load', () => resolve());
    window.webContents.once('render-process-gone', () => resolve());
  });

/** The first quit is held until Usher has closed; then the app quits for good. */
function closeBeforeQuit(usher: Usher, log: Log): void {
  let isClosed = false;
  app.on('before-quit', (event) => {
    if (isClosed) return;
    event.preventDefault();
    void usher
      .close()
      .catch((thrown: unknown) => log.error('quit.bug', { thrown }))
      .finally(() => {
        isClosed = true;
        app.quit();
      });
  });
}

function focus(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
