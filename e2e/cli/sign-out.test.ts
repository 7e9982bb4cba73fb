import { beforeAll, describe, expect, test } from 'vitest';
import { noHttp } from './testing/no-http.ts';
import { changeEntries, readIndex } from './testing/stored.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

beforeAll(async () => {
  terminal.plex.settings.oneTokenPerClient = true;
  await terminal.signIn('robin');
});

describe('usher sign-out says no more than Plex did', () => {
  test('where a Home user went and the account did not', async () => {
    await terminal.signIn('edith');
    const { accounts } = (await terminal.json(['accounts'])) as {
      accounts: readonly { readonly id: string; readonly username: string }[];
    };
    const robin = accounts.find(({ username }) => username === 'robin');
    await changeEntries(terminal, 'accounts', (entries) =>
      entries.map((entry) =>
        'username' in entry && entry.username === 'edith' ? { ...entry, homeOf: robin?.id } : entry,
      ),
    );
    // Edith's token is asked about once more, and meanwhile Plex has enough.
    const { faults, requests } = terminal.plex;
    const path = '/api/v2/user';
    requests.clear();
    const held = faults.add({ match: { path }, action: { hold: true } });
    const started = terminal.start(['sign-out', 'robin']);
    await expect.poll(() => requests.list().some((one) => one.path === path)).toBe(true);
    faults.add({ match: { method: 'DELETE' }, action: { status: 429 } });
    faults.remove(held);
    const run = await started.ended;
    faults.clear();
    expect(run).toMatchObject({ code: 1, stdout: '' });
    expect(run.stderr).toContain(
      'Only Home users were removed: Edith. To remove it without Plex: usher sign-out --local\n',
    );
    expect((await readIndex(terminal)).accounts).toHaveLength(1);
  });

  test('where it confirmed the revocation and then answered nothing clear', async () => {
    terminal.plex.faults.add({
      match: { path: '/api/v2/user' },
      action: noHttp(999),
    });
    const run = await terminal.usher(['sign-out', 'robin', '--json']);
    terminal.plex.faults.clear();
    expect(run.code).toBe(0);
    expect(JSON.parse(run.stdout)).toMatchObject({ isRevoked: true, isProved: false });
  });

  test('and says it to a person too', async () => {
    await terminal.signIn('sam');
    terminal.plex.faults.add({
      match: { path: '/api/v2/user' },
      action: noHttp(999),
    });
    const run = await terminal.usher(['sign-out', 'sam']);
    terminal.plex.faults.clear();
    expect(run).toMatchObject({ code: 0, stdout: '' });
    expect(run.stderr).toMatch(
      /^Signed out of sam\..* Plex said it revoked the token, but gave no clear answer .* look for Usher in Authorized Devices at Plex\.\n$/,
    );
  });
});
