import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { expect, it } from 'vitest';
import { noAdoption, type Adoption, type TokenUse } from '../../../shared/model/adoption.ts';
import type { FoundToken } from '../../../shared/model/identification.ts';
import type { FoundTokenId, TokenUseId } from '../../../shared/model/ids.ts';
import type { State } from '../../../shared/model/state.ts';
import { err, ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { AppsView } from './apps-view.tsx';

const maja = testData.account();
const nils = testData.account({ id: testData.accountId('account-2'), title: 'Nils' });

const found = (isServer = false): FoundToken => ({
  id: 'found' as FoundTokenId,
  token: { kind: 'classic', lastFour: '77aa' },
  place: { field: 'plex.token', label: null, host: null },
  jwt: null,
  finding: {
    kind: 'account',
    provedAt: testData.now,
    account: {
      ...{ uuid: 'u', title: 'Maja Lind', username: 'maja', email: null, hasPlexPass: null },
      ...{ isRestricted: false, here: { accountId: maja.id, isSameToken: false } },
    },
    servers: [],
    device: {
      ...{ name: isServer ? 'Attic' : 'Old laptop', product: null, platform: null },
      ...{ lastSeenAt: null, isServer, isHere: false },
    },
  },
  ...{ mintedAs: null, appToken: null },
});
const use = (appName: string, change: Partial<TokenUse> = {}): TokenUse => ({
  id: appName as TokenUseId,
  appName,
  program: { name: appName, source: 'https://example.org', restart: 'restart' },
  places: [
    {
      destination: { format: 'yaml', path: `/srv/${appName}/config.yml`, key: 'plex.token' },
      trouble: null,
    },
  ],
  offer: { kind: 'offered', accountId: maja.id },
  ...change,
});
const scanned = (
  uses: readonly TokenUse[],
  change: Partial<Adoption['tokens'][0]> = {},
): Adoption => ({
  ...noAdoption,
  ...{ isScanned: true, remainingMs: 600_000 },
  tokens: [{ found: found(), isServersOwn: false, isUshersOwn: false, uses, ...change }],
});
const show = (adoption: Adoption, state: Partial<State> = {}) =>
  renderWithUsher(() => <AppsView />, { accounts: [maja], adoption, ...state });
const row = (name: string) => within(screen.getByText(name).closest('li') as HTMLElement);

it('has main ask for files, or for a folder, and names none itself', async () => {
  const { bridge } = show(noAdoption);
  bridge.answer('adoption.scan', () => ok(null));
  expect(screen.queryByRole('heading', { name: 'Found in files' })).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Scan files…' }));
  await waitFor(() => expect(bridge.calls('adoption.scan')).toEqual([{ what: 'files' }]));
});

it('tells whose a token is, which programs share it, and gives each its own', async () => {
  const { bridge, announced } = show(scanned([use('Kometa'), use('Tautulli')]));
  bridge.answer('adoption.adopt', () => ok(null));
  expect(screen.getByRole('heading', { name: /^Account token of / })).toBeDefined();
  expect(screen.getByText(/^2 programs share this token/)).toBeDefined();
  expect(row('Kometa').getByText('/srv/Kometa/config.yml › plex.token')).toBeDefined();
  fireEvent.click(row('Kometa').getByRole('button', { name: 'Give it its own token: Kometa' }));
  expect(bridge.calls('adoption.adopt')).toEqual([{ useId: 'Kometa', accountId: maja.id }]);
  await waitFor(() => expect(announced.at(-1)).toMatch(/Kometa.* has its own token$/));
});

it('says what to do once it has its own: what to restart, and where to end the old one', () => {
  show(scanned([use('Kometa', { offer: { kind: 'adopted' } }), use('Tautulli')]));
  expect(row('Kometa').getByText('Has its own token')).toBeDefined();
  expect(row('Kometa').getByText(/^Restart .*Kometa/)).toBeDefined();
  expect(row('Tautulli').queryByText(/^Restart/)).toBeNull();
  expect(
    screen.getByText(/^The old token still works\. .*Authorized Devices of .*Maja Lind/),
  ).toBeDefined();
});

it('warns of a server’s own token, and says never to revoke it', () => {
  show(
    scanned([use('Kometa', { offer: { kind: 'adopted' } })], {
      found: found(true),
      isServersOwn: true,
    }),
  );
  expect(screen.getByText(/^This is .*Attic.*’s own sign-in token$/)).toBeDefined();
  expect(screen.getByText(/Leave it there\.$/)).toBeDefined();
});

it('says why one can’t be had, and what went wrong', async () => {
  const places = use('x').places.map((place) => ({
    ...place,
    trouble: 'destination.taken' as const,
  }));
  const { bridge } = show(
    scanned([use('Kometa', { offer: { kind: 'unwritable' }, places }), use('Tautulli')]),
  );
  expect(row('Kometa').getByText('Usher can’t write there')).toBeDefined();
  expect(row('Kometa').queryByRole('button')).toBeNull();
  bridge.answer('adoption.adopt', () => err({ code: 'destination.changed' }));
  fireEvent.click(row('Tautulli').getByRole('button'));
  expect(await row('Tautulli').findByRole('alert')).toBeDefined();
});

it('asks of which account it is to be, where that is not clear', async () => {
  const { bridge } = show(
    scanned([use('Kometa', { offer: { kind: 'offered', accountId: null } })]),
    {
      accounts: [maja, nils],
    },
  );
  bridge.answer('adoption.adopt', () => ok(null));
  fireEvent.click(row('Kometa').getByRole('button', { name: /^For .*Nils/ }));
  await waitFor(() =>
    expect(bridge.calls('adoption.adopt')).toEqual([{ useId: 'Kometa', accountId: nils.id }]),
  );
});

it('says when there is nothing, what was left out, and forgets all when told to', () => {
  const { bridge } = show({
    ...scanned([]),
    tokens: [],
    elsewhere: [
      {
        name: 'Maintainerr',
        source: 'https://example.org',
        path: '/m.sqlite',
        changedBy: 'plexSettings',
      },
    ],
    unread: [{ path: '/srv/secret.yml', reason: 'destination.unreadable' }],
    isCutOff: true,
  });
  bridge.answer('adoption.forget', () => ok(null));
  expect(screen.getByText('No Plex token found')).toBeDefined();
  expect(screen.getByText(/^.*Maintainerr.* keeps its token in a database/)).toBeDefined();
  expect(screen.getByText('1 file couldn’t be read')).toBeDefined();
  expect(screen.getByText(/^There were more files/)).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Forget' }));
  expect(bridge.calls('adoption.forget')).toEqual([{}]);
});
