import { openSync } from 'node:fs';
import { constants } from 'node:os';
import type { Interface } from 'node:readline/promises';
import { WriteStream } from 'node:tty';

/** What a person types, or what stands in standard input. */
export interface Input {
  /** Whether a person can be asked. */
  readonly isTerminal: boolean;
  /** Asks in the terminal; null when they thought better of it. */
  ask(question: string): Promise<string | null>;
  /** As `ask`, without showing what is typed. */
  askHidden(question: string): Promise<string | null>;
  /** The next line of standard input; null at its end. */
  line(): Promise<string | null>;
  /** All of standard input, or what had come when the command was interrupted; null when it is too long. */
  text(limitBytes: number): Promise<string | null>;
}

// Loaded when there is somebody to ask, or something to read.
const loadReadline = () => import('node:readline/promises');
const loadStream = () => import('node:stream');

const nowhere = async () => {
  const { Writable } = await loadStream();
  return new Writable({ write: (_chunk, _encoding, done) => done() });
};

/** Standard error, or the terminal itself where that goes to a file: whoever is asked must see the question. */
function openScreen(): NodeJS.WritableStream {
  if (process.stderr.isTTY || process.platform === 'win32') return process.stderr;
  try {
    return new WriteStream(openSync('/dev/tty', 'w'));
  } catch {
    return process.stderr;
  }
}

export function createInput({
  signal: interruption,
  interrupt,
}: Pick<Interruption, 'signal' | 'interrupt'>): Input {
  const { stdin } = process;
  let lines: AsyncIterator<string> | null = null;
  let screen: NodeJS.WritableStream | null = null;
  let reader: Interface | null = null;

  const ask = async (question: string, isHidden: boolean): Promise<string | null> => {
    // Readline edits and reads the line; what it would show of it goes nowhere when it is to be hidden.
    screen ??= openScreen();
    const output = isHidden ? await nowhere() : screen;
    const { createInterface } = await loadReadline();
    const asking = createInterface({ input: stdin, output, terminal: true });
    // Only now, when the terminal shows no more what is typed.
    if (isHidden) screen.write(question);
    // In this mode of the terminal Ctrl-C is a key like others. Not by a signal to this process, which Windows ends by it
    // at once.
    asking.on('SIGINT', interrupt);
    const gone = new Promise<null>((resolve) => asking.once('close', () => resolve(null)));
    try {
      return await Promise.race([
        asking.question(isHidden ? '' : question, { signal: interruption }),
        gone,
      ]);
    } catch {
      return null;
    } finally {
      asking.close();
      if (isHidden) screen.write('\n');
    }
  };

  return {
    isTerminal: stdin.isTTY,
    ask: (question) => ask(question, false),
    askHidden: (question) => ask(question, true),
    line: async () => {
      const { createInterface } = await loadReadline();
      reader ??= createInterface({ input: stdin, crlfDelay: Infinity, signal: interruption });
      lines ??= reader[Symbol.asyncIterator]();
      const next = await lines.next();
      return next.done === true ? null : next.value;
    },
    text: async (limitBytes) => {
      const { addAbortSignal } = await loadStream();
      let text = '';
      try {
        for await (const chunk of addAbortSignal(interruption, stdin.setEncoding('utf8'))) {
          text += String(chunk);
          if (Buffer.byteLength(text) > limitBytes) return null;
        }
      } catch (error) {
        if (!interruption.aborted) throw error;
      }
      return text;
    },
  };
}

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
  /** What runs ends by a signal and in no other way: the first one is no failure, and the exit code the command's own. */
  expect(): void;
  /** From now on signals are for somebody else. */
  handTo(listener: (signal: Signal) => void): void;
}

export function watchInterruption(): Interruption {
  const controller = new AbortController();
  let code: number | null = null;
  let isExpected = false;
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
    exitCode: () => (isExpected ? null : code),
    interrupt: () => listener('SIGINT'),
    expect: () => {
      isExpected = true;
    },
    handTo: (next) => {
      listener = next;
    },
  };
}
