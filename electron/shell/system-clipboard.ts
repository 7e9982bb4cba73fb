import { clipboard } from 'electron';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clipboard } from '../ports.ts';

/**
 * The system's clipboard. `await` serves both of Electron's clipboards: from 44 on its calls return promises.
 */
export const systemClipboard: Clipboard = {
  read: () => attempt(() => clipboard.readText()),
  write,
  writeSecret: write,
  clear: () =>
    attempt(() => {
      clipboard.clear();
      return null;
    }),
};

function write(text: string): Promise<Result<null>> {
  return attempt(async () => {
    await clipboard.writeText(text);
    return null;
  });
}

async function attempt<T>(call: () => T | Promise<T>): Promise<Result<T>> {
  try {
    return ok(await call());
  } catch {
    return err({ code: 'clipboard.failed' });
  }
}
