import { ok } from '../../../shared/result.ts';
import { commandText, helpText, optionSummary } from '../../../shared/words/terminal-help.ts';
import type { Command, Operand, Option, RunCommand } from '../command.ts';

/** For `source <(usher completions bash)`. */
const bashCompletions = (commands: readonly Command[]): string => `_usher() {
  local cur=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    # What follows is another program's.
    case "\${COMP_WORDS[1]} $word" in ${restCases(commands).join('|')}) COMPREPLY=(); return ;; esac
  done
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${[...commands.map(({ name }) => name), 'help', '--help', '--version'].join(' ')}'
  else
    case "\${COMP_WORDS[1]} $previous" in
${commands.flatMap(valueCases).join('\n')}
      *)
        case "\${COMP_WORDS[1]}" in
${commands.map(wordCase).join('\n')}
          help) words='${commands.map(({ name }) => name).join(' ')}' ;;
        esac
        ;;
    esac
  fi
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o default -F _usher usher
`;

/** What another program's words follow: two dashes, or the option that takes them. */
const restCases = (commands: readonly Command[]): readonly string[] => [
  "*' --'",
  ...commands.flatMap(({ name, options }) =>
    options.flatMap((option) => (option.takesRest === true ? [`'${name} --${option.name}'`] : [])),
  ),
];

const valueCases = ({ name, options }: Command): readonly string[] =>
  options.flatMap((option) =>
    option.value === undefined
      ? []
      : [`      '${name} --${option.name}') words='${(option.value.choices ?? []).join(' ')}' ;;`],
  );

const wordCase = ({ name, operands, options }: Command): string => {
  const choices = operands.flatMap((operand) => operand.choices ?? []);
  const flags = options.map((option) => `--${option.name}`);
  return `          ${name}) words='${[...choices, ...flags, '--help'].join(' ')}' ;;`;
};

/** For `usher completions fish | source`, or a file in `~/.config/fish/completions`. */
const fishCompletions = (commands: readonly Command[]): string =>
  [
    functions,
    'complete -c usher -f',
    ...commands.map(
      ({ name }) =>
        `complete -c usher -n __fish_use_subcommand -a ${name} -d ${fishQuoted(commandText()[name].summary)}`,
    ),
    `complete -c usher -n __fish_use_subcommand -a help -d ${fishQuoted(helpText().helpOfCommand)}`,
    `${within('help')} -a ${fishQuoted(commands.map(({ name }) => name).join(' '))}`,
    `complete -c usher -l help -d ${fishQuoted(helpText().help)}`,
    `complete -c usher -l version -d ${fishQuoted(helpText().version)}`,
    ...commands.flatMap((command) => [
      ...command.options.map((option) => optionLine(command, option)),
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
function __usher_is_behind
  __usher_is $argv[1]; and contains -- $argv[2] (commandline -opc)
end
function __usher_rest
  set -l words (commandline -opc)
  set -l first (math (contains -i -- $argv[1] $words) + 1)
  set -l line (string join ' ' -- (string escape -- $words[$first..-1]) (commandline -ct))
  complete --do-complete="$line"
end`;

const optionLine = (command: Command, { name, value }: Option): string => {
  const choices = value?.choices === undefined ? '' : ` -a ${fishQuoted(value.choices.join(' '))}`;
  const summary = fishQuoted(optionSummary(command.name, name));
  return `${withinOptions(command)} -l ${name}${value === undefined ? '' : ` -x${choices}`} -d ${summary}`;
};

const choiceLines = ({ name, operands }: Command): readonly string[] =>
  operands.flatMap(({ choices }) =>
    choices === undefined ? [] : [`${within(name)} -a ${fishQuoted(choices.join(' '))}`],
  );

const restLines = ({ name, operands, options }: Command): readonly string[] => {
  if (!operands.some(({ isRest }) => isRest === true)) return [];
  const taker = options.find(({ takesRest }) => takesRest === true);
  const mark = taker === undefined ? '--' : `--${taker.name}`;
  return [`complete -c usher -n '__usher_is_behind ${name} ${mark}' -a '(__usher_rest ${mark})'`];
};

/** The words behind an option that takes them are another program's. */
const withinOptions = ({ name, options }: Command): string => {
  const taker = options.find(({ takesRest }) => takesRest === true);
  if (taker === undefined) return within(name);
  return `complete -c usher -n '__usher_is ${name}; and not __usher_is_behind ${name} --${taker.name}'`;
};

const within = (command: string): string => `complete -c usher -n '__usher_is ${command}'`;

const fishQuoted = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;

/** For a file `_usher` in `$fpath`, or `source <(usher completions zsh)`. */
const zshCompletions = (commands: readonly Command[]): string => `#compdef usher
_usher() {
  # Not named commands, nor command: what completes another program's words has its own of these names.
  local -a usher_commands=(
${commands.map(({ name }) => `    ${zshQuoted(`${name}:${commandText()[name].summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    if [[ $PREFIX = -* ]]; then
      _arguments ${zshOption('help', helpText().help)} ${zshOption('version', helpText().version)}
      return
    fi
    usher_commands+=(${zshQuoted(`help:${helpText().helpOfCommand}`)})
    _describe command usher_commands
    return
  fi
  local usher_command=$words[2]
  shift words
  (( CURRENT-- ))
  case $usher_command in
${commands.map(commandCase).join('\n')}
    help) _describe command usher_commands ;;
  esac
}
if [[ $funcstack[1] = _usher ]]; then _usher "$@"; else compdef _usher usher; fi
`;

const commandCase = ({ name, operands, options }: Command): string => {
  const specs = [
    ...options.map((option) => optionSpec(name, option)),
    zshOption('help', helpText().helpOfIt),
    ...operands.map(operandSpec),
  ];
  // -S: what follows `--` is no option of this command, and `--` itself none of its words.
  return `    ${name}) _arguments -S ${specs.join(' ')} ;;`;
};

function optionSpec(command: Command['name'], { name, value }: Option): string {
  const choices = value?.choices === undefined ? '' : `(${value.choices.join(' ')})`;
  const argument = value === undefined ? '' : `:${value.name}:${choices}`;
  return zshOption(name, optionSummary(command, name), argument);
}

const zshOption = (name: string, summary: string, argument = ''): string =>
  zshQuoted(`--${name}[${summary.replace(/[[\]]/g, '')}]${argument}`);

const operandSpec = ({ name, isOptional, isRest, choices }: Operand): string => {
  if (isRest === true) return `'*:::${name}:_normal'`;
  const values = choices === undefined ? '' : `(${choices.join(' ')})`;
  return zshQuoted(`${isOptional === true ? '::' : ':'}${name}:${values}`);
};

const zshQuoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

const writers = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions };

export const completions =
  (commands: readonly Command[]): RunCommand =>
  ({ output }, input) => {
    const shell = input.operand('SHELL');
    // The parser lets no other through.
    const write = writers[shell as keyof typeof writers];
    output.answer(write(commands).trimEnd());
    return Promise.resolve(ok(0));
  };
