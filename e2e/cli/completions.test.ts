import { describe, expect, test } from 'vitest';
import { commandTable } from '../../electron/cli/command-table.ts';
import { cliFile } from './testing/cli-file.ts';
import { offeredInZsh } from './testing/offered-in-zsh.ts';
import { startCommand } from './testing/start-command.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

const linesOf = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

/** Lines whose last word is not finished, and all that completes it. */
const completed: readonly (readonly [line: string, all: readonly string[]])[] = [
  ['usher s', ['server', 'servers', 'sign-in', 'sign-out', 'source', 'status']],
  ['usher mint --as r', ['raw']],
  ['usher completions z', ['zsh']],
  ['usher server a', ['add']],
  ['usher help mi', ['mint']],
  ['usher mint Attic --a', ['--account', '--allow-http', '--as']],
  ['usher --v', ['--version']],
];
const ownBehindDashes = 'usher exec Attic -- --a';
const ownBehindHook = 'usher watch --hook notify --o';
const otherBehindHook = 'usher watch --once --hook unam';
const otherBehindDashes = 'usher exec Attic --account robin -- unam';
const linesToTry = [
  ...completed.map(([line]) => line),
  ...[ownBehindDashes, otherBehindDashes, ownBehindHook, otherBehindHook],
];

/** One zsh answers for all lines: it takes seconds to be ready. */
let inZsh: Promise<readonly string[]> | null = null;
const askZsh = async () =>
  offeredInZsh(await terminal.must(['completions', 'zsh']), linesToTry, terminal.env);

/** What each shell offers for the last word of a line. */
const offered = {
  bash: async (line: string): Promise<readonly string[]> => {
    const words = line.split(' ');
    const script = [
      `source <('${process.execPath}' '${cliFile}' completions bash)`,
      `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}`,
      '_usher; printf "%s\\n" "${COMPREPLY[@]}"',
    ].join('\n');
    const run = await startCommand('bash', ['-c', script], terminal.env).ended;
    expect(run.stderr).toBe('');
    return linesOf(run.stdout);
  },
  fish: async (line: string): Promise<readonly string[]> => {
    const script = `'${process.execPath}' '${cliFile}' completions fish | source; complete -C '${line}'`;
    const run = await startCommand('fish', ['-c', script], terminal.env).ended;
    expect(run.stderr).toBe('');
    return linesOf(run.stdout).map((offer) => offer.split('\t', 1)[0] ?? '');
  },
  zsh: async (line: string): Promise<readonly string[]> => {
    inZsh ??= askZsh();
    const shown = (await inZsh)[linesToTry.indexOf(line)];
    if (shown === undefined) throw new Error(`“${line}” is not among the lines to try.`);
    // With a description after two dashes, or several on one line.
    return linesOf(shown).flatMap((offer) =>
      offer.includes(' -- ') ? [offer.split(' ', 1)[0] ?? ''] : offer.trim().split(/\s+/),
    );
  },
};

describe.each(['bash', 'zsh', 'fish'] as const)('completions in %s', (shell) => {
  test.each(completed)(
    'offer for “%s” just %j',
    async (line, all) => {
      const found = await offered[shell](line);
      expect(found.filter((one) => /^[a-z-]+$/.test(one)).sort()).toEqual(all);
    },
    60_000,
  );

  test.each([
    [ownBehindDashes, '--a'],
    [ownBehindHook, '--o'],
  ])('offer nothing of their own at the end of “%s”', async (line, beginning) => {
    const found = await offered[shell](line);
    expect(found.filter((one) => one.startsWith(beginning))).toEqual([]);
  });

  test('know every command and option', async () => {
    const text = await terminal.must(['completions', shell]);
    for (const { name, options } of commandTable) {
      expect(text).toContain(name);
      for (const option of options) expect(text).toContain(option.name);
    }
  });
});

describe.each(['zsh', 'fish'] as const)('completions in %s', (shell) => {
  test.each([otherBehindDashes, otherBehindHook])(
    'leave the end of “%s” to the command there',
    async (line) => {
      expect(await offered[shell](line)).toContain('uname');
    },
  );
});
