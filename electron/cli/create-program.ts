import { Argument, Command as Program, Option as ProgramOption } from 'commander';
import {
  commandText,
  exitCodeText,
  helpText,
  operandSummary,
  optionSummary,
} from '../../shared/words/terminal-help.ts';
import type { Command, CommandInput, Operand, Option } from './command.ts';
import { exitCode } from './errors.ts';
import { withoutTokens } from './output.ts';

/** The parser for a table of commands. `run` is called for the one that was written. */
export function createProgram(
  commands: readonly Command[],
  version: string,
  run: (command: Command, input: CommandInput) => Promise<void>,
): Program {
  const words = helpText();
  const program = createParser('usher', version)
    .description(words.program)
    .helpCommand('help [command]', words.helpOfCommand)
    // So that what follows a command which takes another one is that one's.
    .enablePositionalOptions()
    .showHelpAfterError(words.hint)
    .addHelpText('after', `\n${exitCodesText()}`);
  for (const command of commands) program.addCommand(createSubprogram(command, version, run));
  return program;
}

function createSubprogram(
  command: Command,
  version: string,
  run: (command: Command, input: CommandInput) => Promise<void>,
): Program {
  const { summary, details = [] } = commandText()[command.name];
  const sub = createParser(command.name, version)
    .description(summary)
    .allowExcessArguments(false)
    .usage(usageOf(command).slice(command.name.length + 1))
    .showHelpAfterError(helpHint(command));
  for (const operand of command.operands) sub.addArgument(argumentOf(command, operand));
  for (const option of command.options) sub.addOption(optionOf(command, option));
  if (command.options.some(takesRest)) sub.passThroughOptions();
  for (const paragraph of details) sub.addHelpText('after', `\n${paragraph}`);
  return sub.action(() => run(command, inputOf(command, sub)));
}

/** What the parsers of all commands have in common. */
function createParser(name: string, version: string): Program {
  const words = helpText();
  const headings: Readonly<Record<string, string>> = words.headings;
  return new Program(name)
    .version(version, '-V, --version', words.version)
    .helpOption('-h, --help', words.thisHelp)
    .configureHelp({
      styleTitle: (title) => headings[title] ?? title,
      argumentDescription: withChoices,
      optionDescription: withChoices,
    })
    .configureOutput(errorsUnderOwnName)
    .exitOverride();
}

function withChoices({ description, argChoices }: Argument | ProgramOption): string {
  if (argChoices === undefined) return description;
  const choices = argChoices.map((choice) => JSON.stringify(choice)).join(', ');
  return `${description} ${helpText().choices(choices)}`;
}

/** As every other error of Usher's begins. */
const errorsUnderOwnName = {
  outputError: (text: string, write: (text: string) => void): void => {
    write(withoutTokens(text.replace(/^error: /, 'usher: ')));
  },
};

function helpHint({ name, operands, options }: Command): string {
  const rest = options.some(takesRest) ? undefined : operands.find(({ isRest }) => isRest === true);
  return rest === undefined ? helpText().hintFor(name) : helpText().hintForRest(name, rest.name);
}

function argumentOf(command: Command, operand: Operand): Argument {
  const { name, isOptional, choices } = operand;
  const text = `${name}${takesMany(operand) ? '...' : ''}`;
  const summary = operandSummary(command.name, name);
  const argument = new Argument(isOptional === true ? `[${text}]` : `<${text}>`, summary);
  return choices === undefined ? argument : argument.choices(choices);
}

const takesMany = ({ isRest, isRepeatable }: Operand): boolean =>
  isRest === true || isRepeatable === true;

function optionOf(command: Command, option: Option): ProgramOption {
  const { name, value, conflictsWith, isRepeatable } = option;
  const flag = value === undefined ? `--${name}` : `--${name} <${value.name}>`;
  const parsed = new ProgramOption(flag, optionSummary(command.name, name)).conflicts(
    [...(conflictsWith ?? [])].map(camel),
  );
  if (isRepeatable === true) {
    parsed.argParser((text: string, before: readonly string[] | undefined) => [
      ...(before ?? []),
      text,
    ]);
  }
  return value?.choices === undefined ? parsed : parsed.choices(value.choices);
}

function inputOf(command: Command, sub: Program): CommandInput {
  const values: Readonly<Record<string, unknown>> = sub.opts();
  const rest = command.operands.findIndex(takesMany);
  return {
    operand: (name) => sub.args[command.operands.findIndex((one) => one.name === name)],
    rest: rest < 0 ? [] : sub.args.slice(rest),
    has: (option) => values[camel(option)] === true,
    value: (option) => {
      const value = values[camel(option)];
      return typeof value === 'string' ? value : undefined;
    },
    values: (option) => {
      const value = values[camel(option)];
      return Array.isArray(value) ? (value as readonly string[]) : [];
    },
  };
}

/** Commander's key for an option. */
const camel = (name: string): string =>
  name.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());

const exitCodesText = (): string =>
  [
    helpText().exitCodes,
    ...exitCodeMeanings().map(([code, meaning]) => `  ${String(code).padEnd(3)} ${meaning}`),
  ].join('\n');

/** For the help and README. */
export const exitCodeMeanings = (): readonly (readonly [code: number, meaning: string])[] =>
  Object.entries(exitCodeText()).map(([name, meaning]) => [
    exitCode[name as keyof typeof exitCode],
    meaning,
  ]);

const takesRest = (option: Option): boolean => option.takesRest === true;

/** `mint SERVER [--account ACCOUNT] [--copy]` */
export function usageOf(command: Command): string {
  const rest = command.operands.filter(({ isRest }) => isRest === true);
  const others = command.operands.filter(({ isRest }) => isRest !== true);
  const plain = command.options.filter((option) => !takesRest(option));
  const takers = command.options.filter(takesRest);
  return [
    command.name,
    ...others.map(operandUsage),
    ...exclusive(plain),
    ...rest.map(({ name: words }) => {
      const [taker] = takers;
      return taker === undefined ? `-- ${words} …` : `[--${taker.name} ${words} …]`;
    }),
  ].join(' ');
}

const operandUsage = ({ name, isOptional, isRepeatable, choices }: Operand): string => {
  const once = isOptional === true ? `[${name}]` : (choices?.join('|') ?? name);
  return isRepeatable === true ? `${once}…` : once;
};

/** Options that exclude each other stand in one pair of brackets. */
function exclusive(options: readonly Option[]): readonly string[] {
  const groups = new Map<string, string[]>();
  for (const option of options) {
    const key = [option.name, ...(option.conflictsWith ?? [])].sort().join(' ');
    groups.set(key, [...(groups.get(key) ?? []), optionUsage(option)]);
  }
  const isRepeatable = (usage: string): boolean =>
    options.some((option) => option.isRepeatable === true && optionUsage(option) === usage);
  return [...groups.values()].map(
    (usages) => `[${usages.join('|')}]${usages.some(isRepeatable) ? '…' : ''}`,
  );
}

function optionUsage({ name, value }: Option): string {
  if (value === undefined) return `--${name}`;
  return `--${name} ${value.choices === undefined ? value.name : value.choices.join('|')}`;
}
