import { expect, test } from 'vitest';
import type { AccountId } from '../../../shared/model/ids.ts';
import { wordFor } from './devices.ts';

const id = 'a1b2' as AccountId;

test.each([
  ['Robin M.', "'Robin M.'", "'Robin M.'"],
  ["Robin's", "'Robin'\\''s'", id],
  ['a" & calc', `'a" & calc'`, id],
])(
  'an account titled %j is one word to the shell, and on Windows to a batch file behind it',
  (title, elsewhere, onWindows) => {
    expect(wordFor({ id, title }, 'linux')).toBe(elsewhere);
    expect(wordFor({ id, title }, 'win32')).toBe(onWindows);
  },
);
