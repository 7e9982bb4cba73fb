import type { AppError } from '../../shared/errors.ts';
import type { NameError } from '../../shared/words/terminal.ts';

/** Everything that can go wrong for the command line: what can in the window, and what only words can. */
export type CliError = AppError | NameError | UsageError;

/** Words that do not fit together. */
export interface UsageError {
  readonly code: 'request.invalid';
  readonly usage: string;
}

export const usageError = (usage: string): UsageError => ({ code: 'request.invalid', usage });

export const isNameError = (error: CliError): error is NameError => 'subject' in error;

export const isUsageError = (error: CliError): error is UsageError => 'usage' in error;
