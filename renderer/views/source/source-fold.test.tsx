import { fireEvent, screen, within } from '@solidjs/testing-library';
import { Show } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { TransientTokenId } from '../../../shared/model/ids.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { SourceDevice } from '../../../shared/model/source.ts';
import type { State } from '../../../shared/model/state.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { useUsher } from '../../state/use-usher.ts';
import { SourceFold } from './source-fold.tsx';

const accountId = testData.accountId('account-1');
const serverId = testData.serverId('server-1');
const other = testData.server({ id: testData.serverId('b'.repeat(40)), name: 'Cellar' });

const toggle = () => screen.getByRole('button', { name: 'Advanced' });
const withOpened = (ui: Parameters<typeof renderWithUsher>[0], state: Partial<State>) => {
  const rendered = renderWithUsher(ui, state);
  fireEvent.click(toggle());
  return rendered;
};
const show = (change: Partial<ServerSummary> = {}, tokens: readonly TransientTokenSummary[] = []) =>
  withOpened(
    () => {
      const usher = useUsher();
      const server = () => usher.state.servers[0]?.servers.find(({ id }) => id === serverId);
      return <Show when={server()}>{(present) => <SourceFold server={present()} />}</Show>;
    },
    {
      accounts: [testData.account()],
      tokens,
      servers: [
        {
          accountId,
          servers: [testData.server(change), other],
          refreshedAt: Date.now(),
          isRefreshing: false,
          error: null,
        },
      ],
    },
  );
const field = () => screen.getByRole('combobox', { name: 'Source' });
const type = (value: string) => fireEvent.input(field(), { target: { value } });
const ask = () => fireEvent.click(screen.getByRole('button', { name: 'Resolve' }));
const choices = async () => {
  fireEvent.keyDown(screen.getByRole('button', { name: 'More options' }), { key: 'Enter' });
  return (await screen.findAllByRole('menuitemradio')).map(({ textContent }) => textContent);
};
const choose = async (name: string) => {
  await choices();
  fireEvent.keyDown(screen.getByRole('menuitemradio', { name }), { key: 'Enter' });
};
const device = (change: Partial<SourceDevice> = {}): SourceDevice => ({
  name: 'Cellar',
  clientIdentifier: other.id,
  token: { id: testData.sourceTokenId('token-1'), kind: 'transient', lastFour: '195a' },
  connections: [
    {
      uri: 'https://192-0-2-5.abc.plex.direct:32400',
      protocol: 'https',
      address: '192.0.2.5',
      port: 32400,
      kind: 'local',
    },
  ],
  ...change,
});

