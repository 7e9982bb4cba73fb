import { constants } from 'node:os';

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
type Signal = (typeof signals)[number];

/** What Ctrl-C and other ends from outside do to a command. */
export interface Interruption {
  /** Aborted by the first of them: questions to Plex end at once, what is being stored is finished. */
  readonly signal: AbortSignal;
  /** 128 and the signal's number, once there was one. */
  exitCode(): number | null;
  /** As Ctrl-C does, where the terminal hands it over as a key. */
  interrupt(): void;
  /** From now on signals are for somebody else. */
  handTo(listener: (signal: Signal) => void): void;
}

export function watchInterruption(): Interruption {
  const controller = new AbortController();
  let code: number | null = null;
  let listener = (signal: Signal): void => {
    const isSecond = code !== null;
    code = 128 + constants.signals[signal];
    // Whoever asks twice does not want to wait.
    if (isSecond) process.exit(code);
    controller.abort({ code: 'signIn.cancelled' });
  };
  for (const signal of signals) process.on(signal, () => listener(signal));
  return {
    signal: controller.signal,
    exitCode: () => code,
    interrupt: () => listener('SIGINT'),
    handTo: (next) => {
      listener = next;
    },
  };
}
