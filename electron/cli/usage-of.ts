import type { Command, Operand, Option } from './command.ts';

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
