import { CommanderError } from 'commander';
import { stopOwnCoreDumps } from '../stop-core-dumps.ts';
import type { Command, CommandInput } from './command.ts';
import { commandTable } from './command-table.ts';
import { createContext } from './create-context.ts';
import { createProgram } from './create-program.ts';
import { exitCode } from './exit-code.ts';
import { exitCodeOf } from './exit-code-of.ts';
import { watchInterruption } from './interruption.ts';
import { createOutput } from './output/output.ts';
import { tellError } from './tell-error.ts';

/** Runs what was written, and sets the exit code. */
export async function runCommandLine(args: readonly string[], version: string): Promise<void> {
  const program = createProgram(commandTable, version, (command, input) =>
    runCommand(command, input, version),
  );
  if (args.length === 0) {
    program.outputHelp({ error: true });
    process.exitCode = exitCode.wrongUse;
    return;
  }
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (thrown) {
    if (!(thrown instanceof CommanderError)) throw thrown;
    // Help and version end this way too; everything else has been told on standard error.
    process.exitCode = thrown.exitCode === 0 ? exitCode.done : exitCode.wrongUse;
  }
}

async function runCommand(command: Command, input: CommandInput, version: string): Promise<void> {
  // Before the first secret comes by, and before the process that would bring it.
  stopOwnCoreDumps();
  const output = createOutput();
  const interruption = watchInterruption();
  const { needsVault } = command;
  const context = createContext({ output, interruption, needsVault, version });
  const run = await command.load();
  const outcome = await run(context, input);
  const interrupted = interruption.exitCode();
  // Who interrupted it knows why it did not come to its end.
  if (!outcome.ok && interrupted === null) {
    tellError(output, outcome.error, isJsonWanted(input));
  }
  await context.close();
  end(interrupted ?? (outcome.ok ? outcome.value : exitCodeOf(outcome.error)));
}

const isJsonWanted = (input: CommandInput): boolean =>
  input.has('json') || input.value('as') === 'json';

/** Connections that are kept open for a next question are not waited for; what was printed is. */
function end(code: number): void {
  process.exitCode = code;
  process.stdout.write('', () => process.stderr.write('', () => process.exit(code)));
}
