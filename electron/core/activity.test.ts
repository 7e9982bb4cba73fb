import { expect, test } from 'vitest';
import type { ActivityEntry } from '../../shared/model/activity.ts';
import type { AccountId, ActivityId, ServerId } from '../../shared/model/ids.ts';
import type { ProfileFiles } from '../ports.ts';
import { createMemoryProfileFiles } from '../storage/profile/memory-profile-files.ts';
import { createTestClock, makeGate } from '../testing.ts';
import { DAY_MS, SECOND_MS } from '../timing.ts';
import { activityExport, openActivity, type Deed } from './activity.ts';
import { createEventBus } from './event-bus.ts';

const deed = (change: Partial<Deed> = {}): Deed => ({
  kind: 'minted',
  what: 'transientToken',
  account: { id: 'one' as AccountId, title: 'Robin', storage: 'keychain' },
  server: { id: 'attic' as ServerId, name: 'Attic' },
  ...change,
});

async function open(files: ProfileFiles = createMemoryProfileFiles()) {
  let days = 90;
  const clock = createTestClock();
  const events = createEventBus();
  const told: number[] = [];
  events.subscribe((change) => {
    if (change.activity !== undefined) told.push(change.activity.count);
  });
  const opened = await openActivity({
    ...{ files, clock, events },
    keptForMs: () => days * DAY_MS,
  });
  if (!opened.ok) throw new Error(opened.error.code);
  const keepForDays = (count: number): void => void (days = count);
  return { activity: opened.value, clock, files, told, keepForDays };
}

test('the newest deed stands first, with its account and server by name', async () => {
  const { activity, clock, told } = await open();
  activity.record(deed());
  await clock.advance(SECOND_MS);
  activity.record(deed({ kind: 'copied' }));
  expect(activity.list().map(({ kind, account, server }) => [kind, account, server])).toEqual([
    ['copied', { id: 'one', name: 'Robin' }, { id: 'attic', name: 'Attic' }],
    ['minted', { id: 'one', name: 'Robin' }, { id: 'attic', name: 'Attic' }],
  ]);
  expect(told).toEqual([1, 2]);
});

test('deeds are found again at the next start, also those recorded just before quitting', async () => {
  const { activity, clock, files } = await open();
  activity.record(deed());
  await clock.advance(2 * SECOND_MS);
  activity.record(deed({ kind: 'revealed', what: 'sourceToken', device: 'Loft' }));
  await activity.flush();
  const next = await open(files);
  expect(next.activity.list().map(({ kind, device }) => [kind, device])).toEqual(
    expect.arrayContaining([
      ['minted', undefined],
      ['revealed', 'Loft'],
    ]),
  );
});

test('a deed is kept for 90 days', async () => {
  const { activity, clock, files } = await open();
  activity.record(deed());
  await clock.advance(89 * DAY_MS);
  expect(activity.state().count).toBe(1);
  activity.record(deed({ kind: 'copied' }));
  await clock.advance(2 * DAY_MS);
  expect(activity.list().map(({ kind }) => kind)).toEqual(['copied']);
  activity.record(deed({ kind: 'proved' }));
  await activity.flush();
  const text = await files.read('activity.json');
  expect(text.ok && text.value).not.toContain('minted');
});

test('knows the source’s device by the name it had in an earlier Usher’s file', async () => {
  const { activity, files } = await open();
  activity.record(deed({ kind: 'copied', what: 'sourceToken', device: 'Loft' }));
  await activity.flush();
  const text = await files.read('activity.json');
  if (!text.ok || text.value === null) throw new Error('not written');
  await files.write('activity.json', text.value.replace('"device"', '"sourceDevice"'));
  const { activity: later } = await open(files);
  expect(later.list().map(({ device }) => device)).toEqual(['Loft']);
});

test('of an account of this session alone nothing is written', async () => {
  const { activity, clock, files } = await open();
  activity.record(deed({ account: { id: 'two' as AccountId, title: 'Sam', storage: 'session' } }));
  await clock.advance(DAY_MS);
  expect(activity.list().map(({ account }) => account.name)).toEqual(['Sam']);
  expect(await files.read('activity.json')).toEqual({ ok: true, value: null });
});

test('cleared, nothing is left in the list or in the file', async () => {
  const { activity, clock, files } = await open();
  activity.record(deed());
  await clock.advance(2 * SECOND_MS);
  activity.record(deed({ kind: 'copied' }));
  await activity.clear();
  await clock.advance(2 * SECOND_MS);
  expect(activity.list()).toEqual([]);
  const text = await files.read('activity.json');
  expect(text.ok && text.value).not.toContain('Robin');
});

