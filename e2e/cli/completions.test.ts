import { describe, expect, test } from 'vitest';
import { commandTable } from '../../electron/cli/command-table.ts';
import { startCommand } from './testing/start-command.ts';
import { cliFile } from './testing/cli-file.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

/** What bash offers for the last of these words. */
async function offered(...words: readonly string[]): Promise<readonly string[]> {
  const script = [
    `source <('${process.execPath}' '${cliFile}' completions bash)`,
    `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`,
    '_usher; printf "%s\\n" "${COMPREPLY[@]}"',
  ].join('\n');
  const run = await startCommand('bash', ['-c', script], terminal.env).ended;
  expect(run.stderr).toBe('');
  return run.stdout.split('\n').filter((line) => line !== '');
}

describe('completions in bash', () => {
  test('offer commands, options and their values', async () => {
    expect(await offered('usher', 's')).toEqual([
      'status',
      'sign-in',
      'servers',
      'source',
      'sign-out',
    ]);
    expect(await offered('usher', 'mint', 'Attic', '--a')).toContain('--account');
    expect(await offered('usher', 'mint', '--as', 'c')).toEqual(['curl']);
    expect(await offered('usher', 'completions', 'z')).toEqual(['zsh']);
  });

  test('leave what follows -- to others', async () => {
    expect(await offered('usher', 'exec', 'Attic', '--', 'm')).toEqual([]);
  });
});

test.each(['bash', 'zsh', 'fish'])(
  'completions for %s know every command and option',
  async (shell) => {
    const text = await terminal.must(['completions', shell]);
    for (const { name, options } of commandTable) {
      expect(text).toContain(name);
      for (const option of options) expect(text).toContain(option.name);
    }
  },
);
