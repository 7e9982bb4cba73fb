import {
  app,
  BrowserWindow,
  dialog,
  net,
  Notification,
  session,
  type IncomingMessage,
  type MessageBoxOptions,
  type OpenDialogOptions,
  type Session,
} from 'electron';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { err, ok } from '../../shared/result.ts';
import { toResponse } from '../plex/http/to-response.ts';
import { questionText } from '../../shared/words/questions.ts';
import type { FilePicker, FileSaver, Notifier, PersonAsker } from '../ports.ts';

/** The system's own "Save as". */
export const fileSaver: FileSaver = {
  save: async (suggestedName, text) => {
    const options = { defaultPath: join(app.getPath('documents'), suggestedName) };
    const window = BrowserWindow.getFocusedWindow();
    const { canceled, filePath } = await (window === null
      ? dialog.showSaveDialog(options)
      : dialog.showSaveDialog(window, options));
    if (canceled || filePath === '') return ok(false);
    try {
      await writeFile(filePath, text, { mode: 0o600 });
      return ok(true);
    } catch {
      return err({ code: 'file.notSaved' });
    }
  },
};

/** With hidden files: many programs keep their settings in one. */
export const filePicker: FilePicker = {
  pick: async (what) => {
    const options: OpenDialogOptions = {
      defaultPath: app.getPath('home'),
      properties: [...choosable[what], 'showHiddenFiles', 'dontAddToRecent'],
    };
    const window = visibleWindow();
    const { canceled, filePaths } = await (window === undefined
      ? dialog.showOpenDialog(options)
      : dialog.showOpenDialog(window, options));
    return ok(canceled ? [] : filePaths);
  },
};

const choosable = {
  file: ['openFile'],
  files: ['openFile', 'multiSelections'],
  folder: ['openDirectory'],
} as const;

/**
 * SECURITY: a dialog of the system, which no page can answer, cover, or word. The safe answer is what Enter, Escape and
 * closing it give.
 */
export const personAsker: PersonAsker = {
  confirms: async (question) => {
    const words = questionText(question);
    const options: MessageBoxOptions = {
      type: 'warning',
      message: words.title,
      detail: words.detail.join('\n\n'),
      buttons: [words.yes, words.no],
      defaultId: 1,
      cancelId: 1,
      noLink: true,
    };
    const window = visibleWindow();
    const { response } = await (window === undefined
      ? dialog.showMessageBox(options)
      : dialog.showMessageBox(window, options));
    return response === 0;
  },
};

/** Not quick access, which stands above every window and goes when the dialog takes the focus. */
const visibleWindow = () =>
  BrowserWindow.getAllWindows().find((one) => one.isVisible() && !one.isAlwaysOnTop());

/** The system's notifications. A click brings the window to the front before anything else. */
export function createNotifier(showWindow: () => void): Notifier {
  // One that nothing points to may be collected before it is clicked.
  const shown = new Set<Notification>();
  return {
    show: ({ title, body }, onClick) => {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      shown.add(notification);
      notification.on('click', () => {
        showWindow();
        onClick();
      });
      notification.on('close', () => void shown.delete(notification));
      notification.show();
    },
  };
}

/**
 * Fetch over Electron's network stack, so that the system's proxy and certificates count. Redirects are never followed: as
 * with Node's fetch, one that is asked for with `redirect: 'manual'` is answered as it is.
 *
 * SECURITY: a session of its own, in memory: no cookie, cache or credential is kept or shared with the page. And not
 * Electron's own `fetch`, which makes its answer where nothing can catch what that throws: an address that answers with
 * a status or a header of its own invention would stop the whole app (electron/electron `lib/browser/api/net-fetch.ts`).
 */
export function createPlexFetch(userAgent: string): typeof fetch {
  let plexSession: Session | null = null;
  // Made for the first request: making it takes as long as a tenth of the start, and the window waits for none.
  const ensureSession = (): Session => {
    if (plexSession !== null) return plexSession;
    plexSession = session.fromPartition('usher-plex', { cache: false });
    plexSession.setUserAgent(userAgent);
    return plexSession;
  };
  return async (input, { signal, ...init } = {}) => {
    // Without the signal: Node keeps the one of a Request for as long as it keeps the Request, and our own listener below
    // would keep that, so that neither would ever be let go.
    const asked = new Request(input, init);
    const body = await asked.text();
    return new Promise((resolve, reject) => {
      signal?.throwIfAborted();
      const outgoing = net.request({
        session: ensureSession(),
        method: asked.method,
        url: asked.url,
        headers: Object.fromEntries(asked.headers),
        redirect: 'manual',
        credentials: 'omit',
        cache: 'no-store',
      });
      const onAbort = (): void => {
        outgoing.abort();
        reject(new Error('The request was aborted.'));
      };
      signal?.addEventListener('abort', onAbort, { once: true });
      outgoing.on('close', () => signal?.removeEventListener('abort', onAbort));
      /** What is wrong with an answer is a failure of the request. */
      const answer = (make: () => Response): void => {
        try {
          resolve(make());
        } catch (failure) {
          outgoing.abort();
          reject(failure instanceof Error ? failure : new Error('no answer of HTTP'));
        }
      };
      outgoing.on('redirect', (status, _method, location) =>
        answer(() => new Response(null, { status, headers: { location } })),
      );
      outgoing.on('response', (incoming) =>
        answer(() => toResponse(incoming, readableOf(incoming))),
      );
      // Also of a redirect that was not followed: the answer is given by then.
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  };
}

/** Electron's types leave out that its answer is a stream of Node. */
const readableOf = (incoming: IncomingMessage): Readable => incoming as unknown as Readable;
