import { Argument, Command as Program, Option as ProgramOption } from 'commander';
import type { Command, CommandInput, Operand, Option } from './command.ts';
import { exitCodeMeanings } from './errors.ts';

/** The parser for a table of commands. `run` is called for the one that was written. */
export function createProgram(
  commands: readonly Command[],
  version: string,
  run: (command: Command, input: CommandInput) => Promise<void>,
): Program {
  const program = new Program('usher')
    .description('Manage Plex tokens from the terminal.')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .helpCommand('help [command]', 'print the help of a command')
    .showHelpAfterError("Run 'usher --help' for commands.")
    .configureOutput(errorsUnderOwnName)
    .exitOverride()
    .addHelpText('after', `\n${exitCodesText()}`);
  for (const command of commands) program.addCommand(createSubprogram(command, version, run));
  return program;
}

function createSubprogram(
  command: Command,
  version: string,
  run: (command: Command, input: CommandInput) => Promise<void>,
): Program {
  const sub = new Program(command.name)
    .description(command.summary)
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .allowExcessArguments(false)
    .usage(usageOf(command).slice(command.name.length + 1))
    .showHelpAfterError(helpHint(command))
    .configureOutput(errorsUnderOwnName)
    .exitOverride();
  for (const operand of command.operands) sub.addArgument(argumentOf(operand));
  for (const option of command.options) sub.addOption(optionOf(option));
  for (const paragraph of command.details ?? []) sub.addHelpText('after', `\n${paragraph}`);
  return sub.action(() => run(command, inputOf(command, sub)));
}

/** As every other error of Usher's begins. */
const errorsUnderOwnName = {
  outputError: (text: string, write: (text: string) => void): void => {
    write(text.replace(/^error: /, 'usher: '));
  },
};

function helpHint({ name, operands }: Command): string {
  const hint = `Run 'usher ${name} --help' for usage.`;
  const rest = operands.find(({ isRest }) => isRest === true);
  return rest === undefined ? hint : `${hint} Put ${rest.name} and its arguments after --.`;
}

function argumentOf({ name, summary, isOptional, isRest, choices }: Operand): Argument {
  const text = `${name}${isRest === true ? '...' : ''}`;
  const argument = new Argument(isOptional === true ? `[${text}]` : `<${text}>`, summary);
  return choices === undefined ? argument : argument.choices(choices);
}

function optionOf({ name, summary, value, conflictsWith }: Option): ProgramOption {
  const flag = value === undefined ? `--${name}` : `--${name} <${value.name}>`;
  const option = new ProgramOption(flag, summary).conflicts([...(conflictsWith ?? [])].map(camel));
  return value?.choices === undefined ? option : option.choices(value.choices);
}

function inputOf(command: Command, sub: Program): CommandInput {
  const values: Readonly<Record<string, unknown>> = sub.opts();
  const rest = command.operands.findIndex(({ isRest }) => isRest === true);
  return {
    operand: (name) => sub.args[command.operands.findIndex((one) => one.name === name)],
    rest: rest < 0 ? [] : sub.args.slice(rest),
    has: (option) => values[camel(option)] === true,
    value: (option) => {
      const value = values[camel(option)];
      return typeof value === 'string' ? value : undefined;
    },
  };
}

/** Commander's key for an option. */
const camel = (name: string): string =>
  name.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

const exitCodesText = (): string =>
  [
    'Exit codes:',
    ...exitCodeMeanings.map(([code, meaning]) => `  ${String(code).padEnd(3)} ${meaning}`),
  ].join('\n');

/** `mint SERVER [--account ACCOUNT] [--copy]` */
export function usageOf(command: Command): string {
  const rest = command.operands.filter(({ isRest }) => isRest === true);
  const others = command.operands.filter(({ isRest }) => isRest !== true);
  return [
    command.name,
    ...others.map(operandUsage),
    ...exclusive(command.options),
    ...rest.map(({ name }) => `-- ${name} …`),
  ].join(' ');
}

const operandUsage = ({ name, isOptional }: Operand): string =>
  isOptional === true ? `[${name}]` : name;

/** Options that exclude each other stand in one pair of brackets. */
function exclusive(options: readonly Option[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const option of options) {
    const key = [option.name, ...(option.conflictsWith ?? [])].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), optionUsage(option)]);
  }
  return [...groups.values()].map((usages) => `[${usages.join('|')}]`);
}

export function optionUsage({ name, value }: Option): string {
  if (value === undefined) return `--${name}`;
  return `--${name} ${value.choices === undefined ? value.name : value.choices.join('|')}`;
}
