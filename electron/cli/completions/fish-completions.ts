import type { Command, Option } from '../command.ts';

/** For `usher completions fish | source`, or a file in `~/.config/fish/completions`. */
export const fishCompletions = (commands: readonly Command[]): string =>
  [
    'complete -c usher -f',
    ...commands.map(
      ({ name, summary }) =>
        `complete -c usher -n __fish_use_subcommand -a ${name} -d ${quoted(summary)}`,
    ),
    "complete -c usher -l help -d 'print the help'",
    ...commands.flatMap((command) => [
      ...command.options.map((option) => optionLine(command.name, option)),
      ...choiceLines(command),
    ]),
    '',
  ].join('\n');

const optionLine = (command: string, { name, summary, value }: Option): string => {
  const choices = value?.choices === undefined ? '' : ` -a ${quoted(value.choices.join(' '))}`;
  return `${seen(command)} -l ${name}${value === undefined ? '' : ` -x${choices}`} -d ${quoted(summary)}`;
};

const choiceLines = ({ name, operands }: Command): readonly string[] =>
  operands.flatMap(({ choices }) =>
    choices === undefined ? [] : [`${seen(name)} -a ${quoted(choices.join(' '))}`],
  );

const seen = (command: string): string =>
  `complete -c usher -n '__fish_seen_subcommand_from ${command}'`;

const quoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
