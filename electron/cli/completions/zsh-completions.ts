import type { Command, Operand, Option } from '../command.ts';

/** For a file `_usher` in `$fpath`, or `source <(usher completions zsh)`. */
export const zshCompletions = (commands: readonly Command[]): string => `#compdef usher
_usher() {
  local -a commands=(
${commands.map(({ name, summary }) => `    ${quoted(`${name}:${summary}`)}`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(commandCase).join('\n')}
    help) _describe command commands ;;
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
  return `    ${name}) _arguments ${specs.join(' ')} ;;`;
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
