import stringWidth from 'string-width';
import type { JsonValue } from '../../shared/model/account.ts';
import type { Verdict } from '../../shared/model/token.ts';
import { verdictCellText } from '../../shared/words/verdicts.ts';
import { printable, type Output, type Style } from './output.ts';

/** A cell is text, or text with the same text painted. */
export type Cell = string | { readonly text: string; readonly paint: (text: string) => string };

const gap = '  ';

/** Columns under their headings, as wide as what is in them needs. */
export function table(headings: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const lines = [headings, ...rows].map((cells) => cells.map(toCell));
  const widths = headings.map((_heading, column) =>
    Math.max(...lines.map((cells) => stringWidth(cells[column]?.text ?? ''))),
  );
  return lines.map((cells) => lineOf(cells, widths)).join('\n');
}

function lineOf(cells: readonly PaintedCell[], widths: readonly number[]): string {
  return cells
    .map(({ text, paint }, column) => {
      const isLast = column === cells.length - 1;
      const padding = isLast ? 0 : (widths[column] ?? 0) - stringWidth(text);
      return paint(text) + ' '.repeat(Math.max(0, padding));
    })
    .join(gap)
    .trimEnd();
}

interface PaintedCell {
  readonly text: string;
  readonly paint: (text: string) => string;
}

function toCell(cell: Cell): PaintedCell {
  const { text, paint } = typeof cell === 'string' ? { text: cell, paint: plain } : cell;
  const shown = printable(text);
  // An empty cell would make its row unreadable to `awk` and to people.
  return { text: shown === '' ? '-' : shown, paint };
}

const plain = (text: string): string => text;

const maxColumns = 40;

/** A name from outside, for a table: a person gets the beginning of a long one, by which it can be named too. */
export const nameCell = (output: Pick<Output, 'isForPerson'>, name: string | null): string => {
  const shown = printable(name ?? '');
  return output.isForPerson ? shorten(shown, maxColumns) : shown;
};

/** No wider than so many columns of a terminal; what was cut off is marked. */
export function shorten(text: string, maxColumns: number): string {
  if (stringWidth(text) <= maxColumns) return text;
  let [kept, width] = ['', 0];
  const segmenter = new Intl.Segmenter();
  for (const { segment } of segmenter.segment(text)) {
    width += stringWidth(segment);
    if (width >= maxColumns) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

type Composed = Extract<JsonValue, object>;
type Plain = Exclude<JsonValue, Composed>;

/** A record as lines of `name: value`, what is inside something indented under its name. Empty ones are left out. */
export function factLines(record: JsonValue, paintName: (text: string) => string): string {
  const linesOf = (name: string, value: JsonValue, depth: number): readonly string[] => {
    const title = `${'  '.repeat(depth)}${paintName(printable(name))}`;
    if (isEmpty(value)) return [];
    if (!isComposed(value)) return [`${title}: ${textOf(value)}`];
    const items = Object.values(value);
    const plain = items.filter((item): item is Plain => !isComposed(item));
    if (Array.isArray(value) && plain.length === items.length) {
      return [`${title}: ${plain.map(textOf).join(', ')}`];
    }
    return [title, ...inside(value, depth + 1)];
  };
  const inside = (value: Composed, depth: number): readonly string[] =>
    Object.entries(value).flatMap(([name, inner]) => linesOf(name, inner, depth));
  return (isComposed(record) ? inside(record, 0) : []).join('\n');
}

const isComposed = (value: JsonValue): value is Composed =>
  typeof value === 'object' && value !== null;

const textOf = (value: Plain): string => printable(String(value));

const isEmpty = (value: JsonValue): boolean =>
  value === null || value === '' || (isComposed(value) && Object.keys(value).length === 0);

const verdictStyles: Readonly<Record<Verdict['kind'], Style>> = {
  valid: 'good',
  rejected: 'bad',
  unknown: 'unsure',
};

/** A verdict in a table: one word, and since when, or why nobody could say. */
export const verdictCell = (output: Output, verdict: Verdict): Cell => ({
  text: verdictCellText(verdict, Date.now()),
  paint: (shown) => output.paint(verdictStyles[verdict.kind], shown),
});
