import { ok } from '../../../shared/result.ts';
import type { RunCommand } from '../command.ts';
import { commandTable } from '../command-table.ts';
import { bashCompletions } from '../completions/bash-completions.ts';
import { fishCompletions } from '../completions/fish-completions.ts';
import { zshCompletions } from '../completions/zsh-completions.ts';

const writers = { bash: bashCompletions, zsh: zshCompletions, fish: fishCompletions };

export const completions: RunCommand = ({ output }, input) => {
  const shell = input.operand('SHELL');
  // The parser lets no other through.
  const write = writers[shell as keyof typeof writers];
  output.answer(write(commandTable).trimEnd());
  return Promise.resolve(ok(0));
};
