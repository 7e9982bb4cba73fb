import { beforeAll, describe, expect, test } from 'vitest';
import { useCommands } from './testing/commands.ts';

const commands = useCommands();

beforeAll(async () => {
  await commands.signIn('robin');
  await commands.signIn('sam');
});

interface Named {
  readonly name?: string;
  readonly username?: string;
}

describe('usher accounts', () => {
  test('lists the accounts that are signed in, each with its verdict', async () => {
    const text = await commands.must(['accounts']);
    expect(text).toMatch(/^ACCOUNT +USERNAME +EMAIL +TOKEN +STATUS$/m);
    expect(text).toMatch(/^robin +robin +robin@\S+ +classic …\S{4} +valid, just now$/m);
    expect(text).toMatch(/^sam /m);
  });

  test('lists them as JSON, tokens masked', async () => {
    const { accounts } = (await commands.json(['accounts'])) as { accounts: unknown[] };
    expect(accounts).toMatchObject([
      {
        username: 'robin',
        hasPlexPass: true,
        token: { kind: 'classic', lastFour: expect.stringMatching(/^.{4}$/) as string },
        verdict: { kind: 'valid', provedAt: expect.stringMatching(/^\d{4}-.*Z$/) as string },
      },
      { username: 'sam' },
    ]);
  });
});

describe('usher account', () => {
  test('shows what Plex holds of the account that is named, by any beginning of its name', async () => {
    const text = await commands.must(['account', 'rob']);
    expect(text).toMatch(/^email: robin@/m);
    expect(text).toMatch(/^subscription$/m);
  });

  test('shows what only the sign-in with a password told, and of when that is', async () => {
    const run = await commands.usher(['account', 'robin']);
    expect(run.code).toBe(0);
    expect(run.stdout).toMatch(/^pastSubscriptions$/m);
    expect(run.stdout).toMatch(/^ +canReactivate: true$/m);
    expect(run.stdout).toMatch(/^ +paymentMethodId: 310001$/m);
    expect(run.stdout).toMatch(/^trials$/m);
    expect(run.stderr).toMatch(/^Past subscriptions and trials are as of \w{3} \d/m);
    const answer = await commands.json(['account', 'robin']);
    expect(answer).toMatchObject({
      account: {
        subscriptions: [
          {
            mode: 'lifetime',
            active: true,
            subscribedAt: '2019-05-06T07:08:09.000Z',
            paymentService: 'braintree',
            features: ['sync', 'webhooks'],
          },
        ],
        pastSubscriptions: {
          toldAt: expect.stringMatching(/^\d{4}-.*Z$/) as string,
          list: [
            {
              mode: 'yearly',
              canceled: true,
              canReactivate: true,
              endsAt: '2019-05-05T23:46:40.000Z',
            },
            { mode: 'monthly', canReactivate: false, transfer: null },
          ],
        },
        trials: { list: [{ type: 'plexpass', state: 'ended' }] },
      },
    });
  });

  test('shows it as JSON, secrets removed', async () => {
    const answer = await commands.json(['account', 'robin']);
    expect(answer).toMatchObject({ account: { record: { username: 'robin' } } });
    for (const { value } of commands.plex.secrets.list()) {
      expect(JSON.stringify(answer)).not.toContain(value);
    }
  });

  test('without a name is wrong use where there is more than one account, and lists them', async () => {
    const run = await commands.usher(['account']);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain('More than one account. Specify one:');
    expect(run.stderr).toMatch(/^ {2}robin \(robin@/m);
  });

  test('of a name that nobody has is wrong use, in JSON too', async () => {
    const run = await commands.usher(['account', 'nobody', '--json']);
    expect(run.code).toBe(2);
    expect(JSON.parse(run.stdout)).toMatchObject({
      error: { code: 'account.notFound', wanted: 'nobody' },
    });
    expect(run.stderr).toContain('No account named “nobody”.');
  });

  test('says that Plex cannot be reached', async () => {
    commands.plex.faults.add({ match: { path: '/api/v2/user' }, action: { status: 503 } });
    const run = await commands.usher(['account', 'robin', '--json']);
    commands.plex.faults.clear();
    expect(run.code).toBe(3);
    expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'plex.unavailable' } });
  });
});

describe('usher servers', () => {
  test('lists the servers of all accounts, or of one', async () => {
    const all = await commands.must(['servers']);
    expect(all).toMatch(/^Attic +robin +you +online +1\.43\.2\S+ +classic …\S{4}$/m);
    const { servers } = (await commands.json(['servers', 'sam'])) as { servers: Named[] };
    expect(servers.map(({ name }) => name)).toEqual(['Cabin', 'Loft']);
  });
});
