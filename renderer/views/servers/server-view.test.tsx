import { cleanup, fireEvent, screen, waitFor } from '@solidjs/testing-library';
import { describe, expect, it, vi } from 'vitest';
import type { ConnectionSummary, ServerSummary } from '../../../shared/model/server.ts';
import { defaultSettings, type State } from '../../../shared/model/state.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { ServerView } from './server-view.tsx';

const accountId = testData.accountId('account-1');
const serverId = testData.serverId('server-1');
const connection = (change: Partial<ConnectionSummary> = {}): ConnectionSummary => ({
  uri: 'https://192-0-2-5.abc.plex.direct:32400',
  address: '192.0.2.5',
  port: 32400,
  kind: 'local',
  isSecure: true,
  isExposed: false,
  isIPv6: false,
  isAdded: false,
  certificate: null,
  state: { kind: 'untried' },
  ...change,
});
const safe = { version: '1.43.0.1-abcdef0' };
const listOf = (change: Partial<ServerSummary>): State['servers'] => [
  {
    accountId,
    servers: [testData.server({ ...safe, ...change })],
    refreshedAt: Date.now(),
    isRefreshing: false,
    error: null,
  },
];
const show = (
  change: Partial<ServerSummary> = {},
  tokens: readonly TransientTokenSummary[] = [],
) => {
  const rendered = renderWithUsher(() => <ServerView accountId={accountId} serverId={serverId} />, {
    accounts: [testData.account()],
    servers: listOf(change),
    tokens,
  });
  for (const name of ['Connection', 'Details'])
    fireEvent.click(screen.getByRole('button', { name }));
  return rendered;
};

const settle = () => new Promise((resolve) => setTimeout(resolve));

describe('an address that the person added', () => {
  const uri = 'http://192.0.2.5:32400';

  it('is marked, and can be removed; one of Plex can’t', async () => {
    const { bridge, announced } = show({
      connections: [connection(), connection({ uri, isAdded: true })],
    });
    expect(screen.getAllByText('Added by you')).toHaveLength(1);
    bridge.answer('server.removeAddress', () => ok(null));
    fireEvent.click(screen.getByRole('button', { name: /^Remove address/ }));
    await settle();
    expect(bridge.calls('server.removeAddress')).toEqual([{ accountId, serverId, uri }]);
    expect(announced.at(-1)).toBe(`Removed address ${uri}.`);
  });

  it('is added on the page of its server, which need not be shown then', async () => {
    const { bridge } = show({ connections: [] });
    fireEvent.click(screen.getByRole('button', { name: 'Add an address' }));
    bridge.answer('server.addAddress', () =>
      ok({ serverId, serverName: 'Attic', uri, certificate: null, isNew: true }),
    );
    const field = screen.getByLabelText('Address of the server');
    fireEvent.input(field, { target: { value: uri } });
    fireEvent.submit(field);
    await settle();
    expect(bridge.calls('server.addAddress')).toEqual([{ accountId, address: uri }]);
    const dialog = screen.getByRole('dialog', { name: 'Add an address' });
    expect(dialog.textContent).toContain(`Added an address of Attic.`);
    expect(screen.queryByRole('button', { name: 'Show server' })).toBeNull();
  });

  it('that is removed hands the focus on: to the next one, else to the last, else to the heading', async () => {
    const added = (name: string): ConnectionSummary =>
      connection({ uri: `http://${name}:32400`, isAdded: true });
    let all = [added('first'), connection(), added('second'), added('third')];
    const { bridge, announced } = show({ connections: all });
    bridge.answer('server.removeAddress', ({ uri: removed }) => {
      all = all.filter((one) => one.uri !== removed);
      bridge.emit({ servers: listOf({ connections: all }) });
      return ok(null);
    });
    const remove = async (name: string): Promise<void> => {
      const button = screen.getByRole('button', { name: removeName(name) });
      button.focus();
      fireEvent.click(button);
      await waitFor(() => expect(announced.at(-1)).toContain(name));
    };
    const removeName = (name: string): string => `Remove address http://${name}:32400`;
    const focused = () => document.activeElement;
    await remove('first');
    expect(focused()).toBe(screen.getByRole('button', { name: removeName('second') }));
    await remove('third');
    expect(focused()).toBe(screen.getByRole('button', { name: removeName('second') }));
    await remove('second');
    expect(focused()).toBe(screen.getByRole('button', { name: 'Connection' }));
  });

  it('shows which certificate it is confirmed for, and what to do when another answers', () => {
    const pinned = { uri: 'https://192.0.2.5:32400', isAdded: true, certificate: 'AB:CD' };
    const reason = 'network.otherCertificate';
    const failed = { kind: 'failed', reason, elapsedMs: 9, failedAt: Date.now() } as const;
    show({ connections: [connection(pinned)] });
    expect(screen.getByRole('listitem').textContent).toMatch(/only the certificate.*AB:CD/);
    cleanup();
    show({ connections: [connection({ ...pinned, state: failed })] });
    const row = screen.getByRole('listitem').textContent;
    expect(row).toContain('Certificate has changed');
    expect(row).toMatch(/remove the address and add it again.*AB:CD/);
  });

  it('that could not be removed says why', async () => {
    const { bridge } = show({ connections: [connection({ uri, isAdded: true })] });
    bridge.answer('server.removeAddress', () => err({ code: 'profile.readOnly' } as const));
    fireEvent.click(screen.getByRole('button', { name: /^Remove address/ }));
    expect(await screen.findByRole('alert')).toBeDefined();
  });
});

