import type { Result } from '../../shared/result.ts';
import type { Usher } from '../core/usher.ts';
import type { Clipboard, Log } from '../ports.ts';
import type { CliError } from './cli-error.ts';
import type { Input } from './input.ts';
import type { Interruption } from './interruption.ts';
import type { Output } from './output/output.ts';

/** What a command is given. */
export interface Context {
  readonly output: Output;
  readonly input: Input;
  readonly interruption: Interruption;
  readonly clipboard: Clipboard;
  readonly log: Log;
  /** The core, opened at the first call. */
  readonly usher: () => Promise<Result<Usher, CliError>>;
  /** After a command that has done its work: drops the transient tokens that ran out, a few at a time. */
  readonly dropExpired: () => Promise<void>;
  /** Lets go of the keychain and everything else. */
  readonly close: () => Promise<void>;
}
