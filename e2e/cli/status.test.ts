import { beforeAll, describe, expect, test } from 'vitest';
import { interruptWaiting } from './testing/interrupt-waiting.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

beforeAll(() => terminal.signIn('sam'));

const valid = { verdict: { kind: 'valid' } };

describe('usher status', () => {
  test('asks about every account and access token, and answers 0 when all are valid', async () => {
    expect(await terminal.must(['status'])).toMatch(
      /^sam +Cabin +classic …\S{4} +valid, just now$/m,
    );
    expect(await terminal.json(['status'])).toMatchObject({
      accounts: [{ username: 'sam', ...valid, servers: [{ name: 'Cabin', ...valid }, valid] }],
    });
  });

  test('answers 3 when a server cannot be asked, which says nothing against its token', async () => {
    await terminal.plex.server('Cabin').stop();
    const run = await terminal.usher(['status', '--json']);
    await terminal.plex.server('Cabin').start();
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({
      accounts: [{ ...valid, servers: [{ name: 'Cabin', verdict: { kind: 'unknown' } }, valid] }],
    });
  });

  test('answers 1 when a server takes no token of this kind, which it was asked about', async () => {
    const { plex } = terminal;
    const listed = await fetch(`${plex.baseUrl}/api/v2/resources`, {
      headers: {
        Accept: 'application/json',
        'X-Plex-Token': plex.grantToken('sam'),
        'X-Plex-Client-Identifier': 'test',
      },
    });
    const jwt = plex.grantJwt('sam');
    const list = (await listed.json()) as readonly { readonly name: string }[];
    const withJwt = list.map((one) => (one.name === 'Cabin' ? { ...one, accessToken: jwt } : one));
    const action = { status: 200, body: JSON.stringify(withJwt) };
    const fault = plex.faults.add({ match: { path: '/api/v2/resources' }, action });
    const run = await terminal.usher(['status', '--json']);
    plex.faults.remove(fault);
    const reason = 'server.jwtRefused';
    expect(JSON.parse(run.stdout)).toMatchObject({
      accounts: [{ ...valid, servers: [{ verdict: { kind: 'unknown', reason } }, valid] }],
    });
    expect(run.code).toBe(1);
  });

  test('answers 3 without a network, and takes nothing proved before for news', async () => {
    const run = await terminal.usher(['status', '--json'], {
      env: { USHER_PLEX_URL: 'http://127.0.0.1:9' },
    });
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({
      accounts: [{ verdict: { kind: 'unknown', reason: 'network.offline' } }],
    });
  });

  test.each([['status'], ['servers', 'sam'], ['devices', 'sam'], ['account', 'sam']])(
    'ended by Ctrl-C while Plex is asked, %s %s answers nothing',
    async (...args) => {
      expect(await interruptWaiting(terminal, args)).toEqual({ code: 130, stdout: '', stderr: '' });
    },
  );

  test('answers 4 when the keychain is locked', async () => {
    await terminal.keyring.lock();
    const run = await terminal.usher(['status']);
    await terminal.keyring.unlock();
    expect(run.code).toBe(4);
    expect(run.stdout).toContain('can’t be checked: The keychain didn’t return the token');
  });

  test('answers 1 when a token is rejected', async () => {
    terminal.plex.revokeAll('sam');
    const run = await terminal.usher(['status']);
    expect(run.code).toBe(1);
    expect(run.stdout).toMatch(/^sam +- +classic …\S{4} +rejected, just now$/m);
  });
});
