import { errorText } from '../../shared/words/errors.ts';
import { isNameError, isUsageError, type CliError } from './cli-error.ts';
import { nameErrorText, nextStepText, type NameError } from '../../shared/words/terminal.ts';
import type { Output } from './output/output.ts';
import { printable } from './output/printable.ts';

/** Says on standard error what went wrong and what to do, and in JSON on standard output where that was asked for. */
export function tellError(output: Output, error: CliError, isJsonWanted: boolean): void {
  const lines = linesOf(error);
  if (isJsonWanted) output.json({ error: { ...error, message: lines.join(' ') } });
  const [first = '', ...others] = lines;
  output.note([`usher: ${first}`, ...others].join('\n'));
}

function linesOf(error: CliError): readonly string[] {
  if (isNameError(error)) return nameErrorText(withPrintableNames(error));
  if (isUsageError(error)) return [printable(error.usage)];
  const { title, detail, nextStep } = errorText(error);
  // What a server calls its version, and other text from outside, may be a part of it.
  return [`${title}.`, detail, nextStepText(error) ?? nextStep].map(printable);
}

// SECURITY: a server's name can hold signs that make a terminal do things; the words take it as it is.
const withPrintableNames = (error: NameError): NameError => ({
  ...error,
  wanted: error.wanted === null ? null : printable(error.wanted),
  candidates: error.candidates.map((candidate) => printable(candidate)),
});
