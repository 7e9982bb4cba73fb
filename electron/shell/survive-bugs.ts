import { noteBug } from '../core/note-bug.ts';
import type { Log } from '../ports.ts';

/**
 * What is thrown where nobody catches it goes into the log, and Usher lives on: by default Electron stops everything behind
 * a box that shows a stack, and a token that is on the clipboard stays there. The answer is called once there is a window,
 * and says whom to tell. Until then an Usher that lived on would be one that nobody sees, so the start ends.
 */
export function surviveBugs(
  log: Log,
  endStart: (thrown: unknown) => void,
): (tell: (reference: string) => void) => void {
  let onBug: ((reference: string) => void) | null = null;
  const note = (name: string, thrown: unknown): void => {
    if (onBug === null) {
      endStart(thrown);
      return;
    }
    try {
      const error = noteBug(log, 'main.bug', { name, thrown });
      if (error.code === 'internal') onBug(error.reference);
    } catch {
      // A throw from here would end the process after all.
    }
  };
  process.on('uncaughtException', (thrown, origin) => note(origin, thrown));
  process.on('unhandledRejection', (reason) => note('unhandledRejection', reason));
  return (listener) => {
    onBug = listener;
  };
}
