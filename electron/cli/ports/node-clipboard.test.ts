import { expect, test } from 'vitest';
import { windowsProgram } from './node-clipboard.ts';

test('a program of Windows is named by its whole path', () => {
  expect(windowsProgram('clip.exe', { SystemRoot: 'D:\\Win' })).toBe('D:\\Win\\System32\\clip.exe');
  expect(windowsProgram('clip.exe', {})).toBe('C:\\Windows\\System32\\clip.exe');
});
