import { err, type Result } from '../../shared/result.ts';
import { errorText } from '../../shared/words/errors.ts';
import { nameErrorText, nextStepText, type NameError } from '../../shared/words/terminal.ts';
import { noteBug } from '../core/note-bug.ts';
import { stopOwnCoreDumps } from '../process/hardening.ts';
import type { LaunchOptions } from '../process/launch-options.ts';
import { commandTable } from './command-table.ts';
import type { Command, CommandInput, Context } from './command.ts';
import { createContext } from './create-context.ts';
import {
  exitCode,
  exitCodeOf,
  isNameError,
  isUsageError,
  usageError,
  type CliError,
} from './errors.ts';
import { createOutput, jsonText, printable, withoutTokens, type Output } from './output.ts';
import { watchInterruption } from './terminal.ts';

/** What is known before anything is loaded. */
export interface Start {
  readonly version: string;
  readonly settings: LaunchOptions;
}

/** Runs what was written, and sets the exit code. */
export async function runCommandLine(args: readonly string[], start: Start): Promise<void> {
  const named = commandNamedBy(args);
  // The keychain's process takes longest to be there: it starts before the words are even parsed.
  const early = named === undefined ? null : begin(named, start);
  const [{ CommanderError }, { createProgram }] = await Promise.all([
    import('commander'),
    import('./create-program.ts'),
  ]);
  const program = createProgram(commandTable, start.version, async (command, input) =>
    end(await runCommand(command, input, early ?? begin(command, start))),
  );
  if (args.length === 0) {
    program.outputHelp({ error: true });
    process.exitCode = exitCode.wrongUse;
    return;
  }
  try {
    await program.parseAsync(withoutHelp(args), { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    await early?.close();
    if (thrown.exitCode !== 0 && isJsonAmong(args)) printUsageError(thrown.message);
    // Help and version end this way too; everything else has been told on standard error.
    process.exitCode = thrown.exitCode === 0 ? exitCode.done : exitCode.wrongUse;
  }
}

/** The command that the first word names, unless it is help that is wanted. */
function commandNamedBy(args: readonly string[]): Command | undefined {
  const isHelpWanted = ['-h', '--help', '-V', '--version'].some((word) => args.includes(word));
  return isHelpWanted ? undefined : commandTable.find(({ name }) => name === args[0]);
}

function begin({ vault }: Command, start: Start): Context {
  // Before the first secret comes by, and before the process that would bring it.
  stopOwnCoreDumps();
  const interruption = watchInterruption();
  const output = createOutput(interruption.signal);
  return createContext({ output, interruption, ...start, vault });
}

/** Runs a command to its end, says what went wrong, and answers its exit code. */
export async function runCommand(
  command: Command,
  input: CommandInput,
  context: Context,
): Promise<number> {
  const { output, interruption } = context;
  const outcome = await outcomeOf(command, input, context);
  const interrupted = interruption.exitCode();
  // Who interrupted it knows why it did not come to its end.
  if (!outcome.ok && interrupted === null) {
    printError(output, outcome.error, isJsonWanted(input));
  }
  if (outcome.ok && !interruption.signal.aborted) await context.dropExpired();
  await context.close();
  return interrupted ?? (outcome.ok ? outcome.value : exitCodeOf(outcome.error));
}

async function outcomeOf(
  command: Command,
  input: CommandInput,
  context: Context,
): Promise<Result<number, CliError>> {
  try {
    const run = await command.load();
    return await run(context, input);
  } catch (thrown) {
    return err(noteBug(context.log, 'command.bug', { name: command.name, thrown }));
  }
}

/** `help` of a command that is not there is that command's mistake, and has its suggestion. */
function withoutHelp(args: readonly string[]): string[] {
  const [first, topic = '-', ...others] = args;
  const isKnown = topic.startsWith('-') || commandTable.some(({ name }) => name === topic);
  return first === 'help' && !isKnown ? [topic, ...others] : [...args];
}

/** Words that do not fit together, for a program that reads the answer. */
function printUsageError(message: string): void {
  const { code, usage } = usageError(
    withoutTokens(message.replace(/^error: /, '').replace(/\n/g, ' ')),
  );
  process.stdout.write(`${jsonText({ error: { code, usage, message: usage } })}\n`);
}

/** The parser has not got so far as to know it. */
function isJsonAmong(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  const words = end < 0 ? args : args.slice(0, end);
  return words.some(
    (word, index) =>
      word === '--json' || word === '--as=json' || (word === 'json' && words[index - 1] === '--as'),
  );
}

const isJsonWanted = (input: CommandInput): boolean =>
  input.has('json') || input.value('as') === 'json';

/** Connections that are kept open for a next question are not waited for; what was printed is. */
function end(code: number): void {
  const { stdout, stderr } = process;
  // An answer that could not be written is known a moment later, and has set its own code.
  const exit = (): void => process.exit(code === 0 ? process.exitCode : code);
  stdout.write('', () => setImmediate(() => stderr.write('', exit)));
}

/** Says on standard error what went wrong and what to do, and in JSON on standard output where that was asked for. */
export function printError(output: Output, error: CliError, isJsonWanted: boolean): void {
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
