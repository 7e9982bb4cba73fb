import { describe, expect, test } from 'vitest';
import { shorten, table } from './tables.ts';

describe('a table', () => {
  test('has columns as wide as what is in them, wide letters and emoji counted', () => {
    expect(
      table(
        ['NAME', 'STATE'],
        [
          ['书房', 'valid'],
          ['👩‍💻 desk', 'rejected'],
          ['Attic', 'unknown'],
        ],
      ),
    ).toBe(
      ['NAME     STATE', '书房     valid', '👩‍💻 desk  rejected', 'Attic    unknown'].join('\n'),
    );
  });

  test('lets no name play with the terminal', () => {
    const hostile = '\u001b[2J\u001b]0;owned\u0007Attic\r\nfake row\u202eevil';
    const lines = table(['NAME', 'STATE'], [[hostile, 'valid']]).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).not.toMatch(/[\p{Cc}\u202e]/u);
    expect(lines[1]).toContain('fake row‹RLO›evil');
  });

  test('paints without counting the paint', () => {
    const green = { text: 'ok', paint: (text: string) => `<${text}>` };
    expect(table(['A', 'B'], [[green, 'x']])).toBe('A   B\n<ok>  x');
  });

  test('shows an empty cell as one', () => {
    expect(table(['A', 'B'], [['', 'x']])).toBe('A  B\n-  x');
  });
});

test.each([
  ['Attic', 5, 'Attic'],
  ['Attic server', 9, 'Attic se…'],
  ['The attic', 5, 'The…'],
  ['书房电脑', 6, '书房…'],
  ['👩‍💻👩‍💻👩‍💻', 4, '👩‍💻…'],
  ['', 4, ''],
])('%s is shortened to %i columns as “%s”', (text, maxColumns, shortened) => {
  expect(shorten(text, maxColumns)).toBe(shortened);
});
