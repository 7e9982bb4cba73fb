import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { FoundToken, TokenFinding } from '../../../shared/model/identification.ts';
import type { FoundTokenId } from '../../../shared/model/ids.ts';
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
const identify = () => fireEvent.click(screen.getByRole('button', { name: 'Identify' }));

describe('pasting a text', () => {
  it('hands it to main once, and empties the field at once', () => {
    const { bridge } = show();
    bridge.answer('identify.ask', () => new Promise(() => undefined));
    const before = field();
    fireEvent.input(before, { target: { value: 'X-Plex-Token: zzFAKE' } });
    identify();
    expect(bridge.calls('identify.ask')).toEqual([{ text: 'X-Plex-Token: zzFAKE' }]);
    expect(field()).toHaveProperty('value', '');
    expect(before).toHaveProperty('value', '');
    expect(field()).not.toBe(before);
    expect(document.body.innerHTML).not.toContain('zzFAKE');
  });

  it('is done by Control and Enter too', () => {
    const { bridge } = show();
    fireEvent.input(field(), { target: { value: 'a text' } });
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true });
    expect(bridge.calls('identify.ask')).toEqual([{ text: 'a text' }]);
  });

  it('needs a text, and asks nobody without one', () => {
    const { bridge } = show();
    identify();
    expect(screen.getByRole('alert').textContent).toBe('Paste something first.');
    expect(bridge.calls('identify.ask')).toEqual([]);
  });

  it('can be left to main, which looks at the clipboard', async () => {
    const { bridge, announced } = show();
    bridge.answer('identify.askClipboard', () => ok(state([found(), found()])));
    fireEvent.click(screen.getByRole('button', { name: 'Use clipboard' }));
    await waitFor(() => expect(announced).toContain('2 tokens found'));
  });

  it('says when nothing was found in it, and what to paste', async () => {
    const { bridge } = show();
    bridge.answer('identify.ask', () => err({ code: 'identify.nothingFound' }));
    fireEvent.input(field(), { target: { value: 'hello' } });
    identify();
    expect((await screen.findByRole('alert')).textContent).toContain('No token found');
  });
});

describe('what is told of a token', () => {
  const card = () => within(screen.getByRole('region'));
  const isolates = /[\u2068\u2069]/g;
  const title = () => card().getByRole('heading').textContent.replaceAll(isolates, '');

  it('account, servers, device, end and verdict, masked', () => {
    show(found());
    expect(title()).toBe('A token of the account Maja Lind');
    for (const text of ['Valid', 'Classic', 'Attic', 'maja@example.org']) {
      expect(card().getByText(text)).toBeDefined();
    }
    expect(card().getByText(/^\u2068Bedroom\u2069 \(\u2068Plex for LG\u2069\)$/)).toBeDefined();
    expect(card().getByText(/shared by \u2068sam\u2069/)).toBeDefined();
    expect(card().getByText(/^No expiry/)).toBeDefined();
    expect(card().getByText('••••••••x7Qd')).toBeDefined();
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
      'The token of the server Attic’s own device',
      'Valid',
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
      'A transient token for Attic',
      'Valid',
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
      'A local token of a media server',
      'Not sent',
    ],
    [
      'a refused one',
      { finding: { kind: 'refused', refusedAt: now, byPlex: true, servers: [] } },
      'Plex does not accept it',
      'Rejected',
    ],
    [
      'one that could not be checked',
      { finding: { kind: 'unknown', reason: 'network.offline', servers: [] } },
      'It could not be checked',
      'Can’t be checked',
    ],
    ['one that is being asked about', { finding: { kind: 'asking' } }, 'Asking', 'Asking'],
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
    expect(card().getByText('and 28 more')).toBeDefined();
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
      expect(text).toBe('The transient token you minted for Attic');
      expect(card().getByText('Valid')).toBeDefined();
      expect(card().getByText('Maja Lind')).toBeDefined();
      expect(card().getByRole('timer').textContent).toMatch(/46|47/);
      expect(card().getByText(/or when the server restarts/).textContent).toMatch(/2026|2027/);
      expect(card().queryByRole('button', { name: 'Ask again' })).toBeNull();
      fireEvent.click(card().getByRole('button', { name: 'Show in the list' }));
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
      expect(card().queryByRole('timer')).toBeNull();
      bridge.emit({ tokens: [{ ...minted, remainingMs: 0 }] });
      expect(card().getByRole('timer').textContent).toBe('Expired');
      bridge.emit({ tokens: [] });
      expect(card().getByRole('heading').textContent).toContain('A transient token for');
    });
  });

  it('as each is asked about, to readers too', () => {
    const { bridge, announced } = show(found({ finding: { kind: 'asking' } }));
    bridge.emit({ identification: state([found()]) });
    expect(announced.join().replaceAll(isolates, '')).toContain(
      'Token ending in x7Qd: A token of the account Maja Lind.',
    );
  });
});

describe('what can be done with a token', () => {
  it('keeping it says whose it is before it is done', async () => {
    const { bridge } = show(found());
    bridge.answer('identify.keep', () => err({ code: 'token.rejected' }));
    fireEvent.click(screen.getByRole('button', { name: 'Add as account' }));
    const dialog = within(screen.getByRole('dialog'));
    expect(dialog.getByText(/was given to \u2068Bedroom\u2069/)).toBeDefined();
    expect(bridge.calls('identify.keep')).toEqual([]);
    fireEvent.click(dialog.getByRole('button', { name: 'Add as account' }));
    expect((await dialog.findByRole('alert')).textContent).toContain('no longer accepts');
    expect(bridge.calls('identify.keep')).toEqual([{ foundTokenId: 'found-1' }]);
  });

  it('keeping is told to replace the token of an account that is here', () => {
    const here = { accountId: testData.accountId('account-1'), isSameToken: false };
    show(found({ finding: { ...accountFinding, account: { ...accountFinding.account, here } } }));
    fireEvent.click(screen.getByRole('button', { name: 'Add as account' }));
    expect(screen.getByText(/replaces the one Usher has/)).toBeDefined();
  });

  it('is not offered for a server’s own token, but to sign in, and why is said', () => {
    const device =
      accountFinding.device === null ? null : { ...accountFinding.device, isServer: true };
    show(found({ finding: { ...accountFinding, device } }));
    expect(screen.queryByRole('button', { name: 'Add as account' })).toBeNull();
    expect(screen.getByText(/does not keep it as an account/)).toBeDefined();
    fireEvent.click(screen.getByRole('button', { name: 'Sign in instead' }));
    expect(screen.getByText('signIn')).toBeDefined();
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

  it('it can be asked about again, and forgotten, one or all', () => {
    const { bridge } = show(found({ finding: { kind: 'unknown', reason: null, servers: [] } }));
    fireEvent.click(screen.getByRole('button', { name: 'Ask again' }));
    fireEvent.click(screen.getByRole('button', { name: 'Forget token ending in x7Qd' }));
    fireEvent.click(screen.getByRole('button', { name: 'Forget all' }));
    expect(bridge.calls('identify.askAgain')).toEqual([{ foundTokenId: 'found-1' }]);
    expect(bridge.calls('identify.forget')).toEqual([
      { foundTokenId: 'found-1' },
      { foundTokenId: null },
    ]);
  });
});
