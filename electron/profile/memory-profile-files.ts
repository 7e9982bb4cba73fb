import type { ProfileFiles } from '../ports.ts';

/** The profile folder's in-memory twin, for tests and the demo. */
export declare const createMemoryProfileFiles: (
  initial?: Readonly<Record<string, string>>,
) => ProfileFiles;
