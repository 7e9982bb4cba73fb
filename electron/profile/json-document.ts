import type { GenericSchema } from 'valibot';
import type { Result } from '../../shared/result.ts';
import type { ProfileFiles } from '../ports.ts';
import type { DocumentOpening } from './document-opening.ts';

/** A versioned JSON file held in memory, with a backup of its last good text beside it. */
export interface JsonDocument<T> {
  readonly opening: DocumentOpening;
  /** Written by a newer Usher: every update answers `profile.readOnly`. */
  isTooNew(): boolean;
  value(): T;
  /**
   * Changes the value and the file, one update after the other; `change` gets the newest value, also one that another
   * process wrote meanwhile. When the file can't be written the value stays as it was.
   */
  update(change: (value: T) => T): Promise<Result<null>>;
}

export interface JsonDocumentOptions<T> {
  readonly files: ProfileFiles;
  readonly name: string;
  /** Must read back what it gave out. */
  readonly schema: GenericSchema<unknown, T>;
  readonly empty: T;
  readonly version: number;
  /** Milliseconds since 1970, for the names of files that are set aside. */
  readonly now: () => number;
}

/** Fails only when the folder itself does; a file that can't be understood is set aside. */
export declare const openJsonDocument: <T>(
  options: JsonDocumentOptions<T>,
) => Promise<Result<JsonDocument<T>>>;
