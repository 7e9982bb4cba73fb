import type { JsonValue } from '../../../shared/model/account.ts';

/** One line of the record: a value and where it stands. */
export interface RecordNode {
  /** A JSON pointer: unique, and a prefix of the path of everything inside. */
  readonly path: string;
  /** Null for the record itself. */
  readonly parentPath: string | null;
  readonly key: string | null;
  readonly depth: number;
  readonly value: JsonValue;
  /** Null for a value that holds no others. */
  readonly childCount: number | null;
}
