import type { Command } from '../command.ts';

/** For `source <(usher completions bash)`. */
export const bashCompletions = (commands: readonly Command[]): string => `_usher() {
  local cur=\${COMP_WORDS[COMP_CWORD]} previous=\${COMP_WORDS[COMP_CWORD-1]} words= word
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    # What follows is another program's.
    [ "$word" = -- ] && { COMPREPLY=(); return; }
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
