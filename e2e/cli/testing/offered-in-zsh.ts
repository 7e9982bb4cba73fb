import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCommand } from './start-command.ts';

const end = '<the end>';
const ready = '<ready>';

/** A key that lists what there is to choose from in place of choosing, and says when that is all. */
const startUp = `
PS1='> '
fpath=("$ZDOTDIR" $fpath)
autoload -Uz compinit && compinit -u -D
offer() { zle list-choices; zle -R; print -r -- '${end}' }
zle -N offer
bindkey '^X' offer
LISTMAX=10000
print -r -- '${ready}'
`;

/** Zsh completes in a terminal only: this makes one, types one line after the other, and prints what is shown. */
const program = `
zmodload zsh/zpty
zpty person 'stty columns 200 rows 100; exec zsh -d -i'
zpty -r -m person shown '*${ready}*> '
for line in "\${(@f)LINES_TO_TYPE}"; do
  zpty -w -n person "$line"$'\\x18'
  zpty -r -m person shown '*${end}*'
  print -r -- "$shown"
  zpty -w -n person $'\\x15'
done
zpty -d person
`;

/** What an interactive zsh lists for each line that is not finished, as it shows it. */
export async function offeredInZsh(
  completions: string,
  lines: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-zsh-'));
  try {
    await writeFile(join(folder, '.zshrc'), startUp);
    await writeFile(join(folder, '_usher'), completions);
    const run = await startCommand('zsh', ['-f', '-c', program], {
      ...env,
      ZDOTDIR: folder,
      TERM: 'xterm',
      LINES_TO_TYPE: lines.join('\n'),
    }).ended;
    const shown = run.stdout.split(end);
    return lines.map((line, index) => listIn(shown[index] ?? '', line));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What stands between the line as it was typed and the line as it is shown once more. */
function listIn(shown: string, line: string): string {
  const list = shown.slice(shown.indexOf(line) + line.length);
  // What moves the cursor stands between what is shown.
  return list.replace(/\u001b\[[\d;?]*[A-Za-z]|\r/g, '\n').replaceAll(line.trim(), '');
}