describe('resolving a source', () => {
  it.each<[Partial<ServerSummary>, RegExp]>([
    [{ version: '1.14.1.5488-cc260c476' }, /Requires version 1\.15\.4 or later/],
    [{ ownership: 'shared' }, /Only for the server’s owner/],
  ])('says why it is closed, and stays it: %o', (change, reason) => {
    show(change);
    expect(screen.getByText(reason).id).toBe(toggle().getAttribute('aria-describedby'));
    expect(toggle().getAttribute('aria-expanded')).toBe('false');
    expect(screen.queryByRole('button', { name: 'Resolve' })).toBeNull();
  });

  it('offers the known servers by name', async () => {
    const { bridge } = show();
    bridge.answer('server.askSource', () => new Promise(() => undefined));
    fireEvent.click(field());
    fireEvent.click(screen.getByRole('option', { name: 'Cellar' }));
    await choose('Skip the server’s cache');
    ask();
    expect(bridge.calls('server.askSource')).toEqual([
      {
        ...{ accountId, serverId, source: `server://${other.id}`, refresh: true },
        transientTokenId: null,
      },
    ]);
  });

  it('asks with a transient token of the server that is valid, where the person chooses one', async () => {
    const rejected = { kind: 'rejected', rejectedAt: testData.now } as const;
    const { bridge } = show({}, [
      testData.token(),
      testData.token({ id: testData.tokenId('2'), verdict: rejected }),
      testData.token({ id: testData.tokenId('3'), remainingMs: 0 }),
      testData.token({ id: testData.tokenId('4'), serverId: other.id }),
      testData.token({ id: testData.tokenId('5'), accountId: testData.accountId('account-2') }),
    ]);
    bridge.answer('server.askSource', () => err({ code: 'network.offline' }));
    const cache = ['Use the server’s cache', 'Skip the server’s cache'];
    expect(await choices()).toEqual([
      'Use the access token',
      'Use transient token …9f3c',
      ...cache,
    ]);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    const askWith = async (): Promise<TransientTokenId | null | undefined> => {
      fireEvent.click(await screen.findByRole('button', { name: 'Resolve' }));
      return bridge.calls('server.askSource').at(-1)?.transientTokenId;
    };
    type('provider://x');
    expect(await askWith()).toBeNull();
    await choose('Use transient token …9f3c');
    const hint = document.getElementById(field().getAttribute('aria-describedby') ?? '');
    expect(hint?.textContent).toBe('Use transient token …9f3c');
    expect(await askWith()).toBe('token-1');
    bridge.emit({ tokens: [testData.token({ verdict: rejected })] });
    expect(await choices()).toEqual(cache);
    fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' });
    expect(await askWith()).toBeNull();
  });

  it.each(['', 'plex://x', 'server://a b', '<script>', 'provider://'])(
    'refuses “%s” at the field, says the form it should have, and asks nobody',
    (text) => {
      const { bridge } = show();
      type(text);
      ask();
      expect(field().getAttribute('aria-invalid')).toBe('true');
      expect(screen.getByRole('alert').textContent).toMatch(
        /Choose a server|has the form server:\/\//,
      );
      expect(document.activeElement).toBe(field());
      expect(bridge.calls('server.askSource')).toEqual([]);
      type('provider://tv.plex.provider.epg');
      expect(field().getAttribute('aria-invalid')).toBeNull();
    },
  );

  it('puts a missing beginning right with one press', () => {
    show();
    type('tv.plex.provider.epg');
    ask();
    fireEvent.click(screen.getByRole('button', { name: 'Use this' }));
    expect(field()).toHaveProperty('value', 'provider://tv.plex.provider.epg');
  });

  it('shows each device with its addresses and its masked token, which main copies and reveals', async () => {
    const { bridge, announced } = show();
    bridge.answer('server.askSource', ({ source }) =>
      ok({
        accountId,
        serverId,
        source,
        askedAt: Date.now(),
        devices: [
          device(),
          device({
            clientIdentifier: 'c'.repeat(40),
            token: { id: testData.sourceTokenId('token-2'), kind: 'transient', lastFour: '7e01' },
            connections: [],
          }),
          device({ name: null, clientIdentifier: null, token: null, connections: [] }),
        ],
      }),
    );
    bridge.answer('secret.copy', () => ok({ kind: 'copied' }));
    bridge.answer('secret.reveal', () => ok({ secret: 'zzSecret', visibleMs: 10_000 }));
    type('  provider://x  ');
    ask();
    const first = within(await screen.findByRole('region', { name: 'Cellar (…bbbbbb)' }));
    expect(bridge.calls('server.askSource')[0]?.source).toBe('provider://x');
    expect(first.getByText(other.id)).toBeDefined();
    expect(first.getByText(/•+195a/)).toBeDefined();
    expect(first.getByText('https://192-0-2-5.abc.plex.direct:32400')).toBeDefined();
    const second = within(screen.getByRole('region', { name: 'Cellar (…cccccc)' }));
    expect(second.getByText(/•+7e01/)).toBeDefined();
    expect(second.getByText('No address in the answer.')).toBeDefined();
    const third = within(screen.getByRole('region', { name: 'Unnamed device' }));
    expect(third.getByText('None in the answer')).toBeDefined();
    expect(announced.at(-1)).toBe('The server returned 3 devices.');
    const secret = { kind: 'source', tokenId: 'token-2' };
    fireEvent.click(
      second.getByRole('button', { name: 'Copy transient token for Cellar (…cccccc)' }),
    );
    expect(bridge.calls('secret.copy')).toEqual([{ secret, form: 'raw' }]);
    fireEvent.click(second.getByRole('button', { name: /^Reveal/ }));
    expect(await second.findByText('zzSecret')).toBeDefined();
    expect(bridge.calls('secret.reveal')).toEqual([{ secret }]);
  });

  it('says when the server knows no device', async () => {
    const { bridge } = show();
    bridge.answer('server.askSource', ({ source }) =>
      ok({ accountId, serverId, source, askedAt: Date.now(), devices: [] }),
    );
    type('provider://x');
    ask();
    expect(await screen.findByText('Nothing found')).toBeDefined();
  });

  it('takes what the server does not know for an empty answer, and for no failure', async () => {
    const { bridge } = show();
    bridge.answer('server.askSource', () => err({ code: 'source.notFound' }));
    type('provider://x');
    ask();
    expect(await screen.findByText('Nothing found')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says why the server did not answer, and keeps what was typed', async () => {
    const { bridge } = show();
    bridge.answer('server.askSource', () => err({ code: 'server.notOwner' }));
    type('provider://x');
    ask();
    expect((await screen.findByRole('alert')).textContent).toContain('Only the owner can do this');
    expect(field()).toHaveProperty('value', 'provider://x');
  });

  it('has main ask before the question goes over plain HTTP, and then asks the server the same', async () => {
    const { bridge } = show();
    const uri = 'http://192.0.2.5:32400';
    bridge.answer('server.askSource', () => err({ code: 'server.insecure', uri }));
    bridge.answer('server.allowPlainHttp', () => {
      bridge.answer('server.askSource', ({ source }) =>
        ok({ accountId, serverId, source, askedAt: Date.now(), devices: [device()] }),
      );
      return ok(null);
    });
    type('provider://x');
    ask();
    expect(await screen.findByText(/•+195a/)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
    const [first, second] = bridge.calls('server.askSource');
    expect(second).toEqual(first);
  });
});
