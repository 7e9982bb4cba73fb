import { styleText } from 'node:util';
import { jsonText } from './json-text.ts';

export type Style = 'good' | 'bad' | 'unsure' | 'faint' | 'heading';

/** Where a command's words go: the answer to standard output, everything else to standard error. */
export interface Output {
  /** Nothing once the command is interrupted. */
  answer(text: string): void;
  json(value: unknown): void;
  note(text: string): void;
  /** Standard output's colours: none when it is no terminal, or when `NO_COLOR` says so. */
  paint(style: Style, text: string): string;
  /** Whether a person reads standard output: it is a terminal. */
  readonly isForPerson: boolean;
  /** Whether a person reads standard error. */
  readonly isAttended: boolean;
}

const colours = {
  good: 'green',
  bad: 'red',
  unsure: 'yellow',
  faint: 'dim',
  heading: 'bold',
} as const;

export function createOutput(interruption: AbortSignal): Output {
  const { stdout, stderr } = process;
  const answer = (text: string): void => {
    // What was found out by then is half of it, and would pass for the whole.
    if (!interruption.aborted) stdout.write(`${text}\n`);
  };
  return {
    answer,
    json: (value) => answer(jsonText(value)),
    note: (text) => void stderr.write(`${text}\n`),
    paint: (style, text) => styleText(colours[style], text, { stream: stdout }),
    isForPerson: stdout.isTTY,
    isAttended: stderr.isTTY,
  };
}
