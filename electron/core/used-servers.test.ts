import { expect, test } from 'vitest';
import type { UsedServer } from '../../shared/model/activity.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { err, ok } from '../../shared/result.ts';
import { createMemoryProfileFiles } from '../storage/profile/memory-profile-files.ts';
import { createTestClock } from '../testing.ts';
import { DAY_MS, SECOND_MS } from '../timing.ts';
import { openActivity, type Deed } from './activity.ts';
import { createEventBus } from './event-bus.ts';
import { createUsedServers } from './used-servers.ts';

const robin = 'robin' as AccountId;
const sam = 'sam' as AccountId;

async function open(files = createMemoryProfileFiles()) {
  const clock = createTestClock();
  const events = createEventBus();
  const present = new Set([robin, sam]);
  const opened = await openActivity({ files, clock, events, keptForMs: () => 90 * DAY_MS });
  if (!opened.ok) throw new Error(opened.error.code);
  const activity = opened.value;
  const used = createUsedServers({
    activity,
    events,
    accounts: {
      find: (id) => (present.has(id) ? ok({} as never) : err({ code: 'account.notFound' })),
    },
  });
  const told: (readonly UsedServer[])[] = [];
  events.subscribe(({ usedServers }) => {
    if (usedServers !== undefined) told.push(usedServers);
  });
  const record = async (server: string, change: Partial<Deed> = {}): Promise<void> => {
    await clock.advance(SECOND_MS);
    activity.record({
      kind: 'copied',
      what: 'transientToken',
      account: { id: robin, title: 'Robin', storage: 'keychain' },
      server: { id: server as ServerId, name: server },
      ...change,
    });
  };
  return { activity, used, record, told, clock, events, present, files };
}

const ofSam = { account: { id: sam, title: 'Sam', storage: 'keychain' } } as const;
const brief = (list: readonly UsedServer[] | undefined) =>
  list?.map(({ accountId, serverId, count }) => `${accountId} ${serverId} ${count}`);

test('the server that a token was minted or copied for most often comes first, then the last one', async () => {
  const { record, used, clock } = await open();
  for (const name of ['attic', 'cabin', 'loft', 'cabin']) await record(name, { kind: 'minted' });
  await record('attic', ofSam);
  await record('loft');
  expect(brief(used.list())).toEqual([
    'robin loft 2',
    'robin cabin 2',
    'sam attic 1',
    'robin attic 1',
  ]);
  expect(used.list()[0]?.lastUsedAt).toBe(clock.now());
});

test('what is no use of a server is not counted, nor told', async () => {
  const { record, told } = await open();
  await record('attic', { kind: 'revealed' });
  await record('attic', { kind: 'proved' });
  await record('attic', { what: 'sourceToken' });
  await record('attic', { what: 'accountToken', server: undefined as never });
  expect(told.flat()).toEqual([]);
});

test('each use is told, and found again at the next start', async () => {
  const { record, told, activity, files } = await open();
  await record('attic');
  await record('attic');
  expect(told.map(brief)).toEqual([['robin attic 1'], ['robin attic 2']]);
  await activity.flush();
  const next = await open(files);
  expect(brief(next.used.list())).toEqual(['robin attic 2']);
});

test('an account that is gone takes its servers with it', async () => {
  const { record, told, events, present } = await open();
  await record('attic');
  await record('cabin', ofSam);
  present.delete(robin);
  events.emit({ accounts: [] });
  expect(brief(told.at(-1))).toEqual(['sam cabin 1']);
});

test('what is older than 90 days, or was cleared, does not count', async () => {
  const { record, used, told, clock, activity } = await open();
  await record('attic');
  await clock.advance(90 * DAY_MS);
  await record('cabin');
  expect(brief(used.list())).toEqual(['robin cabin 1']);
  await activity.clear();
  expect(told.at(-1)).toEqual([]);
});
