import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { format } from 'prettier';
import { expect, test } from 'vitest';
import { commandTable } from '../../electron/cli/command-table.ts';
import { exitCodeMeanings, usageOf } from '../../electron/cli/create-program.ts';
import { commandText } from '../../shared/words/terminal-help.ts';
import { projectRoot } from '../fixtures/project-root.ts';

const rows = (heading: readonly string[], cells: readonly (readonly string[])[]): string =>
  [heading, heading.map(() => '---'), ...cells]
    .map((row) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

test.each([
  [
    'commands',
    rows(
      ['command', 'what it does'],
      commandTable.map((command) => [
        `\`usher ${usageOf(command)}\``,
        commandText()[command.name].summary,
      ]),
    ),
  ],
  [
    'exit codes',
    rows(
      ['exit code', 'meaning'],
      exitCodeMeanings().map(([code, meaning]) => [String(code), meaning]),
    ),
  ],
])('README has the table of %s that the command line is made from', async (_what, table) => {
  const readme = await readFile(join(projectRoot, 'README.md'), 'utf8');
  expect(readme).toContain(await format(table, { parser: 'markdown', printWidth: 100 }));
});
