import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { resolvePageFile } from './page-files.ts';

const folder = resolve('/opt/usher/renderer');

describe('the app:// scheme', () => {
  test('serves files of the page', () => {
    expect(resolvePageFile(folder, 'app://usher/assets/index.js')).toBe(
      resolve(folder, 'assets/index.js'),
    );
  });

  test.each([
    'app://usher/%2e%2e%2fmain.cjs',
    'app://usher/assets/..%2f..%2fmain.cjs',
    'app://usher/..%5cmain.cjs',
    'app://usher/%00',
    'app://usher/%E0%A4%A',
    'app://other/index.html',
    'file:///etc/passwd',
    'https://usher/index.html',
    'app://usher',
    '',
  ])('serves nothing outside of its folder: %s', (address) =>
    expect(resolvePageFile(folder, address)).toBeNull(),
  );

  test.each(['app://usher/../main.cjs', 'app://usher/%2e%2e/main.cjs'])(
    'takes what a URL itself resolves as lying inside: %s',
    (address) => expect(resolvePageFile(folder, address)).toBe(resolve(folder, 'main.cjs')),
  );
});
