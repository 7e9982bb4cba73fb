import type { ProfileFiles } from '../ports.ts';

export interface ProfileFilesOptions {
  readonly folder: string;
}

/** The profile folder on disk. It is made on the first write. */
export declare const createProfileFiles: (options: ProfileFilesOptions) => ProfileFiles;
