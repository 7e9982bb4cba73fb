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
  await screen.findByRole('region', { name: 'Security' });
  return view;
};
/** The fields one by one, those too of which Plex told nothing. */
const showFields = async (details: AccountDetails) => {
  const view = await showDetails(details);
  fireEvent.click(screen.getByRole('button', { name: 'Data' }));
  fireEvent.click(screen.getByRole('button', { name: /^Show \d+ empty fields?$/ }));
  return view;
};
const filterFields = (value: string) =>
  fireEvent.input(screen.getByRole('searchbox', { name: 'Filter fields' }), { target: { value } });
const linesOf = (tile: string): readonly (string | null)[] =>
  [...screen.getByRole('region', { name: tile }).querySelectorAll('p')].map(
    ({ textContent }) => textContent,
  );
const valueOf = (label: string): string | null | undefined =>
  [...document.querySelectorAll('dt')].find(({ textContent }) => textContent === label)
    ?.nextElementSibling?.textContent;

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
    expect(await screen.findByRole('region', { name: 'Security' })).toBeDefined();
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
      fireEvent.click(screen.getByRole('radio', { name: 'JSON' }));
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
    expect(valueOf('Stored in')).toBe('System keychain only');
    expect(valueOf('Type')).toBe('Classic (no expiry)');
  });

  it('says why nothing can be shown, and asks again when told to', async () => {
    const { bridge, open } = show();
    bridge.answer('account.load', () => err({ code: 'network.offline' }));
    open();
    expect((await screen.findByRole('alert')).textContent).toContain('Can’t reach Plex');
    bridge.answer('account.load', () => ok(testDetails()));
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('region', { name: 'Security' })).toBeDefined();
  });

  it('keeps what Plex last said when asking again fails, also after leaving and coming back', async () => {
    const { bridge, open, leave } = await showDetails(
      testDetails({ plexPass: { ...testDetails().plexPass, plan: 'lifetime' } }),
    );
    bridge.answer('account.load', () => err({ code: 'network.timeout', limitMs: 10_000 }));
    leave();
    open();
    expect((await screen.findByRole('alert')).textContent).toContain('took too long');
    expect(linesOf('Plex Pass')[0]).toBe('Lifetime');
  });

  it('tells how old it is where there is no network, in one line and as no error', async () => {
    const { bridge } = await showDetails(testDetails());
    bridge.answer('account.load', () => err({ code: 'network.offline' }));
    fireEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(await screen.findByText(/^Offline\. Showing data from/)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says once that Plex signed it out, leads to a new sign-in, and gives the dead token away no more', async () => {
    const verdict = { kind: 'rejected', rejectedAt: testData.now } as const;
    const { bridge, open } = show(testData.account({ verdict }));
    bridge.answer('account.load', () => err({ code: 'token.rejected' }));
    open();
    await expect.poll(() => screen.queryByRole('status', { name: /loading account/i })).toBeNull();
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(screen.getByRole('alert').textContent).toContain('was signed out');
    expect(screen.getByRole('button', { name: 'Sign in again' })).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Copy account token of Maja Lind' }));
    expect(bridge.calls('secret.copy')).toEqual([]);
    expect(screen.queryByRole('button', { name: /^Reveal/ })).toBeNull();
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

  it('links another device for this account, from its menu', async () => {
    const { bridge } = await showDetails(testDetails());
    bridge.answer('device.link', () => ok(null));
    fireEvent.keyDown(screen.getByRole('button', { name: 'More for Maja Lind' }), { key: 'Enter' });
    fireEvent.keyDown(await screen.findByRole('menuitem', { name: 'Link a device' }), {
      key: 'Enter',
    });
    const dialog = within(await screen.findByRole('dialog'));
    expect(dialog.getByText('Maja Lind')).toBeDefined();
    fireEvent.input(dialog.getByRole('textbox', { name: 'Code' }), { target: { value: 'ab12' } });
    fireEvent.click(dialog.getByRole('button', { name: 'Approve' }));
    expect(await screen.findByText('The device is linked')).toBeDefined();
    expect(bridge.calls('device.link')).toMatchObject([{ accountId }]);
  });

  it('says that the account is gone once it was signed out', async () => {
    const { bridge } = await showDetails(testDetails());
    bridge.emit({ accounts: [] });
    expect(screen.getByText('This account is no longer here')).toBeDefined();
  });
});

describe('the profile of an account', () => {
  it('is titled by the friendly name, and tells the user name below it', async () => {
    await showDetails(
      testDetails({ identity: { ...testDetails().identity, friendlyName: 'Maja of the Hill' } }),
    );
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Maja of the Hill');
    expect(screen.getByText('Maja Lind', { selector: 'bdi' })).toBeDefined();
  });

  it('says in three lines each how its Plex Pass, its security and its subscriptions stand', async () => {
    const nothing = testDetails();
    await showDetails(
      testDetails({
        identity: { ...nothing.identity, isEmailConfirmed: true },
        security: { ...nothing.security, hasPassword: true, twoFactorEnabled: true },
        home: { ...nothing.home, isMember: true, isProtected: true },
        plexPass: {
          ...nothing.plexPass,
          active: true,
          plan: 'lifetime',
          subscribedAt: Date.UTC(2019, 4, 6, 12),
          features: ['home', 'sync'],
        },
        subscriptions: [testPeriod({ mode: 'lifetime', state: 'active' })],
      }),
    );
    expect(linesOf('Plex Pass')).toEqual([
      'Lifetime',
      'Active since May 6, 2019',
      '2 features included',
    ]);
    expect(linesOf('Security')).toEqual([
      'Two-factor is on',
      'Password set, Home PIN set',
      'Email confirmed',
    ]);
    expect(linesOf('Subscriptions')).toEqual([
      'Nothing to renew',
      'Lifetime Plex Pass doesn’t expire',
      'No other subscriptions',
    ]);
  });

  it('tells when the first of its subscriptions renews, or ends', async () => {
    const period = (change: Parameters<typeof testPeriod>[0]) =>
      testPeriod({ type: 'plexpass', isActive: true, ...change });
    const renewing = period({ mode: 'yearly', renewsAt: Date.UTC(2027, 1, 3, 12) });
    const ending = period({ mode: 'monthly', isCanceled: true, endsAt: Date.UTC(2026, 1, 3, 12) });
    const { unmount } = await showDetails(testDetails({ subscriptions: [ending, renewing] }));
    expect(linesOf('Subscriptions')).toEqual([
      'Renews Feb 3, 2027',
      'Plex Pass, Yearly',
      '1 other subscription',
    ]);
    unmount();
    await showDetails(testDetails({ subscriptions: [ending] }));
    expect(linesOf('Subscriptions').slice(0, 2)).toEqual([
      'Ends Feb 3, 2026',
      'Plex Pass, Monthly',
    ]);
  });

  it('claims nothing that Plex did not tell', async () => {
    await showDetails(testDetails());
    expect(linesOf('Plex Pass')).toEqual(['Plex didn’t say']);
    expect(linesOf('Security')).toEqual(['Plex didn’t say']);
    expect(linesOf('Plex Home')).toEqual(['Plex didn’t say']);
    expect(linesOf('Subscriptions')).toEqual(['No subscription']);
  });

  it('tells who is in its Home, itself first', async () => {
    const view = show();
    const member = (title: string, isSelf = false) => ({
      uuid: title,
      title,
      username: '',
      avatarPath: null,
      kind: 'managed' as const,
      restrictionProfile: null,
      isProtected: false,
      isSelf,
    });
    view.bridge.answer('account.load', () =>
      ok(testDetails({ home: { ...testDetails().home, isMember: true, size: 3, maxSize: 15 } })),
    );
    view.bridge.answer('home.load', () =>
      ok({
        accountId,
        askedAt: Date.now(),
        name: 'Lind’s Home',
        members: [member('Edith'), member('Maja', true), member('Juno')],
      }),
    );
    view.open();
    await screen.findByText('Lind’s Home');
    expect(linesOf('Plex Home').map((line) => line?.replace(/[\u2068\u2069]/gu, ''))).toEqual([
      'Lind’s Home',
      '3 of 15 users',
      'You, Edith, and Juno',
    ]);
  });

  it('leads from a tile to the fields it is made of', async () => {
    await showDetails(testDetails());
    fireEvent.click(screen.getByRole('button', { name: 'Details' }));
    expect(document.activeElement?.textContent).toBe('Subscriptions and trials');
  });
});

describe('what Plex says of an account', () => {
  it('reads “not given” wherever Plex gave nothing', async () => {
    await showFields(testDetails());
    for (const label of ['Name', 'Email', 'Two-factor', 'Plan', 'Size', 'Mailing list']) {
      expect(valueOf(label), label).toBe('not given');
    }
    expect(screen.getByText('None in the record.')).toBeDefined();
  });

  it('is put in words where the words are known, and shown as sent where not', async () => {
    const nothing = testDetails();
    await showFields(
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
    await showFields(
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
    await showFields(testDetails({ plexPass: { ...testDetails().plexPass, features } }));
    expect(valueOf('Features')).toBe('72 featuresShow');
    expect(screen.queryByText('feature-7')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Show features' }));
    expect(screen.getByText('feature-7')).toBeDefined();
    filterFields('FEATURE-71');
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
    await showFields(
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
      const row = screen.getByText(name).parentElement?.parentElement;
      if (row === null || row === undefined) throw new Error(`${name} stands alone`);
      return [...row.querySelectorAll('dl > div')].map(({ textContent }) => textContent);
    };
    expect(factsOf('Subscription, Yearly')).toEqual([
      'ActiveYes',
      'SinceFeb 3, 20201580731200',
      'RenewsFeb 3, 20271801656000',
      'Paid throughbraintree',
      'Features1 featureShow',
    ]);
    fireEvent.click(screen.getByRole('button', { name: 'Show features' }));
    expect(screen.getByText('webhooks')).toBeDefined();
    expect(factsOf('Subscription, Lifetime')).toEqual([
      'EndedFeb 3, 20211612353600',
      'Possible changesReactivate, Upgrade',
      'Transferpending',
      'Payment methodPlex’s number 31',
    ]);
    expect(factsOf('Subscription, Monthly')).toEqual([
      'EndsFeb 3, 20281833192000',
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
    const { unmount } = await showFields(
      testDetails({ askedAt, pastSubscriptions: { at, list: [] }, trials: { at, list: [trial] } }),
    );
    expect(section().textContent).toContain('No past subscription listed. As of Mar 3, 2026');
    expect(valueOf('kind')).toBe('{"of":"plexpass"}');
    expect(valueOf('endsAt')).toBe('Jun 18, 20121340000000');
    unmount();
    await showFields(testDetails({ askedAt, trials: { at: askedAt, list: [] } }));
    expect(section().textContent).toContain(
      'PastPlex shares this only when you sign in with your password',
    );
    expect(section().textContent).toContain('No trial listed');
    expect(section().textContent).not.toContain('As of');
  });

  it('tells that a service has a token or a secret, and never shows one', async () => {
    await showFields(
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
    expect(valueOf('lyricfind')).toBe('online, token, secrethttps://lyricfind.example.invalid');
    expect(valueOf('epg')).toBe('No details');
  });

  it('shows what is given, and the rest when asked to', async () => {
    const nothing = testDetails();
    await showDetails(
      testDetails({
        identity: { ...nothing.identity, country: 'NZ', email: 'maja@example.invalid' },
      }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Data' }));
    expect(valueOf('Country')).toBe('New ZealandNZ');
    expect(valueOf('Locale')).toBeUndefined();
    expect(screen.getByText('4 of 11')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: /^Show \d+ empty fields$/ }));
    expect(valueOf('Locale')).toBe('not given');
    fireEvent.click(screen.getByRole('button', { name: /^Hide \d+ empty fields$/ }));
    expect(valueOf('Locale')).toBeUndefined();
  });

  it('finds a field by its name, its words and by what Plex sent, and says when there is none', async () => {
    const nothing = testDetails();
    await showDetails(
      testDetails({ identity: { ...nothing.identity, country: 'NZ', username: 'maja' } }),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Data' }));
    for (const wanted of ['country', 'zealand', 'nz']) {
      filterFields(wanted);
      expect(valueOf('Country'), wanted).toBe('New ZealandNZ');
      expect(valueOf('Username'), wanted).toBeUndefined();
    }
    filterFields('nowhere');
    expect(screen.getByText('No fields match')).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Clear filter' }));
    expect(valueOf('Username')).toBe('maja');
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
    await showFields(testDetails({ security }));
    expect(valueOf('Plex’s “remember” date')).toContain('What happens then isn’t documented.');
  });
});
