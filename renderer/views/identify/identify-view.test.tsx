import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { FoundToken, TokenFinding } from '../../../shared/model/identification.ts';
import type { AppTokenId, FoundTokenId } from '../../../shared/model/ids.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { useUsher } from '../../state/use-usher.ts';
import { IdentifyView } from './identify-view.tsx';

const now = testData.now;
const accountFinding: Extract<TokenFinding, { kind: 'account' }> = {
  kind: 'account',
  provedAt: now,
  account: {
    uuid: 'u',
    title: 'Maja Lind',
    username: 'maja',
    email: 'maja@example.org',
    hasPlexPass: true,
    isRestricted: false,
    here: null,
  },
  servers: [
    { id: testData.serverId('a'), name: 'Attic', isOwned: true, ownerName: null },
    { id: testData.serverId('c'), name: 'Cabin', isOwned: false, ownerName: 'sam' },
  ],
  device: {
    name: 'Bedroom',
    product: 'Plex for LG',
    platform: 'webOS',
    lastSeenAt: now,
    isServer: false,
    isHere: false,
  },
};
const found = (change: Partial<FoundToken> = {}): FoundToken => ({
  id: 'found-1' as FoundTokenId,
  token: { kind: 'classic', lastFour: 'x7Qd' },
  place: { field: 'X-Plex-Token', label: null, host: null },
  jwt: null,
  finding: accountFinding,
  mintedAs: null,
  appToken: null,
  ...change,
});
const state = (tokens: readonly FoundToken[]) => ({
  tokens,
  isCutOff: false,
  remainingMs: 600_000,
});
function ViewAndRoute(): JSX.Element {
  const usher = useUsher();
  return (
    <>
      <IdentifyView />
      <output>{usher.route().view}</output>
    </>
  );
}
const show = (...tokens: FoundToken[]) => showWithMinted([], ...tokens);
const showWithMinted = (minted: readonly TransientTokenSummary[], ...tokens: FoundToken[]) =>
  renderWithUsher(ViewAndRoute, {
    accounts: [testData.account()],
    tokens: minted,
    identification: state(tokens),
  });
const field = () => screen.getByRole('textbox', { name: 'Token or text' });
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const identify = () => press('Identify');
const type = (text: string) => {
  press('Type or paste');
  fireEvent.input(field(), { target: { value: text } });
};
const openMenu = async () => {
  fireEvent.keyDown(
    screen.getByRole('button', { name: 'More actions for the token ending in x7Qd' }),
    { key: 'Enter' },
  );
  await screen.findByRole('menu');
  return screen.getAllByRole('menuitem').map(({ textContent }) => textContent);
};

