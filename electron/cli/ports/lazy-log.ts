import type { Log } from '../../ports.ts';

type Level = keyof Log;

/** The window's log file, opened only when there is something to write. */
export function createLazyLog(open: () => Promise<Log>): Log & { flush(): Promise<void> } {
  let log: Promise<Log> | null = null;
  let written: Promise<unknown> = Promise.resolve();
  const write =
    (level: Level): Log[Level] =>
    (event, facts) => {
      log ??= open();
      const ready = log;
      written = written.then(async () => (await ready)[level](event, facts));
    };
  return {
    info: write('info'),
    warn: write('warn'),
    error: write('error'),
    flush: async () => {
      await written;
    },
  };
}
