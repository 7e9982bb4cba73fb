import { afterEach, beforeEach, expect, test } from 'vitest';
import { interruptWaiting } from './testing/interrupt-waiting.ts';
import { changeEach, changeEntries, isWhole, keychainKeys, readIndex } from './testing/stored.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

beforeEach(() => terminal.signIn('sam'));
afterEach(async () => {
  await terminal.usher(['sign-out']);
  expect(await keychainKeys(terminal)).toEqual([]);
});

const daysAgo = (days: number): number => Date.now() - days * 86_400_000;

test('what ran out a day ago is dropped by the next command that asks Plex, and until then not listed', async () => {
  for (let count = 0; count < 3; count += 1) await terminal.must(['mint', 'Cabin']);
  await changeEach(terminal, 'transientTokens', { mintedAt: daysAgo(5), expiresAt: daysAgo(3) });
  expect(await terminal.json(['tokens'])).toEqual({ tokens: [] });
  await terminal.must(['mint', 'Cabin']);
  expect((await readIndex(terminal)).transientTokens).toHaveLength(1);
  expect(await keychainKeys(terminal)).toHaveLength(2);
  expect(await isWhole(terminal)).toBe(true);
});

const cutShort = { isSigningOut: true, isRevoking: true, signingOutBy: 'a run that ended' };

test('a sign-out that was cut short is finished before the next command', async () => {
  await terminal.must(['mint', 'Cabin']);
  await changeEach(terminal, 'accounts', cutShort);
  const run = await terminal.usher(['mint', 'Cabin']);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('Finished removing sam');
  expect(await keychainKeys(terminal)).toEqual([]);
  expect(await terminal.json(['accounts'])).toEqual({ accounts: [] });
});

test('one that cannot be finished without Plex leaves the account, and is told of', async () => {
  await changeEach(terminal, 'accounts', cutShort);
  const env = { USHER_PLEX_URL: 'http://127.0.0.1:9' };
  const run = await terminal.usher(['servers'], { env });
  expect(run.code).toBe(3);
  expect(run.stderr).toContain('Signing out of sam was interrupted');
  expect(await terminal.must(['servers'])).toContain('Cabin');
});

test('a command that is interrupted meanwhile does not go on to what it was told', async () => {
  await terminal.signIn('edith');
  await changeEntries(terminal, 'accounts', ([sam, edith]) => [
    { ...sam, ...cutShort },
    { ...edith },
  ]);
  const match = { path: '/api/v2/users/signout' };
  const run = await interruptWaiting(terminal, ['sign-out', 'edith', '--local'], { match });
  expect(run).toEqual({ code: 130, stdout: '', stderr: '' });
  expect(await terminal.json(['accounts'])).toMatchObject({
    accounts: [{ username: 'sam' }, { username: 'edith' }],
  });
  await terminal.must(['sign-out', 'edith']);
});
