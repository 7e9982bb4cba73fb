import { styleText } from 'node:util';
import type { Destination } from '../../shared/model/destination.ts';
import { markDirections } from '../../shared/words/formats.ts';
import { maskedTokenText } from '../../shared/words/tokens.ts';
import { scrubText } from '../plex/secrets/scrubber.ts';
import { tellingToken } from '../plex/secrets/secret-fields.ts';
import { escapeSigns } from '../quoting.ts';
import { maskToken } from '../token-text.ts';

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
  /** How wide the terminal is in which a person reads. */
  readonly columns: number;
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
    columns: columnsOf(stderr) ?? columnsOf(stdout) ?? 80,
  };
}

/** A stream that is no terminal has no width. */
const columnsOf = ({ columns }: { readonly columns?: number }): number | undefined => columns;

/** JSON as the command line prints it. */
export const jsonText = (value: unknown): string => escapeSigns(JSON.stringify(value, null, 2));

/** The same on one line, for a program that reads line by line. */
export const jsonLine = (value: unknown): string => escapeSigns(JSON.stringify(value));

/**
 * Text from outside on one line.
 * SECURITY: a server's name can hold signs that make a terminal do things or hide what follows.
 */
export const printable = (text: string): string =>
  // Two of them are ours, around names in sentences.
  markDirections(text.replace(/[\u2068\u2069]+/g, ' '))
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, joinsEmoji)
    .trim();

/** SECURITY: a path can hold signs that move a terminal's cursor. */
export const placeOf = ({ path, key }: Pick<Destination, 'path' | 'key'>): string =>
  printable(key === null ? path : `${path} › ${key}`);

// Plex's classic tokens have 20 characters, and by chance alone there is no capital or small letter among them.
const classicToken = /(?<![\w-])(?=[\w-]*[a-z])(?=[\w-]*[A-Z])[\w-]{20}(?![\w-])/g;

/**
 * What a person typed, to be repeated to them.
 * SECURITY: it may be a whole token where a name was due, which would stay in a terminal's history, a log, or JSON.
 */
export const withoutTokens = (typed: string): string => {
  const mask = (token: string): string => maskedTokenText(maskToken(token));
  return scrubText(typed.replace(tellingToken, mask).replace(classicToken, mask));
};

/** Emoji are joined by one such sign, which does no harm. */
const joinsEmoji = (signs: string): string => (signs === '\u200d' ? signs : ' ');
