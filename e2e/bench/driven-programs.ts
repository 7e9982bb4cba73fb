import type { IpcMainEvent, Session, WebContents } from 'electron';

/** What is looked for in a page: an element, and a text in it. */
export interface Mark {
  readonly selector: string;
  readonly text: string;
}

/**
 * How far a start has come: main runs, Electron is ready, the window is made, the page's document begins, the mark is
 * painted, the window is shown, and what the key leads to is painted.
 */
export type Milestone =
  'mainBegan' | 'ready' | 'windowMade' | 'pageBegan' | 'painted' | 'shown' | 'keyHandled';

interface HookOptions {
  /** A file with the page's program. */
  readonly preload: string;
  readonly keyCode: string | null;
}

interface PageOptions {
  readonly mark: Mark;
  readonly leadsTo: Mark | null;
}

/** To be run in main before the app's own code. */
export const hookProgram = (options: HookOptions): string =>
  `(${String(hook)})(require('electron'), ${JSON.stringify(options)});`;

/** To be run in the page before its own code. */
export const pageProgram = (options: PageOptions): string =>
  `(${String(watchPage)})(require('electron'), ${JSON.stringify(options)});`;

// What follows is handed over as text: it uses nothing from outside of the function.

function hook(electron: typeof Electron.CrossProcessExports, options: HookOptions): void {
  const { app, ipcMain } = electron;
  const epochMs = (): number => performance.timeOrigin + performance.now();
  const reach = (milestone: Milestone, at = epochMs()): void =>
    void process.send?.({ milestone, at });
  reach('mainBegan');
  let page: WebContents | null = null;

  const press = (keyCode: string): void => {
    const modifiers: ['control'] = ['control'];
    page?.sendInputEvent({ type: 'keyDown', keyCode, modifiers });
    page?.sendInputEvent({ type: 'keyUp', keyCode, modifiers });
  };

  app.on('session-created', (session: Session) => {
    // Under this name from Electron 35 on.
    if ('registerPreloadScript' in session) {
      session.registerPreloadScript({ type: 'frame', filePath: options.preload });
    } else {
      const older = session as unknown as { setPreloads(files: readonly string[]): void };
      older.setPreloads([options.preload]);
    }
  });
  app.on('browser-window-created', (_event, window) => {
    reach('windowMade');
    page = window.webContents;
    window.once('show', () => reach('shown'));
  });
  ipcMain.on('bench-milestone', (_event: IpcMainEvent, milestone: Milestone, at: number) => {
    reach(milestone, at);
    if (milestone === 'painted' && options.keyCode !== null) press(options.keyCode);
  });
  ipcMain.handle('bench-echo', (_event, payload: unknown) => ({ ok: true, value: payload }));
  void app.whenReady().then(() => reach('ready'));

  type Order =
    | { readonly where: 'quit' }
    | {
        readonly where: 'page' | 'main';
        readonly id: number;
        readonly code: string;
        readonly input: unknown;
      };
  const carryOut = async (order: Exclude<Order, { where: 'quit' }>): Promise<unknown> => {
    const call = `(${order.code})`;
    if (order.where === 'page') {
      return page?.executeJavaScript(`${call}(${JSON.stringify(order.input)})`, true);
    }
    const act = (0, eval)(call) as (api: unknown, input: unknown) => unknown;
    return act(electron, order.input);
  };
  process.on('message', (order: Order) => {
    if (order.where === 'quit') {
      app.quit();
      return;
    }
    const { id } = order;
    carryOut(order).then(
      (value) => process.send?.({ id, value }),
      (thrown: unknown) => process.send?.({ id, error: String(thrown) }),
    );
  });
}

function watchPage(electron: typeof Electron.CrossProcessExports, options: PageOptions): void {
  const { contextBridge, ipcRenderer } = electron;
  const tell = (milestone: Milestone, at: number): void =>
    ipcRenderer.send('bench-milestone', milestone, at);

  /** Tells once the frame is through that shows it. */
  const whenPainted = ({ selector, text }: Mark, milestone: Milestone): void => {
    const isThere = (): boolean =>
      document.querySelector(selector)?.textContent.includes(text) === true;
    const observer = new MutationObserver(() => {
      if (!isThere()) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => tell(milestone, performance.timeOrigin + performance.now());
        port2.postMessage(null);
      });
    });
    observer.observe(document, { childList: true, subtree: true, characterData: true });
  };

  tell('pageBegan', performance.timeOrigin);
  whenPainted(options.mark, 'painted');
  if (options.leadsTo !== null) whenPainted(options.leadsTo, 'keyHandled');
  contextBridge.exposeInMainWorld('bench', {
    echo: (payload: unknown) => ipcRenderer.invoke('bench-echo', payload),
  });
}
