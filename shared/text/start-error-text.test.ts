import { expect, test } from 'vitest';
import { startErrorText } from './start-error-text.ts';

test.each([
  [{ code: 'profile.busy' }, /at work in \/home\/robin\/Usher .*End it/],
  [{ code: 'profile.readOnly' }, /in \/home\/robin\/Usher and could not .*belongs to you/],
  [{ code: 'profile.full' }, /disk is not full/],
  [{ code: 'profile.failed' }, /it is a folder/],
  [{ code: 'profile.notLocked' }, /lock a file in \/home\/robin\/Usher.*disk of this computer/],
  [{ code: 'profile.noLocks' }, /Linux with glibc, macOS or Windows/],
  [
    { code: 'start.switchRefused', names: ['load-extension', 'proxy-server'] },
    /start with --load-extension, --proxy-server\. .*Start Usher without it/,
  ],
  [{ code: 'internal', reference: '0a1b2c3d' }, /logs\/usher\.log, under the reference 0a1b2c3d/],
  [{ code: 'internal', reference: 'none' }, /could not be written to the log either/],
] as const)('a start that ends with %o is told what to do', (error, words) => {
  expect(startErrorText(error, '/home/robin/Usher').detail).toMatch(words);
});