test('a folder that can not be written loses no deed of this session, and gets it when it can', async () => {
  const inner = createMemoryProfileFiles();
  let isFull = true;
  const { activity, clock, files } = await open({
    ...inner,
    write: (name, text) =>
      isFull
        ? Promise.resolve({ ok: false, error: { code: 'profile.full' } })
        : inner.write(name, text),
  });
  activity.record(deed());
  await clock.advance(2 * SECOND_MS);
  expect(activity.state().count).toBe(1);
  isFull = false;
  activity.record(deed({ kind: 'copied' }));
  await clock.advance(2 * SECOND_MS);
  const text = await files.read('activity.json');
  expect(text.ok && text.value).toContain('minted');
});

test('a deed recorded while the last is being written is written beside it, each once', async () => {
  const inner = createMemoryProfileFiles();
  const { pass, open: openGate } = makeGate();
  const { activity, clock, files } = await open({
    ...inner,
    write: async (name, text) => {
      await pass();
      return inner.write(name, text);
    },
  });
  activity.record(deed());
  await clock.advance(SECOND_MS);
  activity.record(deed({ kind: 'copied' }));
  await clock.advance(SECOND_MS);
  openGate();
  await activity.flush();
  const next = await open(files);
  expect(next.activity.list().map(({ kind }) => kind)).toEqual(['copied', 'minted']);
});

test('ten thousand deeds are kept, then the oldest go', async () => {
  const { activity, files, clock } = await open();
  activity.record(deed({ kind: 'signedIn' }));
  await clock.advance(SECOND_MS);
  const [first] = activity.list();
  if (first === undefined) throw new Error('nothing was recorded');
  const entries = Array.from({ length: 10_000 }, (_, number) => ({
    ...first,
    id: `minted-${number}`,
    kind: 'minted',
    at: first.at + number,
  }));
  await files.write('activity.json', JSON.stringify({ version: 1, data: { entries } }));
  const next = await open(files);
  next.activity.record(deed({ kind: 'copied' }));
  expect(next.activity.state().count).toBe(10_000);
  expect(next.activity.list().filter(({ at }) => at === first.at)).toHaveLength(1);
});

const entry = (
  account: string,
  server: string | null,
  change: Partial<ActivityEntry> = {},
): ActivityEntry => ({
  id: 'one' as ActivityId,
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  kind: 'minted',
  what: 'transientToken',
  account: { id: 'a' as AccountId, name: account },
  server: server === null ? null : { id: 'attic' as ServerId, name: server },
  ...change,
});

test('JSON: one record a deed, its time in UTC', () => {
  const { name, text } = activityExport(
    [entry('Robin', 'Attic', { what: 'sourceToken', device: 'Loft' })],
    'json',
  );
  expect(name).toBe('usher-activity.json');
  expect(JSON.parse(text)).toEqual([
    {
      at: '2026-01-02T03:04:05.000Z',
      kind: 'minted',
      what: 'sourceToken',
      account: 'Robin',
      server: 'Attic',
      serverId: 'attic',
      device: 'Loft',
    },
  ]);
});

test('CSV: quotes, commas and line breaks of a name stay inside its field', () => {
  const { text } = activityExport([entry('Robin "the", \n bird', null)], 'csv');
  expect(text).toBe(
    'at,kind,what,account,server,serverId,device\r\n' +
      '2026-01-02T03:04:05.000Z,minted,transientToken,"Robin ""the"", \n bird",,,\r\n',
  );
});

test('CSV: a name that begins like a formula stays text in a spreadsheet', () => {
  const { text } = activityExport([entry('=HYPERLINK("http://example.invalid")', '@cmd')], 'csv');
  expect(text).not.toMatch(/[,"]=/);
  expect(text).not.toMatch(/,@/);
});

test('an empty list is a header alone, or an empty array', () => {
  expect(activityExport([], 'csv').text).toBe('at,kind,what,account,server,serverId,device\r\n');
  expect(JSON.parse(activityExport([], 'json').text)).toEqual([]);
});

test('a shorter time to keep deeds for counts at once, in the file too; a longer one brings nothing back', async () => {
  const { activity, clock, files, told, keepForDays } = await open();
  activity.record(deed());
  await clock.advance(10 * DAY_MS);
  activity.record(deed({ kind: 'copied' }));
  await activity.flush();
  keepForDays(7);
  expect(activity.list().map(({ kind }) => kind)).toEqual(['copied']);
  await activity.forgetOld();
  expect(told.at(-1)).toBe(1);
  keepForDays(365);
  expect(activity.list()).toHaveLength(1);
  for (const name of ['activity.json', 'activity.json.backup']) {
    const read = await files.read(name);
    expect(read.ok ? read.value : null).not.toContain('"minted"');
  }
});
