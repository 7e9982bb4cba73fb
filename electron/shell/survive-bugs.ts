import { noteBug } from '../note-bug.ts';
import type { Log } from '../ports.ts';

/**
 * What is thrown where nobody catches it goes into the log, and Usher lives on: by default Electron stops everything behind
 * a box that shows a stack, and a token that is on the clipboard stays there. The answer says whom to tell.
 */
export function surviveBugs(log: Log): (tell: (reference: string) => void) => void {
  let tell: (reference: string) => void = () => undefined;
  const note = (name: string, thrown: unknown): void => {
    try {
      const error = noteBug(log, 'main.bug', { name, thrown });
      if (error.code === 'internal') tell(error.reference);
    } catch {
      // A throw from here would end the process after all.
    }
  };
  process.on('uncaughtException', (thrown, origin) => note(origin, thrown));
  process.on('unhandledRejection', (reason) => note('unhandledRejection', reason));
  return (listener) => {
    tell = listener;
  };
}
