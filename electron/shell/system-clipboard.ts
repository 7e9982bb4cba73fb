import { clipboard } from 'electron';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clipboard } from '../ports.ts';

/**
 * The system's clipboard. `await` serves both of Electron's clipboards: from 44 on its calls return promises.
 */
export const systemClipboard: Clipboard = {
  read: () => attempt(async () => clipboard.readText()),
  write: (text) => attempt(async () => void (await clipboard.writeText(text))).then(done),
  writeSecret: (text) => attempt(async () => void (await clipboard.writeText(text))).then(done),
  clear: () => attempt(async () => void (await clipboard.clear())).then(done),
};

async function attempt<T>(call: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await call());
  } catch {
    return err({ code: 'clipboard.failed' });
  }
}

const done = (result: Result<void>): Result<null> => (result.ok ? ok(null) : result);
