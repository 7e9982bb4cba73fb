import stringWidth from 'string-width';
import { printable } from './printable.ts';

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
