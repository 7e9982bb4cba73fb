import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { shellQuoted } from '../../quoting.ts';
import { hostileTokens } from './testing/hostile-tokens.ts';
import { writeTokenAs } from './token-forms.ts';

const uri = 'https://192-0-2-1.zz.plex.direct:32400';

/** What a POSIX shell makes of the words of a line, the first left out. */
const wordsToShell = (line: string): readonly string[] =>
  execFileSync('sh', ['-c', `set -- ${line}; shift; printf '%s\\n' "$@"`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

describe('a token of hostile characters', () => {
  test.each(hostileTokens)('%s is one word to the shell', (hostile) => {
    const words = wordsToShell(writeTokenAs('curl', { token: hostile, uri }, 'linux'));
    expect(words).toEqual(['-H', `X-Plex-Token: ${hostile}`, `${uri}/`]);
  });

  test.each(hostileTokens)('%s is read back by a shell that sources the .env line', (hostile) => {
    const script = `${writeTokenAs('env', { token: hostile, uri }, 'linux')}\nprintf %s "$PLEX_TOKEN"`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(hostile);
  });
});

test('an address with characters of the shell is one word to it', () => {
  const to = { token: 'transient-1', uri: "http://h.invalid/a';id;'$(id)" };
  const line = writeTokenAs('curl', to, 'linux');
  const [, , address] = wordsToShell(line);
  expect(new URL(address ?? '').host).toBe('h.invalid');
  expect(wordsToShell(line)).toHaveLength(3);
});

test('any text quoted for a POSIX shell is one word to it, typographic quotes and all', () => {
  const texts = fc.sample(fc.string({ unit: 'grapheme' }), { numRuns: 200, seed: 11 });
  const whole = texts.filter((text) => !/[\0\n\r]/.test(text));
  const line = `curl ${whole.map((text) => shellQuoted(text, 'darwin')).join(' ')}`;
  expect(
    execFileSync('sh', ['-c', `set -- ${line}; shift; printf '%s\\n' "$@"`], { encoding: 'utf8' }),
  ).toBe(whole.map((text) => `${text}\n`).join(''));
});
