import { styleText } from 'node:util';
import { escapeSigns } from '../quoting.ts';

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

/** JSON as the command line prints it. */
export const jsonText = (value: unknown): string => escapeSigns(JSON.stringify(value, null, 2));

/**
 * Text from outside on one line.
 * SECURITY: a server's name can hold signs that make a terminal do things or hide what follows.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, joinsEmoji).trim();

/** Emoji are joined by one such sign, which does no harm. */
const joinsEmoji = (signs: string): string => (signs === '\u200d' ? signs : ' ');
