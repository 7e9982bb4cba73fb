import * as v from 'valibot';
import type { ProfileFiles } from '../../ports.ts';
import { openJsonDocument } from '../json-document.ts';
import type { JsonDocument } from '../json-document.ts';

/** The document that the tests open. */
export interface Names {
  readonly names: readonly string[];
}

export const openNames = async (files: ProfileFiles): Promise<JsonDocument<Names>> => {
  const opened = await openJsonDocument<Names>({
    files,
    name: 'a.json',
    schema: v.object({ names: v.array(v.string()) }),
    empty: { names: [] },
    version: 2,
    removableIn: ({ names }) => names,
    now: () => 1_000,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};

/** The file's text as it is written. */
export const namesText = (names: readonly string[], version = 2): string =>
  `${JSON.stringify({ version, data: { names } }, null, 2)}\n`;

export const removing =
  (name: string) =>
  (old: Names): Names => ({ names: old.names.filter((one) => one !== name) });

export const adding =
  (name: string) =>
  (old: Names): Names => ({ names: [...old.names, name] });
