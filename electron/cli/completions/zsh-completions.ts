import type { Command, Operand, Option } from '../command.ts';

/** For a file `_usher` in `$fpath`, or `source <(usher completions zsh)`. */
export const zshCompletions = (commands: readonly Command[]): string => `#compdef usher
_usher() {
  # Not named commands, nor command: what completes another program's words has its own of these names.
  local -a usher_commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    if [[ $PREFIX = -* ]]; then
      _arguments '--help[print the help]' '--version[print the version]'
      return
    fi
    usher_commands+=('help:print the help of a command')
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
    ...options.map(optionSpec),
    `'--help[print its help]'`,
    ...operands.map(operandSpec),
  ];
  // -S: what follows `--` is no option of this command, and `--` itself none of its words.
  return `    ${name}) _arguments -S ${specs.join(' ')} ;;`;
};

function optionSpec({ name, summary, value }: Option): string {
  const choices = value?.choices === undefined ? '' : `(${value.choices.join(' ')})`;
  const argument = value === undefined ? '' : `:${value.name}:${choices}`;
  return quoted(`--${name}[${summary.replace(/[[\]]/g, '')}]${argument}`);
}

const operandSpec = ({ name, isOptional, isRest, choices }: Operand): string => {
  if (isRest === true) return `'*:::${name}:_normal'`;
  const values = choices === undefined ? '' : `(${choices.join(' ')})`;
  return quoted(`${isOptional === true ? '::' : ':'}${name}:${values}`);
};

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;
