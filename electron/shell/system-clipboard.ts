import * as electron from 'electron';
import { err, ok, type Result } from '../../shared/result.ts';
import { writeConcealed } from './concealed-clipboard.ts';
import type { Clipboard } from '../ports.ts';

const { clipboard } = electron;

// Missing before Electron 44, whatever the types of the newest say.
const Item: typeof electron.ClipboardItem | undefined = electron.ClipboardItem;

/**
 * The system's clipboard. `await` serves both of Electron's clipboards: from 44 on its calls return promises.
 */
export const systemClipboard: Clipboard = {
  isThere: () => true,
  read: () => attempt(() => clipboard.readText()),
  write: (text) =>
    attempt(async () => {
      await clipboard.writeText(text);
      return null;
    }),
  // SECURITY: kept out of clipboard history and cloud clipboards where the platform and the runtime can.
  writeSecret: (text) =>
    attempt(async () => ({
      isKeptFromHistory: await writeConcealed(clipboard, Item, process.platform, text),
    })),
  clear: () =>
    attempt(() => {
      clipboard.clear();
      return null;
    }),
};

async function attempt<T>(call: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return ok(await call());
  } catch {
    return err({ code: 'clipboard.failed' });
  }
}
