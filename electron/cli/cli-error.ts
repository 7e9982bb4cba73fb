import type { AppError } from '../../shared/errors.ts';

/** Everything that can go wrong for the command line: what can in the window, and what only words can. */
export type CliError = AppError | NameError | UsageError;

export type NamedSubject = 'account' | 'device' | 'server' | 'token';

/** A name that fits nothing, or more than one. */
export interface NameError {
  readonly code: `${NamedSubject}.notFound` | `${NamedSubject}.ambiguous`;
  readonly subject: NamedSubject;
  /** Null when nothing was named and there is more than one, or none. */
  readonly wanted: string | null;
  /** What there is to choose from. */
  readonly candidates: readonly string[];
}

/** Words that do not fit together. */
export interface UsageError {
  readonly code: 'request.invalid';
  readonly usage: string;
}

export const usageError = (usage: string): UsageError => ({ code: 'request.invalid', usage });

export const isNameError = (error: CliError): error is NameError => 'subject' in error;

export const isUsageError = (error: CliError): error is UsageError => 'usage' in error;
