import type { Output } from './output.ts';
import { printable } from './printable.ts';
import { shorten } from './shorten.ts';

const maxColumns = 40;

/** A name from outside, for a table: a person gets the beginning of a long one, by which it can be named too. */
export const nameCell = (output: Pick<Output, 'isForPerson'>, name: string | null): string => {
  const shown = printable(name ?? '');
  return output.isForPerson ? shorten(shown, maxColumns) : shown;
};