describe('pasting a text', () => {
  it('hands it to main once, and leaves nothing of it', () => {
    const { bridge } = show();
    bridge.answer('identify.ask', () => new Promise(() => undefined));
    type('X-Plex-Token: zzFAKE');
    const before = field();
    identify();
    expect(bridge.calls('identify.ask')).toEqual([{ text: 'X-Plex-Token: zzFAKE' }]);
    expect(before).toHaveProperty('value', '');
    expect(before.isConnected).toBe(false);
    expect(document.body.innerHTML).not.toContain('zzFAKE');
    expect(document.activeElement?.textContent).toBe('Type or paste');
  });

  it('is done by Control and Enter too', () => {
    const { bridge } = show();
    type('a text');
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    expect(bridge.calls('identify.ask')).toEqual([{ text: 'a text' }]);
  });

  it('needs a text, and asks nobody without one', () => {
    const { bridge } = show();
    press('Type or paste');
    expect(document.activeElement).toBe(field());
    identify();
    expect(screen.getByRole('alert').textContent).toBe('Paste something first.');
    expect(bridge.calls('identify.ask')).toEqual([]);
    fireEvent.keyDown(field(), { key: 'Escape' });
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('can be left to main, which looks at the clipboard', async () => {
    const { bridge, announced } = show();
    bridge.answer('identify.askClipboard', () => ok(state([found(), found()])));
    press('Use clipboard');
    await waitFor(() => expect(announced).toContain('2 tokens found'));
  });

  it('by the keys that paste is left to main too, but in a field', () => {
    const { bridge } = show();
    bridge.answer('identify.askClipboard', () => ok(state([])));
    type('');
    fireEvent.paste(field());
    expect(bridge.calls('identify.askClipboard')).toEqual([]);
    fireEvent.paste(document.body);
    expect(bridge.calls('identify.askClipboard')).toEqual([{}]);
  });

  it('takes a text that is dropped on it', () => {
    const { bridge } = show();
    bridge.answer('identify.ask', () => new Promise(() => undefined));
    const zone = screen.getByRole('group', { name: 'Paste or drop text' });
    const getData = (kind: string): string => (kind === 'text/plain' ? 'a text' : '');
    fireEvent.drop(zone, { dataTransfer: { getData } });
    expect(bridge.calls('identify.ask')).toEqual([{ text: 'a text' }]);
  });

  it('says when nothing was found in it, and what to paste', async () => {
    const { bridge } = show();
    bridge.answer('identify.ask', () => err({ code: 'identify.nothingFound' }));
    type('hello');
    identify();
    expect((await screen.findByRole('alert')).textContent).toContain('No token found');
  });
});

describe('what is told of a token', () => {
  const card = () => within(screen.getByRole('region'));
  const isolates = /[\u2068\u2069]/g;
  const plain = (text: string) => text.replaceAll(isolates, '');
  const title = () => plain(card().getByRole('heading').textContent);

  it('account, risk, servers, device and end, masked', () => {
    show(found());
    expect(title()).toBe('Account token of Maja Lind');
    for (const text of [
      'Full account access',
      'maja@example.org',
      'Given to Bedroom (Plex for LG).',
      'Maja Lind on plex.tv, Attic, and Cabin (shared by sam)',
    ]) {
      expect(plain(document.body.textContent)).toContain(text);
    }
    expect(card().getByText(/^No expiry/)).toBeDefined();
    expect(card().getByText('••••x7Qd')).toBeDefined();
  });

  it.each<[string, Partial<FoundToken>, string, string]>([
    [
      'a server’s own',
      {
        finding: {
          ...accountFinding,
          device: {
            name: 'Attic',
            product: null,
            platform: null,
            lastSeenAt: null,
            isServer: true,
            isHere: false,
          },
        },
      },
      'Attic’s own sign-in token',
      'Full account access',
    ],
    [
      'a transient one',
      {
        token: { kind: 'transient', lastFour: '9f3c' },
        finding: {
          kind: 'server',
          provedAt: now,
          server: { id: testData.serverId('a'), name: 'Attic', isOwned: true, ownerName: null },
          accessTokenOf: null,
        },
      },
      'Transient token for Attic',
      'Access to one server',
    ],
    [
      'a claim code',
      { token: { kind: 'claim', lastFour: 'abcd' }, finding: { kind: 'claimCode' } },
      'Claim code, not a token',
      'Not sent',
    ],
    [
      'a local token',
      { token: { kind: 'local', lastFour: 'abcd' }, finding: { kind: 'localToken' } },
      'Local token of a media server',
      'Not sent',
    ],
    [
      'a refused one',
      { finding: { kind: 'refused', refusedAt: now, byPlex: true, servers: [] } },
      'Plex doesn’t accept it',
      'Rejected',
    ],
    [
      'one that could not be checked',
      { finding: { kind: 'unknown', reason: 'network.offline', servers: [] } },
      'Couldn’t be checked',
      'Not checked',
    ],
    ['one that is being asked about', { finding: { kind: 'asking' } }, 'Checking…', 'Checking…'],
  ])('%s', (_kind, change, expected, verdict) => {
    show(found(change));
    expect(title()).toBe(expected);
    expect(card().getAllByText(verdict).length).toBeGreaterThan(0);
  });

  it('a JWT’s claims, and when it ends', () => {
    const expiresAt = Date.UTC(2026, 11, 1);
    show(
      found({
        token: { kind: 'jwt', lastFour: 'abcd' },
        jwt: {
          algorithm: 'EdDSA',
          keyId: 'key-1',
          issuer: 'plex.tv',
          issuedAt: now,
          expiresAt,
          claims: { iss: 'plex.tv', user: { id: 1 }, '<b>': null },
        },
      }),
    );
    expect(card().getByText('{"id":1}')).toBeDefined();
    expect(card().getByText('<b>')).toBeDefined();
    expect(card().getByText(/2026/)).toBeDefined();
  });

  it('with forty servers and any name, as text and in bounds', () => {
    const servers = Array.from({ length: 40 }, (_, index) => ({
      id: testData.serverId(`${index}`),
      name: `<img src=x> ${'مرحبا 🎬 '.repeat(30)}${index}`,
      isOwned: true,
      ownerName: null,
    }));
    show(found({ finding: { ...accountFinding, servers } }));
    expect(document.querySelector('img')).toBeNull();
    expect(card().getByText(/and 28 more$/)).toBeDefined();
  });

  it('as the app token of a program, with the way to it, and not to be added as an account', () => {
    show(found({ appToken: { id: 'app' as AppTokenId, name: 'Kometa' } }));
    const text = card().getByRole('heading').textContent.replaceAll(isolates, '');
    expect(text).toBe('Kometa’s app token');
    fireEvent.click(card().getByRole('button', { name: /^More actions/ }));
    expect(screen.queryByRole('menuitem', { name: 'Add as account' })).toBeNull();
    fireEvent.keyDown(document.activeElement ?? document.body, { key: 'Escape' });
    fireEvent.click(card().getByRole('button', { name: 'Show in Apps' }));
    expect(screen.getByRole('status', { name: '' }).textContent).toBe('apps');
  });

  describe('when it is one that was minted here', () => {
    const minted = testData.token({ serverName: 'Attic' });
    const it9f3c = found({
      token: minted.token,
      mintedAs: minted.id,
      finding: {
        kind: 'server',
        provedAt: now,
        server: { id: minted.serverId, name: 'Attic', isOwned: true, ownerName: null },
        accessTokenOf: null,
      },
    });

    it('with its server, its account, what is left of it, and the way to the list', () => {
      showWithMinted([minted], it9f3c);
      const text = card().getByRole('heading').textContent.replaceAll(isolates, '');
      expect(text).toBe('Your transient token for Attic');
      expect(card().getByText(/^Valid · \d+ h$/)).toBeDefined();
      expect(card().getByText(/^Minted as \u2068Maja Lind\u2069\./)).toBeDefined();
      expect(card().getByText(/or when the server restarts/).textContent).toMatch(/2026|2027/);
      expect(card().queryByRole('button', { name: 'Check again' })).toBeNull();
      fireEvent.click(card().getByRole('button', { name: 'Show in Tokens' }));
      expect(screen.getByRole('status', { name: '' }).textContent).toBe('tokens');
    });

    it('as rejected, as run out, and as any other once it is off the list', () => {
      const { bridge } = showWithMinted([minted], it9f3c);
      bridge.emit({
        tokens: [
          {
            ...minted,
            verdict: { kind: 'rejected', rejectedAt: now, because: 'serverRestarted' },
          },
        ],
      });
      expect(card().getByText('No longer valid')).toBeDefined();
      bridge.emit({ tokens: [{ ...minted, remainingMs: 0 }] });
      expect(card().getByText('Expired')).toBeDefined();
      bridge.emit({ tokens: [] });
      expect(title()).toBe('Transient token for Attic');
    });
  });

  it('as each is asked about, to readers too', () => {
    const { bridge, announced } = show(found({ finding: { kind: 'asking' } }));
    bridge.emit({ identification: state([found()]) });
    expect(announced.join().replaceAll(isolates, '')).toContain(
      'Token ending in x7Qd: Account token of Maja Lind.',
    );
  });
});

describe('what can be done with a token', () => {
  it('keeping it says first what that means, and that to sign in is better', async () => {
    const { bridge } = show(found());
    bridge.answer('identify.keep', () => err({ code: 'token.rejected' }));
    press('Add as account');
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/shared with \u2068Bedroom\u2069/)).toBeDefined();
    expect(bridge.calls('identify.keep')).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Add anyway' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('no longer accepts');
    expect(bridge.calls('identify.keep')).toEqual([{ foundTokenId: 'found-1' }]);
    fireEvent.click(dialog.getByRole('button', { name: 'Sign in instead' }));
    expect(screen.getByText('signIn')).toBeDefined();
  });

  it('keeping is told to replace the token of an account that is here', async () => {
    const here = { accountId: testData.accountId('account-1'), isSameToken: false };
    show(found({ finding: { ...accountFinding, account: { ...accountFinding.account, here } } }));
    expect(screen.getByRole('button', { name: 'Open account' })).toBeDefined();
    expect(await openMenu()).toEqual(['Add as account', 'Forget']);
    fireEvent.keyDown(screen.getByRole('menuitem', { name: 'Add as account' }), { key: 'Enter' });
    expect(await screen.findByText(/replaces the one Usher has/)).toBeDefined();
  });

  it('is not offered for a server’s own token, but to sign in, and why is said', async () => {
    const device =
      accountFinding.device === null ? null : { ...accountFinding.device, isServer: true };
    show(found({ finding: { ...accountFinding, device } }));
    expect(screen.getByText(/can’t be added as an account/)).toBeDefined();
    expect(await openMenu()).toEqual(['Forget']);
    press('Sign in instead');
    expect(screen.getByText('signIn')).toBeDefined();
  });

  it('of a server that an account here has leads to it', () => {
    const accountId = testData.accountId('account-1');
    const here = { accountId, isSameToken: false };
    const device =
      accountFinding.device === null
        ? null
        : { ...accountFinding.device, name: 'Attic', isServer: true };
    const { bridge, usher } = show(
      found({
        finding: { ...accountFinding, device, account: { ...accountFinding.account, here } },
      }),
    );
    const attic = testData.server({ id: testData.serverId('a'), name: 'Attic' });
    bridge.emit({
      servers: [
        { accountId, servers: [attic], refreshedAt: now, isRefreshing: false, error: null },
      ],
    });
    fireEvent.click(screen.getByRole('button', { name: /^Open \W?Attic/ }));
    expect(usher.route()).toEqual({ view: 'server', accountId, serverId: attic.id });
  });

  it('is not offered for what is no token of an account, nor for the very token that is here', () => {
    const here = { accountId: testData.accountId('account-1'), isSameToken: true };
    show(
      found({ finding: { kind: 'claimCode' } }),
      found({
        id: 'found-2' as FoundTokenId,
        finding: { ...accountFinding, account: { ...accountFinding.account, here } },
      }),
    );
    expect(screen.queryByRole('button', { name: 'Add as account' })).toBeNull();
    expect(screen.getByRole('button', { name: 'Open account' })).toBeDefined();
  });

  it('one that was not asked about since a wait is kept says so, in the words of a verdict', () => {
    show(found({ finding: { kind: 'unknown', reason: 'plex.rateLimited', servers: [] } }));
    expect(screen.getByText(/Plex is limiting requests/)).toBeDefined();
    expect(screen.queryByText(/Too many requests/)).toBeNull();
  });

  it('it can be asked about again, and forgotten', async () => {
    const { bridge } = show(found({ finding: { kind: 'unknown', reason: null, servers: [] } }));
    press('Check again');
    expect(bridge.calls('identify.askAgain')).toEqual([{ foundTokenId: 'found-1' }]);
    await openMenu();
    fireEvent.keyDown(screen.getByRole('menuitem', { name: 'Forget' }), { key: 'Enter' });
    expect(bridge.calls('identify.forget')).toEqual([{ foundTokenId: 'found-1' }]);
  });

  it('several can be forgotten at once', () => {
    const { bridge } = show(found(), found({ id: 'found-2' as FoundTokenId }));
    press('Forget all');
    expect(bridge.calls('identify.forget')).toEqual([{ foundTokenId: null }]);
  });
});
