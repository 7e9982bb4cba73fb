import { fireEvent, screen, waitFor, within } from '@solidjs/testing-library';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { DeviceList, DeviceSummary, RevocationReport } from '../../../shared/model/device.ts';
import { err, ok } from '../../../shared/result.ts';
import { chooseOption } from '../../bridge/choose-option.ts';
import { renderWithUsher } from '../../bridge/render-with-usher.tsx';
import { testData } from '../../bridge/test-data.ts';
import { DevicesView } from './devices-view.tsx';

afterEach(() => vi.useRealTimers());

const account = testData.account();
const device = (id: string, change: Partial<DeviceSummary> = {}): DeviceSummary =>
  testData.device({ id: testData.deviceId(id), name: `Device ${id}`, ...change });
const ref = (id: string) => ({ id: testData.deviceId(id), name: `Device ${id}` });
const many = (count: number): readonly DeviceSummary[] =>
  Array.from({ length: count }, (_, index) => device(`${index}`));

const show = (devices: readonly DeviceSummary[], change: Partial<DeviceList> = {}) =>
  renderWithUsher(
    () => <DevicesView accountId={account.id} />,
    { accounts: [account], devices: [testData.deviceList(devices, change)] },
    {
      prepare: (bridge) => {
        bridge.answer('devices.refresh', () => ok(null));
        bridge.answer('devices.revoke', () => ok(null));
        bridge.answer('devices.endRevocation', () => ok(null));
      },
    },
  );
const report = (change: Partial<RevocationReport>) => [testData.report(change)];
const boxes = () => screen.queryAllByRole<HTMLInputElement>('checkbox', { name: /^Select Device/ });
const namesShown = () => boxes().map(({ labels }) => labels?.[0]?.textContent.slice(7));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
const check = (name: string) => fireEvent.click(screen.getByRole('checkbox', { name }));
const dialog = () => within(screen.getByRole('dialog'));

describe('the keyboard', () => {
  const press = (target: Element, key: string) => fireEvent.keyDown(target, { key });

  it('walks the rows, and leaves the order its own keys', () => {
    show(many(9));
    const order = screen.getByRole('combobox', { name: 'Sort devices' });
    order.focus();
    for (const key of ['ArrowDown', 'End', 'Escape']) press(order, key);
    expect(document.activeElement).toBe(order);
    const [first, second] = boxes();
    if (first === undefined) throw new Error('no row');
    first.focus();
    expect(press(first, 'ArrowDown')).toBe(false);
    expect(document.activeElement).toBe(second);
  });
});

