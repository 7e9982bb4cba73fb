import { expect, test } from 'vitest';
import type { ActivityEntry } from '../../shared/model/activity.ts';
import type { AccountId, ActivityId, ServerId } from '../../shared/model/ids.ts';
import { activityExport } from './activity-export.ts';

const entry = (account: string, server: string | null): ActivityEntry => ({
  id: 'one' as ActivityId,
  at: Date.UTC(2026, 0, 2, 3, 4, 5),
  kind: 'minted',
  what: 'transientToken',
  account: { id: 'a' as AccountId, name: account },
  server: server === null ? null : { id: 'attic' as ServerId, name: server },
});

test('JSON: one record a deed, its time in UTC', () => {
  const { name, text } = activityExport([entry('Robin', 'Attic')], 'json');
  expect(name).toBe('usher-activity.json');
  expect(JSON.parse(text)).toEqual([
    {
      at: '2026-01-02T03:04:05.000Z',
      kind: 'minted',
      what: 'transientToken',
      account: 'Robin',
      server: 'Attic',
      serverId: 'attic',
    },
  ]);
});

test('CSV: quotes, commas and line breaks of a name stay inside its field', () => {
  const { text } = activityExport([entry('Robin "the", \n bird', null)], 'csv');
  expect(text).toBe(
    'at,kind,what,account,server,serverId\r\n' +
      '2026-01-02T03:04:05.000Z,minted,transientToken,"Robin ""the"", \n bird",,\r\n',
  );
});

test('CSV: a name that begins like a formula stays text in a spreadsheet', () => {
  const { text } = activityExport([entry('=HYPERLINK("http://example.invalid")', '@cmd')], 'csv');
  expect(text).not.toMatch(/[,"]=/);
  expect(text).not.toMatch(/,@/);
});

test('an empty list is a header alone, or an empty array', () => {
  expect(activityExport([], 'csv').text).toBe('at,kind,what,account,server,serverId\r\n');
  expect(JSON.parse(activityExport([], 'json').text)).toEqual([]);
});
