import type { Command, Option } from '../command.ts';

/** For `usher completions fish | source`, or a file in `~/.config/fish/completions`. */
export const fishCompletions = (commands: readonly Command[]): string =>
  [
    functions,
    'complete -c usher -f',
    ...commands.map(
      ({ name, summary }) =>
        `complete -c usher -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ),
    "complete -c usher -n __fish_use_subcommand -a help -d 'print the help of a command'",
    `${within('help')} -a ${quoted(commands.map(({ name }) => name).join(' '))}`,
    "complete -c usher -l help -d 'print the help'",
    "complete -c usher -l version -d 'print the version'",
    ...commands.flatMap((command) => [
      ...command.options.map((option) => optionLine(command.name, option)),
      ...choiceLines(command),
      ...restLines(command),
    ]),
    '',
  ].join('\n');

/** The command is the first word alone: a server may be called as one is. What follows `--` is another program's. */
const functions = `function __usher_is
  set -l words (commandline -opc)
  test "$words[2]" = $argv[1]
end
function __usher_is_behind_dashes
  __usher_is $argv[1]; and contains -- -- (commandline -opc)
end
function __usher_rest
  set -l words (commandline -opc)
  set -l first (math (contains -i -- -- $words) + 1)
  set -l line (string join ' ' -- (string escape -- $words[$first..-1]) (commandline -ct))
  complete --do-complete="$line"
end`;

const optionLine = (command: string, { name, summary, value }: Option): string => {
  const choices = value?.choices === undefined ? '' : ` -a ${quoted(value.choices.join(' '))}`;
  return `${within(command)} -l ${name}${value === undefined ? '' : ` -x${choices}`} -d ${quoted(summary)}`;
};

const choiceLines = ({ name, operands }: Command): readonly string[] =>
  operands.flatMap(({ choices }) =>
    choices === undefined ? [] : [`${within(name)} -a ${quoted(choices.join(' '))}`],
  );

const restLines = ({ name, operands }: Command): readonly string[] =>
  operands.some(({ isRest }) => isRest === true)
    ? [`complete -c usher -n '__usher_is_behind_dashes ${name}' -a '(__usher_rest)'`]
    : [];

const within = (command: string): string => `complete -c usher -n '__usher_is ${command}'`;

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
