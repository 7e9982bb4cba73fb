import * as v from 'valibot';
import type { ProfileFiles } from '../../../ports.ts';
import { openJsonDocument, type JsonDocument } from '../json-document.ts';
import { createProfileFiles } from '../profile-files.ts';

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

/** A document that takes several blocks on the disk, so that half of one would show. */
export interface Count {
  readonly count: number;
  readonly ballast: string;
}

export const openCount = async (folder: string): Promise<JsonDocument<Count>> => {
  const opened = await openJsonDocument<Count>({
    files: createProfileFiles({ folder }),
    name: 'count.json',
    schema: v.object({ count: v.number(), ballast: v.pipe(v.string(), v.length(20_000)) }),
    empty: { count: 0, ballast: 'x'.repeat(20_000) },
    version: 1,
    now: () => Date.now(),
  });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
};