describe('a server’s page', () => {
  it('says plainly that a transient token may do all that the account may', () => {
    show();
    expect(screen.getByText('Full access for up to 48 hours')).toBeDefined();
  });

  it('copies a token with its button', () => {
    const { bridge } = show();
    bridge.answer('server.copyToken', () => new Promise(() => undefined));
    fireEvent.click(screen.getByRole('button', { name: 'Mint & copy: Attic' }));
    expect(bridge.calls('server.copyToken')).toEqual([{ accountId, serverId, mode: 'reuse' }]);
  });

  it('lists its own transient tokens, and no other’s', () => {
    show({}, [
      testData.token({ token: { kind: 'transient', lastFour: 'aaaa' } }),
      testData.token({
        id: testData.tokenId('other'),
        serverId: testData.serverId('elsewhere'),
        token: { kind: 'transient', lastFour: 'bbbb' },
      }),
    ]);
    expect(screen.getByText(/•+aaaa/)).toBeDefined();
    expect(screen.queryByText(/•+bbbb/)).toBeNull();
  });

  it('shows each address with its kind, its security and what trying it showed', () => {
    show({
      connections: [
        connection({
          state: {
            kind: 'proved',
            elapsedMs: 11.6,
            provedAt: Date.now(),
            isFoundByName: false,
          },
        }),
        connection({
          uri: 'http://192.0.2.5:32400',
          isSecure: false,
          isExposed: true,
          kind: 'remote',
          state: {
            kind: 'failed',
            reason: 'connection.wrongServer',
            elapsedMs: 4_960,
            failedAt: Date.now() - 180_000,
          },
        }),
        connection({ uri: 'https://relay.example', kind: 'relay' }),
      ],
      routeUri: connection().uri,
    });
    const rows = screen
      .getAllByRole('listitem')
      .map((row) => row.textContent)
      .filter((text) => text.includes('://'));
    expect(rows[0]).toMatch(/LocalEncryptedUsed lastAnswered 12 ms$/);
    expect(rows[1]).toMatch(/RemoteUnencrypted \(HTTP\)Another server answered$/);
    expect(rows[2]).toMatch(/RelayEncryptedNot checked/);
    expect(screen.getByText(/^Usher checks each address/).textContent).toContain(
      'Checked just now.',
    );
  });

  it('tells which address was found without DNS', () => {
    const proved = { kind: 'proved', elapsedMs: 9, provedAt: Date.now() } as const;
    show({
      connections: [
        connection({ state: { ...proved, isFoundByName: true } }),
        connection({ uri: 'https://attic.example', state: { ...proved, isFoundByName: false } }),
      ],
    });
    const told = screen.getAllByText(/DNS gave no address for this name/);
    expect(told.map((each) => each.closest('li')?.textContent)).toEqual([
      expect.stringContaining(connection().uri),
    ]);
  });

  it('checks the addresses when asked to', () => {
    const { bridge } = show({ connections: [connection()] });
    bridge.answer('server.tryConnections', () => ok(null));
    fireEvent.click(screen.getByRole('button', { name: 'Test all addresses' }));
    expect(bridge.calls('server.tryConnections')).toEqual([{ accountId, serverId }]);
  });

  it('warns before minting where it matters', () => {
    show({ isOnline: false, accessToken: null, version: '1.42.2.10156-f737b826c' });
    expect(
      screen.getByText(/Plex reports this server as offline · This server has no/),
    ).toBeDefined();
    expect(screen.getByText(/CVE-2025-69414/)).toBeDefined();
  });

  it.each([
    ['1.42.0.9999-abc', ['CVE-2025-69414', 'CVE-2025-34158']],
    ['1.42.1.10060-abc', ['CVE-2025-69414']],
    ['1.42.2.10157', []],
    [null, []],
  ])('marks where a token is shared what version %s lets happen to it', (version, holes) => {
    show({ version });
    // Each with a link to what is published of it.
    const told = [...document.querySelectorAll('p')].map(({ textContent }) => textContent).join();
    expect(told.match(/CVE-\d+-\d+/g) ?? []).toEqual(holes);
  });

  it('does not warn without a reason', () => {
    show({ version: '1.42.2.10157' });
    expect(screen.queryByText(/CVE-2025-69414|offline|no access token/)).toBeNull();
  });

  it('lives with nothing known', () => {
    show({
      version: null,
      platform: null,
      platformVersion: null,
      device: null,
      publicAddress: null,
      lastSeenAt: null,
      createdAt: null,
      ownerName: null,
      ownership: 'shared',
    });
    const labels = screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(labels).toEqual([
      'Access',
      'Machine identifier',
      'Access token',
      'Last verified',
      'Secure connections',
    ]);
    expect(screen.getAllByText('Plex lists no address for this server.')).toHaveLength(2);
  });

  it('says in a line how the server is reached and what it is', () => {
    const proved = { kind: 'proved', elapsedMs: 48, provedAt: 1, isFoundByName: false } as const;
    show({ connections: [connection({ state: proved })], platform: 'Linux' });
    const line = (name: string) =>
      screen.getByRole('button', { name }).closest('div')?.textContent ?? '';
    expect(line('Connection')).toContain('Local · 48 msEncrypted');
    expect(line('Details')).toContain('Linux 12PC');
  });

  it('shows six details, and the others with one press more', () => {
    vi.useFakeTimers({ toFake: ['Date'], now: testData.now });
    show();
    const labels = () => screen.getAllByRole('term').map(({ textContent }) => textContent);
    expect(labels()).toHaveLength(6);
    expect(screen.getByText('Last seen').parentElement?.textContent).toContain('Today, ');
    fireEvent.click(screen.getByRole('button', { name: 'Show 5 more' }));
    expect(labels()).toHaveLength(11);
    expect(screen.getByText('Added').parentElement?.textContent).toContain('Nov 14');
    fireEvent.click(screen.getByRole('button', { name: 'Show fewer' }));
    expect(labels()).toHaveLength(6);
    vi.useRealTimers();
  });

  it('unfolds what there is more', () => {
    cleanup();
    renderWithUsher(() => <ServerView accountId={accountId} serverId={serverId} />, {
      accounts: [testData.account()],
      servers: listOf({ connections: [connection(), connection({ uri: 'https://two.example' })] }),
    });
    expect(screen.queryByText(/two\.example/)).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'All 2 addresses' }));
    expect(screen.getByText(/two\.example/)).toBeDefined();
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Connection' }));
  });

  it('says so when the server has left the list', () => {
    const { bridge } = show();
    bridge.emit({
      servers: [
        {
          accountId,
          servers: [],
          refreshedAt: Date.now(),
          isRefreshing: false,
          error: null,
        },
      ],
    });
    expect(screen.getByText('This server is no longer listed')).toBeDefined();
  });
});

