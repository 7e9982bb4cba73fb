import type { Result } from '../../shared/result.ts';

/** A value in a text, and how another is written in its place, so that everything around it stays as it is. */
export interface Spot {
  readonly start: number;
  readonly end: number;
  /** Without quotes; empty for a key that has none. */
  readonly value: string;
  /** In the quotes that are there, or in some where it needs them. */
  readonly written: (value: string) => string;
}

/** Errors: `destination.noKey`, `destination.ambiguous`, `destination.notReplaceable`, `destination.unparsable`. */
export type FindSpot = (text: string, key: string) => Result<Spot>;

/** The parts of a key like `plex.libraries.0`; a dot in a name is written `\.`. */
export const partsOfKey = (key: string): readonly string[] =>
  key.split(/(?<!\\)\./).map((part) => part.replaceAll('\\.', '.'));

/** A dot in a name would be read as the end of it. */
export const keyOfParts = (parts: readonly string[]): string =>
  parts.map((part) => part.replaceAll('.', '\\.')).join('.');

/** One text of a file, with the key that `FindSpot` finds it by. */
export interface ListedValue {
  readonly key: string;
  readonly value: string;
}

/** Every text of a file. Errors: `destination.unparsable`. */
export type ListValues = (text: string) => Result<readonly ListedValue[]>;
