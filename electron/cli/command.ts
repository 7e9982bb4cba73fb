import type { Result } from '../../shared/result.ts';
import type { CommandName, OperandName, OptionName } from '../../shared/words/terminal-help.ts';
import type { Usher } from '../core/usher.ts';
import type { Log } from '../ports.ts';
import type { CliError } from './errors.ts';
import type { Output } from './output.ts';
import type { Input, Interruption } from './terminal.ts';

/** One command of the command line. Parser, help, completions and README's table are all made from this and its words. */
export interface Command {
  readonly name: CommandName;
  readonly operands: readonly Operand[];
  readonly options: readonly Option[];
  readonly vault: VaultUse;
  /** Loaded only when it is this command that runs. */
  readonly load: () => Promise<RunCommand>;
}

/**
 * What a command has to do with the keychain. For `used` and `lookedAt` its process is started before anything else; before
 * it is `used`, what an earlier run left unfinished in it is finished.
 */
export type VaultUse = 'unused' | 'lookedAt' | 'used';

export interface Operand {
  /** As people read it: `SERVER`. */
  readonly name: OperandName;
  readonly isOptional?: boolean;
  /** Takes all that follows `--`, or the option that takes a command. */
  readonly isRest?: boolean;
  /** Takes all that is left; the last one alone. */
  readonly isRepeatable?: boolean;
  readonly choices?: readonly string[];
}

export interface Option {
  /** Without its dashes. */
  readonly name: OptionName;
  /** Absent for an option that is there or not. */
  readonly value?: { readonly name: string; readonly choices?: readonly string[] };
  /** Whether the operand that takes the rest begins behind it, with options that are not Usher's. */
  readonly takesRest?: boolean;
  /** Can stand there several times. */
  readonly isRepeatable?: boolean;
  /** Names of options that it cannot stand beside. */
  readonly conflictsWith?: readonly OptionName[];
}

/** What a person wrote behind the command's name. */
export interface CommandInput {
  operand(name: Operand['name']): string | undefined;
  /** All that followed `--` or the option that takes a command, or that an operand took which can stand there several times. */
  readonly rest: readonly string[];
  has(option: OptionName): boolean;
  value(option: OptionName): string | undefined;
  /** Of one that can stand there several times. */
  values(option: OptionName): readonly string[];
}

/** Answers the exit code. */
export type RunCommand = (
  context: Context,
  input: CommandInput,
) => Promise<Result<number, CliError>>;

/** What a command is given. */
export interface Context {
  readonly output: Output;
  readonly input: Input;
  readonly interruption: Interruption;
  readonly log: Log;
  /** The core, opened at the first call. */
  readonly usher: () => Promise<Result<Usher, CliError>>;
  /** After a command that has done its work: drops the transient tokens that ran out, a few at a time. */
  readonly dropExpired: () => Promise<void>;
  /** Lets go of the keychain and everything else. */
  readonly close: () => Promise<void>;
}
