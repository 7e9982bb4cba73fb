import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { shellQuoted } from './quoting.ts';

test.each(['Robin', "Robin's", '"; touch owned; "', '$(touch owned)', '`id`', 'a\\', ''])(
  'a name in a command to copy stays one word and nothing else: %j',
  (name) => {
    const line = `printf '[%s]' ${shellQuoted(name, 'linux')}`;
    expect(execFileSync('sh', ['-c', line], { encoding: 'utf8' })).toBe(`[${name}]`);
  },
);