describe('the list of devices', () => {
  it('offers at the pointer what can be done with a device, and leaves nothing there afterwards', async () => {
    show([device('1'), device('2')]);
    const row = screen.getByRole('row', { name: /Device 2/ });
    expect(fireEvent.contextMenu(row, { clientX: 40, clientY: 50 })).toBe(false);
    const choose = async (name: string) =>
      fireEvent.keyDown(await screen.findByRole('menuitem', { name }), { key: 'Enter' });
    await choose('Select');
    expect(screen.getByRole('checkbox', { name: 'Select Device 2', checked: true })).toBeDefined();
    await waitFor(() =>
      expect(screen.queryByRole('button', { name: /^More for Device/, hidden: true })).toBeNull(),
    );
    fireEvent.contextMenu(row, { clientX: 40, clientY: 50 });
    await choose('Revoke…');
    expect(await screen.findByRole('dialog', { name: /Device 2/ })).toBeDefined();
  });

  it('is asked for anew when it opens', () => {
    const { bridge } = show([device('1')]);
    expect(bridge.calls('devices.refresh')).toEqual([{ accountId: account.id }]);
  });

  it('shows name, product, platform, when and where it was last seen', () => {
    show([device('1', { lastSeenAt: Date.now() - 5_400_000 })]);
    const text = screen.getByRole('row', { name: /Device 1/ }).textContent;
    for (const part of ['Device 1', 'Plex for LG 5.90.1', 'webOS 9.0', '203.0.113.7']) {
      expect(text).toContain(part);
    }
    expect(text).toContain('1 h ago');
  });

  it('has this Usher last and by itself, which is signed out and never chosen', () => {
    const { usher } = show([device('4', { kind: 'here' }), device('2')]);
    check('Select all devices');
    expect(screen.getByText('1 device selected')).toBeDefined();
    const own = within(screen.getByRole('table', { name: 'This computer' }));
    expect(own.queryByRole('checkbox')).toBeNull();
    fireEvent.click(own.getByRole('button', { name: 'Sign out…' }));
    expect(usher.signingOut()?.id).toBe(account.id);
  });

  it('marks a program that has its token from here', () => {
    const { bridge } = show([
      device('3', { name: 'Kometa', clientIdentifier: 'kometa-client' }),
      device('4', { clientIdentifier: null }),
    ]);
    expect(screen.queryByText('App token')).toBeNull();
    bridge.emit({ appTokens: [testData.appToken()] });
    expect(screen.getAllByText('App token')).toHaveLength(1);
  });

  it('marks an installation that has the name of this computer', () => {
    show([device('3', { kind: 'usher', name: 'Usher on workbench' })]);
    expect(screen.getByText('Same name as this computer')).toBeDefined();
  });

  it('begins with what was seen last, and can be sorted otherwise, also by its columns', () => {
    show([
      device('1', { lastSeenAt: 1_000, createdAt: 3, name: 'Device b' }),
      device('2', { lastSeenAt: null, createdAt: 1, name: 'Device a' }),
      device('3', { lastSeenAt: 2_000, createdAt: 2, name: 'Device c' }),
    ]);
    const sortedBy = () =>
      screen
        .getAllByRole('columnheader')
        .map((head) => [head.textContent, head.getAttribute('aria-sort')])
        .filter(([, direction]) => direction !== null);
    expect(namesShown()).toEqual(['Device c', 'Device b', 'Device a']);
    expect(sortedBy()).toEqual([['Last seen', 'descending']]);
    press('Last seen');
    expect(namesShown()).toEqual(['Device b', 'Device c', 'Device a']);
    expect(sortedBy()).toEqual([['Last seen', 'ascending']]);
    press('Added');
    expect(namesShown()).toEqual(['Device b', 'Device c', 'Device a']);
    chooseOption('Sort devices', /^Added, oldest/);
    expect(namesShown()).toEqual(['Device a', 'Device c', 'Device b']);
    press('Device');
    expect(namesShown()).toEqual(['Device a', 'Device b', 'Device c']);
  });

  it('can be searched, and narrowed to a kind', () => {
    show([...many(3), device('9', { platform: 'Tizen' }), device('8', { kind: 'server' })]);
    const search = (value: string) =>
      fireEvent.input(screen.getByRole('searchbox'), { target: { value } });
    search('tizen');
    expect(namesShown()).toEqual(['Device 9']);
    expect(screen.getByText('1 of 5')).toBeDefined();
    search('nowhere');
    expect(screen.getByText(/No device has “nowhere”/)).toBeDefined();
    search('');
    chooseOption('Show devices', 'Media servers');
    expect(namesShown()).toEqual(['Device 8']);
    chooseOption('Show devices', 'Other Ushers');
    press('Show all');
    expect(boxes()).toHaveLength(5);
  });

  it('shows a thousand, made as they are come to', () => {
    show(many(1_000));
    expect(boxes()).toHaveLength(60);
    press('Show 60 more devices');
    expect(boxes()).toHaveLength(120);
  });

  it('shows a device of which nothing is known, and any name as text', () => {
    const blank = { product: null, productVersion: null, platform: null, platformVersion: null };
    const times = { createdAt: null, lastSeenAt: null, publicAddress: null };
    show([
      device('1', { ...blank, ...times, name: null, device: null, clientIdentifier: null }),
      device('2', { name: `<img src=x onerror=alert(1)> ${'مرحبا 🎬 '.repeat(40)}` }),
    ]);
    expect(screen.getByRole('checkbox', { name: 'Select Unnamed device' })).toBeDefined();
    expect(document.querySelector('img')).toBeNull();
  });

  it('keeps the last known devices when asking fails, with the reason above', () => {
    show([device('1')], { error: { code: 'plex.malformed' } });
    expect(screen.getByRole('alert')).toBeDefined();
    expect(boxes()).toHaveLength(1);
  });

  it('keeps them without a network as what they are, with no alarm', () => {
    show([device('1')], { error: { code: 'network.offline' } });
    screen.getByText(/^Offline\. Showing data from/);
    expect(screen.queryByRole('alert')).toBeNull();
    expect(boxes()).toHaveLength(1);
  });

  it('that never came shows why, and never that there are none', () => {
    show([], { askedAt: null, error: { code: 'plex.malformed' } });
    expect(screen.getByRole('alert').textContent).toContain('couldn’t be read');
    expect(screen.queryByText('Plex lists no devices')).toBeNull();
  });

  it('of a rejected account leads to signing in again', () => {
    show([device('1')], { error: { code: 'token.rejected' } });
    expect(screen.getByRole('button', { name: 'Sign in again' })).toBeDefined();
  });

  it('that is on its way says so', () => {
    show([], { askedAt: null, isAsking: true });
    expect(screen.getByRole('status', { name: 'Refreshing…' })).toBeDefined();
  });

  it('without any device says so only when Plex said so', () => {
    show([]);
    expect(screen.getByText('Plex lists no devices')).toBeDefined();
  });

  it('tells of entries that could not be read', () => {
    show([device('1')], { unreadableCount: 2 });
    expect(screen.getByText('2 devices can’t be shown')).toBeDefined();
  });
});

