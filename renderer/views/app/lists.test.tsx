import { screen, within } from '@solidjs/testing-library';
import type { JSX } from 'solid-js';
import { describe, expect, it } from 'vitest';
import type { ActivityEntry } from '../../../shared/model/activity.ts';
import type { HomeMember } from '../../../shared/model/home.ts';
import type { ActivityId } from '../../../shared/model/ids.ts';
import type { State } from '../../../shared/model/state.ts';
import { ok } from '../../../shared/result.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import type { TestBridge } from '../../bridge/create-test-bridge.ts';
import { testData } from '../../bridge/test-data.ts';
import { ActivityView } from '../activity/activity-view.tsx';
import { AppsView } from '../apps/apps-view.tsx';
import { DevicesView } from '../devices/devices-view.tsx';
import { HomeView } from '../home/home-view.tsx';
import { ServersView } from '../servers/servers-view.tsx';
import { TokensView } from '../tokens/tokens-view.tsx';
import { createLayout } from './create-layout.ts';
import { Sidebar } from './sidebar.tsx';

const account = testData.account();
const accountId = account.id;

/** One of the lists, of things by these names. */
interface Shown {
  readonly view: () => JSX.Element;
  readonly snapshot: Partial<State>;
  readonly prepare?: (bridge: TestBridge) => void;
}

const lists: readonly {
  readonly name: string;
  readonly show: (names: readonly string[]) => Shown;
  /** What marks a row. */
  readonly row: string;
  readonly mostAtOnce: number;
}[] = [
  {
    name: 'accounts',
    row: 'nav li:has(bdi)',
    mostAtOnce: 60,
    show: (names) => ({
      view: () => <WideSidebar />,
      snapshot: {
        accounts: names.map((title, index) =>
          testData.account({
            id: testData.accountId(`${index}`),
            title,
            username: title,
            email: title,
          }),
        ),
      },
    }),
  },
  {
    name: 'servers',
    row: '[data-server-row]',
    // Those in sight, and a few beyond.
    mostAtOnce: 17,
    show: (names) => ({
      view: () => <ServersView />,
      snapshot: {
        accounts: [account],
        servers: [
          {
            accountId,
            refreshedAt: Date.now(),
            isRefreshing: false,
            error: null,
            servers: names.map((name, index) =>
              testData.server({ id: testData.serverId(`${index}`), name }),
            ),
          },
        ],
      },
    }),
  },
  {
    name: 'devices',
    row: 'main tbody tr',
    mostAtOnce: 60,
    show: (names) => ({
      view: () => <DevicesView accountId={accountId} />,
      snapshot: {
        accounts: [account],
        devices: [
          testData.deviceList(
            names.map((name, index) =>
              testData.device({ id: testData.deviceId(`${index}`), name }),
            ),
          ),
        ],
      },
      prepare: (bridge) => bridge.answer('devices.refresh', () => ok(null)),
    }),
  },
  {
    name: 'Home users',
    row: 'main ul > li',
    mostAtOnce: 60,
    show: (names) => ({
      view: () => <HomeView accountId={accountId} />,
      snapshot: { accounts: [account] },
      prepare: (bridge) =>
        bridge.answer('home.load', () =>
          ok({ accountId, askedAt: testData.now, name: null, members: names.map(member) }),
        ),
    }),
  },
  {
    name: 'transient tokens',
    row: 'main ul > li',
    mostAtOnce: 60,
    show: (names) => ({
      view: () => <TokensView />,
      snapshot: {
        accounts: [account],
        tokens: names.map((serverName, index) =>
          testData.token({ id: testData.tokenId(`${index}`), serverName }),
        ),
      },
    }),
  },
  {
    name: 'apps',
    row: 'main ul > li:has(h2)',
    mostAtOnce: 60,
    show: (names) => ({
      view: () => <AppsView />,
      snapshot: {
        accounts: [account],
        appTokens: names.map((name, index) =>
          testData.appToken({ id: testData.appTokenId(`${index}`), name }),
        ),
      },
      prepare: (bridge) => bridge.answer('appToken.refresh', () => ok(null)),
    }),
  },
  {
    name: 'activity',
    row: 'main section li',
    mostAtOnce: 60,
    show: (names) => ({
      view: () => <ActivityView />,
      snapshot: { activity: { count: names.length, newestAt: testData.now } },
      prepare: (bridge) => bridge.answer('activity.list', () => ok(names.map(deed))),
    }),
  },
];

function WideSidebar(): JSX.Element {
  const nothing = (): void => undefined;
  return (
    <Sidebar layout={createLayout()} onSearch={nothing} onAbout={nothing} onShortcuts={nothing} />
  );
}

const member = (title: string, index: number): HomeMember => ({
  uuid: `${index}`,
  title,
  username: '',
  avatarPath: null,
  kind: 'managed',
  restrictionProfile: null,
  isProtected: false,
  isSelf: false,
});
const deed = (name: string, index: number): ActivityEntry => ({
  id: `${index}` as ActivityId,
  at: testData.now - index * 60_000,
  kind: 'minted',
  what: 'transientToken',
  account: { id: accountId, name },
  server: { id: testData.serverId('a'), name },
});

const hostileNames = [
  '🦊🦊',
  // As main hands a name over that holds a sign which turns letters around.
  '‹RLO›عائلة السيد',
  'n'.repeat(300),
  '<img src=x onerror=alert(1)><b>bold</b>',
];

describe.each(lists)('the list of $name', ({ name, show, row, mostAtOnce }) => {
  const render = async (names: readonly string[]) => {
    const { view, snapshot, prepare } = show(names);
    renderWithUsher(
      () => <main>{view()}</main>,
      snapshot,
      prepare === undefined ? {} : { prepare },
    );
    await new Promise((resolve) => setTimeout(resolve));
    return [...document.querySelectorAll(row)];
  };

  it.each([0, 1, 40, 1_000])('holds %i', async (count) => {
    const rows = await render(Array.from({ length: count }, (_, index) => `Name ${index}`));
    expect(rows).toHaveLength(Math.min(count, mostAtOnce));
    if (count > 0) expect(rows[0]?.textContent).toContain('Name 0');
    if (count > mostAtOnce && name !== 'servers') {
      const more = new RegExp(`^Show ${mostAtOnce} more`);
      expect(within(screen.getByRole('main')).getByRole('button', { name: more })).toBeDefined();
    }
  });

  it('shows any name as text, whole, and in its own direction', async () => {
    const text = (await render(hostileNames)).map(({ textContent }) => textContent).join('\n');
    for (const name of hostileNames) expect(text).toContain(name);
    expect(document.querySelector('main img[src="x"], main b')).toBeNull();
    const apart = [...document.querySelectorAll('bdi')].map(({ textContent }) => textContent);
    for (const name of hostileNames) expect(apart.some((whole) => whole.includes(name))).toBe(true);
  });
});
