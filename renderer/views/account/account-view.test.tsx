import { fireEvent, screen, within } from '@solidjs/testing-library';
import { createSignal, Show } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { AccountDetails } from '../../../shared/model/account.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { AccountView } from './account-view.tsx';
import { testDetails, testPeriod } from './test-details.ts';

const accountId = testData.accountId('account-1');

/** The view opens once main's answers are set, and can be left and opened again. */
const show = (account = testData.account()) => {
  const [isOpen, setIsOpen] = createSignal(false);
  const rendered = renderWithUsher(
    () => (
      <Show when={isOpen()}>
        <AccountView accountId={accountId} />
      </Show>
    ),
    { accounts: [account] },
  );
  return { ...rendered, open: () => setIsOpen(true), leave: () => setIsOpen(false) };
};
const showDetails = async (details: AccountDetails) => {
  const view = show();
  view.bridge.answer('account.load', () => ok(details));
  view.open();
  await screen.findByRole('region', { name: 'Identity' });
  return view;
};
const valueOf = (label: string): string | null | undefined =>
  screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;

describe('the account page', () => {
  it('asks Plex for the account when it opens, and shows a placeholder until the answer', async () => {
    const { bridge, open } = show();
    let answer: (() => void) | undefined;
    bridge.answer(
      'account.load',
      () => new Promise((resolve) => (answer = () => resolve(ok(testDetails())))),
    );
    open();
    expect(bridge.calls('account.load')).toEqual([{ accountId, mayBeOfSignIn: true }]);
    expect(screen.getByRole('status', { name: /loading account/i })).toBeDefined();
    answer?.();
    expect(await screen.findByRole('region', { name: 'Identity' })).toBeDefined();
  });

  it('asks anew when told to, and takes no answer of a sign-in for it', async () => {
    const { bridge } = await showDetails(testDetails());
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(bridge.calls('account.load').slice(1)).toEqual([{ accountId }]);
  });

  it.each([
    { answerTo: 'signIn', asksAgain: true },
    { answerTo: 'user', asksAgain: false },
  ] as const)(
    'asks for the whole record when that is looked at and $answerTo was answered: $asksAgain',
    async ({ answerTo, asksAgain }) => {
      const { bridge } = await showDetails(testDetails({ answerTo, record: { id: 1 } }));
      bridge.answer('account.load', () => ok(testDetails({ record: { settings: 'all' } })));
      fireEvent.click(screen.getByRole('button', { name: 'Data' }));
      await screen.findByRole('treeitem', { name: asksAgain ? /settings/ : /id/ });
      expect(bridge.calls('account.load').slice(1)).toEqual(asksAgain ? [{ accountId }] : []);
    },
  );

  it('shows the token masked, its verdict and where it is kept, without waiting for Plex', () => {
    const { bridge, open } = show();
    bridge.answer('account.load', () => new Promise(() => undefined));
    open();
    expect(screen.getByText(/•+x7Qd/)).toBeDefined();
    expect(screen.getByText('Valid')).toBeDefined();
    expect(valueOf('Kept in')).toBe('System keychain');
    expect(valueOf('Kind')).toBe('Classic (no expiry)');
  });

  it('says why nothing can be shown, and asks again when told to', async () => {
    const { bridge, open } = show();
    bridge.answer('account.load', () => err({ code: 'network.offline' }));
    open();
    expect((await screen.findByRole('alert')).textContent).toContain('Can’t reach Plex');
    bridge.answer('account.load', () => ok(testDetails()));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'Identity' })).toBeDefined();
  });

  it('keeps what Plex last said when asking again fails, also after leaving and coming back', async () => {
    const { bridge, open, leave } = await showDetails(testDetails({ roles: ['plexpass'] }));
    bridge.answer('account.load', () => err({ code: 'network.timeout', limitMs: 10_000 }));
    leave();
    open();
    expect((await screen.findByRole('alert')).textContent).toContain('took too long');
    expect(screen.getByText('plexpass')).toBeDefined();
  });

  it('offers to sign in again when Plex rejects the token', async () => {
    const { bridge, open } = show();
    bridge.answer('account.load', () => err({ code: 'token.rejected' }));
    open();
    expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeDefined();
  });

  it.each(['vault.missing', 'vault.changed'] as const)(
    'offers a new token, or to do without the account, when the keychain has it no more: %s',
    async (code) => {
      const { bridge, open, announced } = show();
      bridge.answer('account.load', () => err({ code }));
      bridge.answer('account.removeLocally', () => ok(null));
      open();
      expect(await screen.findByRole('button', { name: 'Sign in again' })).toBeDefined();
      expect(screen.queryByRole('button', { name: 'Check keychain' })).toBeNull();
      fireEvent.click(screen.getByRole('button', { name: 'Remove from this computer' }));
      const dialog = within(await screen.findByRole('dialog'));
      expect(screen.getByRole('dialog').textContent).toContain('can’t revoke it');
      expect(bridge.calls('account.removeLocally')).toEqual([]);
      fireEvent.click(dialog.getByRole('button', { name: 'Remove from this computer' }));
      await expect.poll(() => announced.at(-1)).toContain('is removed from this computer');
      expect(bridge.calls('account.removeLocally')).toEqual([{ accountId }]);
    },
  );

  it('stays when its removal fails, and says why', async () => {
    const { bridge, open } = show();
    bridge.answer('account.load', () => err({ code: 'vault.missing' }));
    bridge.answer('account.removeLocally', () => err({ code: 'profile.readOnly' }));
    open();
    fireEvent.click(await screen.findByRole('button', { name: 'Remove from this computer' }));
    const dialog = within(await screen.findByRole('dialog'));
    fireEvent.click(dialog.getByRole('button', { name: 'Remove from this computer' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('Can’t save changes');
  });

  it.each([
    { code: 'vault.locked' },
    { code: 'vault.denied' },
    { code: 'vault.timeout' },
    { code: 'vault.failed' },
    { code: 'vault.unavailable', reason: 'noService' },
  ] as const)(
    'leads to the keychain doctor when the keychain is the trouble: $code',
    async (error) => {
      const { bridge, open } = show();
      bridge.answer('account.load', () => err(error));
      open();
      expect(await screen.findByRole('button', { name: 'Check keychain' })).toBeDefined();
      expect(screen.queryByRole('button', { name: 'Remove from this computer' })).toBeNull();
      expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Maja Lind');
    },
  );

  it('says that the account is gone once it was signed out', async () => {
    const { bridge } = await showDetails(testDetails());
    bridge.emit({ accounts: [] });
    expect(screen.getByText('This account is no longer here')).toBeDefined();
  });
});

describe('what Plex says of an account', () => {
  it('reads “not given” wherever Plex gave nothing', async () => {
    await showDetails(testDetails());
    for (const label of ['Name', 'Email', 'Two-factor', 'Plan', 'Size', 'Mailing list']) {
      expect(valueOf(label), label).toBe('not given');
    }
    expect(screen.getByText('No service in the record.')).toBeDefined();
  });

  it('is put in words where the words are known, and shown as sent where not', async () => {
    const nothing = testDetails();
    await showDetails(
      testDetails({
        identity: { ...nothing.identity, country: 'ZZ9', joinedAt: 9e15 },
        plexPass: { ...nothing.plexPass, plan: 'lifetime', status: 'Glimmering' },
        security: { ...nothing.security, twoFactorEnabled: false, hasPassword: true },
        profile: { ...nothing.profile, autoSelectSubtitle: 1, watchedIndicator: 77 },
        home: { ...nothing.home, isMember: false, size: 2, maxSize: 15 },
      }),
    );
    expect(valueOf('Country')).toBe('ZZ9');
    expect(valueOf('Joined')).toBe('9000000000000000');
    expect(valueOf('Plan')).toBe('Lifetime');
    expect(valueOf('Status')).toBe('Glimmering');
    expect(valueOf('Two-factor')).toBe('Off');
    expect(valueOf('Password')).toBe('Set');
    expect(valueOf('Subtitles')).toBe('With foreign audio');
    expect(valueOf('Unwatched indicator')).toBe('77');
    expect(valueOf('Member of a Home')).toBe('No');
    expect(valueOf('Size')).toBe('2 of 15');
  });

  it('shows names of any length and any sign as text', async () => {
    const hostile = `<img src=x onerror=alert(1)> \u202E مرحبا 🎭 ${'long '.repeat(60)}`;
    const nothing = testDetails();
    await showDetails(
      testDetails({ identity: { ...nothing.identity, title: hostile }, roles: [hostile] }),
    );
    expect(document.querySelector('img')).toBeNull();
    expect(valueOf('Name')).toBe(hostile);
    expect(screen.getAllByTitle(hostile, { exact: true, normalizer: (text) => text })).toHaveLength(
      2,
    );
  });

  it('keeps seventy features out of the way until they are wanted, and finds among them', async () => {
    const features = Array.from({ length: 72 }, (_, index) => `feature-${index}`);
    await showDetails(testDetails({ plexPass: { ...testDetails().plexPass, features } }));
    expect(valueOf('Features')).toBe('72 features');
    expect(screen.queryByText('feature-7')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show features' }));
    expect(screen.getByText('feature-7')).toBeDefined();
    fireEvent.input(screen.getByRole('searchbox', { name: 'Search features' }), {
      target: { value: 'FEATURE-71' },
    });
    expect(screen.queryByText('feature-7')).toBeNull();
    expect(screen.getByText('feature-71')).toBeDefined();
  });

  it('tells of each subscription what Plex told of it, and leaves out what it did not', async () => {
    const nothingPossible = {
      canReactivate: false,
      canUpgrade: false,
      canDowngrade: false,
      canConvert: false,
    };
    const billing = { paymentMethodId: null, hasInternalPaymentMethod: false };
    await showDetails(
      testDetails({
        subscriptions: [
          testPeriod({
            mode: 'yearly',
            isActive: true,
            subscribedAt: Date.UTC(2020, 1, 3, 12),
            renewsAt: Date.UTC(2027, 1, 3, 12),
            paymentService: 'braintree',
            features: ['webhooks'],
          }),
        ],
        pastSubscriptions: {
          at: Date.now(),
          list: [
            testPeriod({
              mode: 'lifetime',
              state: 'ended',
              endsAt: Date.UTC(2021, 1, 3, 12),
              ...nothingPossible,
              canReactivate: true,
              canUpgrade: true,
              transfer: 'pending',
              billing: { ...billing, paymentMethodId: '31' },
            }),
            testPeriod({
              mode: 'monthly',
              endsAt: Date.UTC(2028, 1, 3, 12),
              ...nothingPossible,
              billing,
            }),
            testPeriod({ mode: 'trial' }),
          ],
        },
      }),
    );
    const factsOf = (name: string): readonly (string | null)[] => {
      const row = screen.getByText(name).closest('li');
      if (row === null) throw new Error(`${name} is not in a list`);
      return [...row.querySelectorAll('dl > div')].map(({ textContent }) => textContent);
    };
    expect(factsOf('Subscription, Yearly')).toEqual([
      'ActiveYes',
      'SinceFeb 3, 2020',
      'RenewsFeb 3, 2027',
      'Paid throughbraintree',
    ]);
    const yearly = screen.getByText('Subscription, Yearly').closest('li');
    fireEvent.click(within(yearly ?? document.body).getByRole('button', { name: 'Show features' }));
    expect(screen.getByText('webhooks')).toBeDefined();
    expect(factsOf('Subscription, Lifetime')).toEqual([
      'EndedFeb 3, 2021',
      'Possible changesReactivate, Upgrade',
      'Transferpending',
      'Payment methodPlex’s number 31',
    ]);
    expect(factsOf('Subscription, Monthly')).toEqual([
      'EndsFeb 3, 2028',
      'Possible changesNone',
      'Payment methodNone',
    ]);
    expect(factsOf('Subscription, Trial')).toEqual([]);
  });

  it('tells of when the past is, that it was never told, and that there is none', async () => {
    const askedAt = Date.UTC(2026, 5, 15, 12);
    const at = Date.UTC(2026, 2, 3, 12);
    const trial = { state: 'ended', endsAt: 1_340_000_000, kind: { of: 'plexpass' } };
    const section = () => screen.getByRole('region', { name: 'Subscriptions and trials' });
    const { unmount } = await showDetails(
      testDetails({ askedAt, pastSubscriptions: { at, list: [] }, trials: { at, list: [trial] } }),
    );
    expect(section().textContent).toContain(
      'No past subscription listedAs Plex told on Mar 3, 2026',
    );
    expect(valueOf('kind')).toBe('{"of":"plexpass"}');
    expect(valueOf('endsAt')).toBe('Jun 18, 2012 (1340000000)');
    unmount();
    await showDetails(testDetails({ askedAt, trials: { at: askedAt, list: [] } }));
    expect(section().textContent).toContain(
      'PastPlex tells this when you sign in with your password',
    );
    expect(section().textContent).toContain('No trial listed');
    expect(section().textContent).not.toContain('As Plex told on');
  });

  it('tells that a service has a token or a secret, and never shows one', async () => {
    await showDetails(
      testDetails({
        services: [
          {
            identifier: 'lyricfind',
            endpoint: 'https://lyricfind.example.invalid',
            status: 'online',
            hasToken: true,
            hasSecret: true,
          },
          { identifier: 'epg', endpoint: null, status: null, hasToken: false, hasSecret: false },
        ],
      }),
    );
    const rows = within(screen.getByRole('table')).getAllByRole('row');
    expect(rows[1]?.textContent).toContain('token, secret');
    expect(rows[2]?.textContent).toBe('epg——');
  });

  it('says when a JWT ends, and that it has ended', async () => {
    const at = Date.now() + 3 * 86_400_000;
    const { bridge } = await showDetails(testDetails());
    expect(screen.queryByText('Ends')).toBeNull();
    const token = { kind: 'jwt', lastFour: 'abcd' } as const;
    const tellEnd = (remainingMs: number) =>
      bridge.emit({ accounts: [testData.account({ token, tokenEnd: { at, remainingMs } })] });
    tellEnd(at - Date.now());
    expect(screen.getByText('Ends').nextElementSibling?.textContent).toMatch(/^in (3 d 00 h|71 h)/);
    tellEnd(0);
    expect(screen.getByText('Ended')).toBeDefined();
  });

  it('calls Plex’s “remember” date what it is', async () => {
    const security = { ...testDetails().security, rememberExpiresAt: Date.UTC(2026, 5, 15, 12) };
    await showDetails(testDetails({ security }));
    expect(valueOf('Plex’s “remember” date')).toContain('What happens then is not documented.');
  });
});
