import * as v from 'valibot';
import { openJsonDocument } from '../json-document.ts';
import type { JsonDocument } from '../json-document.ts';
import { createProfileFiles } from '../profile-files.ts';

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