describe('a server that only plain HTTP leads to', () => {
  const uri = 'http://192.0.2.5:32400';
  const exposed = connection({ uri, isSecure: false, isExposed: true });
  const insecure = () => err({ code: 'server.insecure', uri } as const);
  const mint = () => fireEvent.click(screen.getByRole('button', { name: 'Mint & copy: Attic' }));
  const setting = () => screen.queryByRole('checkbox', { name: 'Allow unencrypted connections' });

  it('is minted on only after main has asked the person, without a question of its own', async () => {
    const { bridge } = show({ connections: [exposed] });
    let answer = (_result: Result<null>): void => undefined;
    const answered = new Promise<Result<null>>((resolve) => (answer = resolve));
    bridge.answer('server.copyToken', insecure);
    bridge.answer('server.allowPlainHttp', () => answered);
    mint();
    await settle();
    expect(bridge.calls('server.allowPlainHttp')).toEqual([
      { accountId, serverId, isAllowed: true },
    ]);
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Minting…' }));
    expect(bridge.calls('server.copyToken')).toHaveLength(1);

    bridge.answer('server.copyToken', () =>
      ok({ kind: 'minted', because: null, token: testData.token() }),
    );
    answer(ok(null));
    expect(await screen.findByText('Copied')).toBeDefined();
    expect(bridge.calls('server.copyToken')).toHaveLength(2);
    expect(bridge.calls('server.allowPlainHttp')).toHaveLength(1);
  });

  it('is left alone when they say no', async () => {
    const { bridge } = show({ connections: [exposed] });
    bridge.answer('server.copyToken', insecure);
    bridge.answer('server.allowPlainHttp', () => err({ code: 'question.declined' }));
    mint();
    await settle();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(bridge.calls('server.copyToken')).toHaveLength(1);
  });

  it('says why the answer could not be kept', async () => {
    const { bridge } = show({ connections: [exposed] });
    bridge.answer('server.copyToken', insecure);
    bridge.answer('server.allowPlainHttp', () => err({ code: 'profile.full' }));
    mint();
    expect((await screen.findByRole('alert')).textContent).toContain('The disk is full');
    expect(bridge.calls('server.copyToken')).toHaveLength(1);
  });

  it('stays as it was when they say no to the setting', async () => {
    const { bridge } = show({ connections: [exposed] });
    bridge.answer('server.allowPlainHttp', () => err({ code: 'question.declined' }));
    const box = setting() as HTMLInputElement;
    fireEvent.click(box);
    await settle();
    expect(box.checked).toBe(false);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('shows the decision on its page, where it is taken back', () => {
    const { bridge } = show({ connections: [exposed] });
    bridge.answer('server.allowPlainHttp', () => ok(null));
    const box = setting() as HTMLInputElement;
    expect(box.checked).toBe(false);
    bridge.emit({ settings: { ...defaultSettings, insecureServerIds: [serverId] } });
    expect(box.checked).toBe(true);
    fireEvent.click(box);
    expect(bridge.calls('server.allowPlainHttp')).toEqual([
      { accountId, serverId, isAllowed: false },
    ]);
    expect(box.checked).toBe(false);
    bridge.emit({ settings: defaultSettings });
    expect(box.checked).toBe(false);
  });

  it('offers no such decision where there is nothing to decide', () => {
    show({ connections: [connection(), connection({ uri: 'http://127.0.0.1', isSecure: false })] });
    expect(setting()).toBeNull();
  });

  it('offers none where the server wants https', () => {
    show({ connections: [exposed], isHttpsRequired: true });
    expect(setting()).toBeNull();
  });
});
