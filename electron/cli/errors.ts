import type { AppError, AppErrorCode } from '../../shared/errors.ts';
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

/** The exit codes of every command. `exec` answers its command's own besides. */
export const exitCode = {
  done: 0,
  refused: 1,
  wrongUse: 2,
  unreachable: 3,
  vault: 4,
  /** A mistake in Usher: EX_SOFTWARE of sysexits.h. */
  bug: 70,
} as const;

type ExitCode = (typeof exitCode)[keyof typeof exitCode];

type Family<Code extends string> = Code extends `${infer Name}.${string}` ? Name : Code;

/** What the errors of one kind have in common. A new kind does not compile before it has its exit code. */
const codeOfFamily: { readonly [Name in Family<AppErrorCode>]: ExitCode } = {
  network: exitCode.unreachable,
  plex: exitCode.refused,
  token: exitCode.refused,
  appToken: exitCode.refused,
  destination: exitCode.refused,
  account: exitCode.wrongUse,
  device: exitCode.wrongUse,
  home: exitCode.refused,
  link: exitCode.refused,
  server: exitCode.refused,
  source: exitCode.wrongUse,
  address: exitCode.refused,
  question: exitCode.refused,
  vault: exitCode.vault,
  profile: exitCode.vault,
  start: exitCode.wrongUse,
  signIn: exitCode.refused,
  browser: exitCode.wrongUse,
  clipboard: exitCode.wrongUse,
  file: exitCode.wrongUse,
  desktop: exitCode.wrongUse,
  identify: exitCode.wrongUse,
  request: exitCode.wrongUse,
  internal: exitCode.bug,
};

/** Where an error means something else than its kind. */
const codeOfError: Readonly<Record<string, ExitCode>> = {
  'plex.unavailable': exitCode.unreachable,
  'plex.malformed': exitCode.unreachable,
  'plex.tooLarge': exitCode.unreachable,
  'server.unreachable': exitCode.unreachable,
  'appToken.notFound': exitCode.wrongUse,
  'appToken.ambiguous': exitCode.wrongUse,
  'appToken.nameMalformed': exitCode.wrongUse,
  'destination.malformed': exitCode.wrongUse,
  'appToken.needsKeychain': exitCode.vault,
  'server.notFound': exitCode.wrongUse,
  'server.ambiguous': exitCode.wrongUse,
  'address.malformed': exitCode.wrongUse,
  'address.noAnswer': exitCode.unreachable,
  'address.notPlex': exitCode.unreachable,
  'address.noTls': exitCode.unreachable,
  'address.notFound': exitCode.wrongUse,
  'address.ambiguous': exitCode.wrongUse,
  'token.notFound': exitCode.wrongUse,
  'token.ambiguous': exitCode.wrongUse,
  'source.notFound': exitCode.refused,
  'source.transientRefused': exitCode.refused,
} satisfies Partial<Record<CliError['code'], ExitCode>>;

export function exitCodeOf({ code }: CliError): ExitCode {
  const family = code.split('.', 1)[0] as Family<AppErrorCode>;
  return codeOfError[code] ?? codeOfFamily[family];
}
