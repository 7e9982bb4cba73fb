import type { AppErrorCode } from '../../shared/errors.ts';
import type { CliError } from './cli-error.ts';
import { exitCode, type ExitCode } from './exit-code.ts';

type Family<Code extends string> = Code extends `${infer Name}.${string}` ? Name : Code;

/** What the errors of one kind have in common. A new kind does not compile before it has its exit code. */
const codeOfFamily: { readonly [Name in Family<AppErrorCode>]: ExitCode } = {
  network: exitCode.unreachable,
  plex: exitCode.refused,
  token: exitCode.refused,
  account: exitCode.wrongUse,
  device: exitCode.wrongUse,
  home: exitCode.refused,
  link: exitCode.refused,
  server: exitCode.refused,
  source: exitCode.wrongUse,
  vault: exitCode.vault,
  profile: exitCode.vault,
  start: exitCode.wrongUse,
  signIn: exitCode.refused,
  browser: exitCode.wrongUse,
  clipboard: exitCode.wrongUse,
  file: exitCode.wrongUse,
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
  'server.notFound': exitCode.wrongUse,
  'server.ambiguous': exitCode.wrongUse,
  'token.notFound': exitCode.wrongUse,
  'token.ambiguous': exitCode.wrongUse,
  'source.notFound': exitCode.refused,
} satisfies Partial<Record<CliError['code'], ExitCode>>;

export function exitCodeOf({ code }: CliError): ExitCode {
  const family = code.split('.', 1)[0] as Family<AppErrorCode>;
  return codeOfError[code] ?? codeOfFamily[family];
}