describe('revoking', () => {
  it('that failed is told of until the list is asked for again', async () => {
    const { bridge } = show([device('1')]);
    const offline = { code: 'network.offline' } as const;
    const list = (change: Partial<DeviceList> = {}) =>
      bridge.emit({ devices: [testData.deviceList([device('1')], change)] });
    bridge.answer('devices.revoke', () => err(offline));
    press('Revoke Device 1');
    fireEvent.click(dialog().getByRole('button', { name: 'Revoke device' }));
    list({ error: offline });
    await Promise.resolve();
    expect(await screen.findByRole('alert')).toBeDefined();
    list({ error: offline, isAsking: true });
    list();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('asks first, and revokes nothing when the answer is no', () => {
    const { bridge } = show([device('1')]);
    press('Revoke Device 1');
    expect(screen.getByRole('dialog', { name: 'Revoke Device 1?' })).toBeDefined();
    fireEvent.click(dialog().getByRole('button', { name: 'Cancel' }));
    expect(bridge.calls('devices.revoke')).toEqual([]);
  });

  it('asks main for all that is chosen, in the toolbar’s place', async () => {
    const { bridge } = show(many(8));
    check('Select Device 1');
    fireEvent.click(screen.getByText('Device 2'));
    expect(screen.queryByRole('searchbox')).toBeNull();
    press('Revoke 2 devices');
    expect(dialog().getByText('Device 1')).toBeDefined();
    fireEvent.click(dialog().getByRole('button', { name: 'Revoke 2 devices' }));
    expect(bridge.calls('devices.revoke')).toEqual([
      { accountId: account.id, deviceIds: ['1', '2'] },
    ]);
    await waitFor(() => expect(screen.getByRole('searchbox')).toBeDefined());
  });

  it('of all at once takes what the search left, and can be thought better of', () => {
    show([...many(3), device('9', { platform: 'Tizen' })]);
    fireEvent.input(screen.getByRole('searchbox'), { target: { value: 'tizen' } });
    check('Select all devices');
    expect(screen.getByText('1 device selected')).toBeDefined();
    const clear = screen.getByRole('button', { name: 'Clear selection' });
    clear.focus();
    fireEvent.click(clear);
    expect(screen.queryByText('1 device selected')).toBeNull();
    expect(document.activeElement?.contains(screen.getByRole('searchbox'))).toBe(true);
    expect(document.activeElement).not.toBe(document.body);
  });

  it('of a server warns that it has to be claimed again', () => {
    show([device('1', { kind: 'server' })]);
    press('Revoke Device 1');
    expect(dialog().getByText(/until you claim it again/)).toBeDefined();
  });

  it('of more than a thousand is for two times', () => {
    show(many(1_001));
    check('Select all devices');
    expect(screen.getByText('Select at most 1,000 at a time.')).toBeDefined();
    expect(screen.getByRole('button', { name: 'Revoke 1,001 devices' })).toHaveProperty(
      'disabled',
      true,
    );
  });

  it('that main refuses says why, and leaves them chosen', async () => {
    const { bridge } = show([device('1')]);
    bridge.answer('devices.revoke', () => err({ code: 'vault.locked' }));
    check('Select Device 1');
    press('Revoke 1 device');
    fireEvent.click(dialog().getByRole('button', { name: 'Revoke device' }));
    expect((await screen.findByRole('alert')).textContent).toContain('keychain is locked');
    expect(screen.getByText('1 device selected')).toBeDefined();
  });
});

describe('a revocation under way', () => {
  const running = [
    {
      phase: 'revoking',
      accountId: account.id,
      totalCount: 3,
      doneCount: 1,
      current: ref('2'),
      isStopping: false,
    },
  ] as const;

  it('shows how far it is, lets nothing else be revoked, and can be stopped', () => {
    const { bridge } = show([device('1')]);
    bridge.emit({ revocations: running });
    expect(screen.getByText('Revoking 2 of 3')).toBeDefined();
    expect(screen.getByRole('progressbar')).toHaveProperty('value', 1);
    expect(screen.getByRole('button', { name: 'Revoke Device 1' })).toHaveProperty(
      'disabled',
      true,
    );
    press('Stop');
    expect(bridge.calls('devices.endRevocation')).toEqual([{ accountId: account.id }]);
  });

  it('has the focus, which would be lost with what was pressed', async () => {
    const { bridge } = show([device('1')]);
    bridge.emit({ revocations: running });
    await waitFor(() =>
      expect(document.activeElement?.contains(screen.getByRole('progressbar'))).toBe(true),
    );
  });
});

describe('the report of a revocation', () => {
  it('that went well is told for a moment, and is over', () => {
    const { bridge, usher, announced } = show([device('1')]);
    bridge.emit({ revocations: report({ gone: [ref('8'), ref('9')] }) });
    expect(usher.told()).toMatchObject({ title: '2 devices revoked' });
    expect(announced).toEqual(['2 devices revoked']);
    expect(bridge.calls('devices.endRevocation')).toEqual([{ accountId: account.id }]);
  });

  it('names what is not gone and why, and goes on with the rest once Plex has named its time', () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] });
    const { bridge, announced } = show([device('1'), device('2')]);
    bridge.emit({
      revocations: report({
        gone: [ref('8')],
        stillThere: [ref('1')],
        refused: [
          { device: ref('2'), error: { code: 'plex.refused', status: 403, plexCode: null } },
        ],
        untried: [ref('3')],
        error: { code: 'plex.rateLimited', retryAfterSeconds: 30 },
      }),
    });
    const main = document.body.textContent.replaceAll(/[\u2068\u2069]/gu, '');
    expect(main).toContain('1 of 4 devices revoked');
    expect(announced).toEqual(['1 of 4 devices revoked']);
    expect(main).toContain('Still listed by Plex: Device 1');
    expect(main).toContain('Device 2 (status 403)');
    expect(main).toContain('Not attempted: Device 3');
    expect(screen.getByText('Still listed')).toBeDefined();
    press('Try again in 30 s');
    expect(bridge.calls('devices.revoke')).toEqual([]);
    vi.advanceTimersByTime(31_000);
    press('Retry 3 devices');
    expect(bridge.calls('devices.revoke')).toEqual([
      { accountId: account.id, deviceIds: ['3', '1', '2'] },
    ]);
  });

  it('can be put away', () => {
    const { bridge } = show([device('1')]);
    bridge.emit({ revocations: report({ unproved: [ref('1')] }) });
    press('Dismiss');
    expect(bridge.calls('devices.endRevocation')).toEqual([{ accountId: account.id }]);
  });

  it('says once why it ended, also where the list failed for the same reason', () => {
    const { bridge } = show([device('1')], { error: { code: 'network.offline' } });
    bridge.emit({
      revocations: report({ unproved: [ref('1')], error: { code: 'network.offline' } }),
    });
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getAllByText('Can’t reach Plex')).toHaveLength(1);
    expect(screen.getByText('Not confirmed')).toBeDefined();
  });

  it('of this installation says that the account is signed out here, and how to sign in', () => {
    const { bridge } = show([device('1')], { error: { code: 'token.rejected' } });
    bridge.emit({ revocations: report({ gone: [ref('9')], isSignedOutHere: true }) });
    expect(screen.getByText('Maja Lind is signed out here')).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
    expect(screen.getByRole('button', { name: 'Sign in again' })).toBeDefined();
  });
});
