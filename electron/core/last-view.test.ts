import { expect, test } from 'vitest';
import type { AccountId } from '../../shared/model/ids.ts';
import { err, ok } from '../../shared/result.ts';
import { createMemoryProfileFiles } from '../storage/profile/memory-profile-files.ts';
import type { Accounts } from './accounts/accounts.ts';
import { createEventBus } from './event-bus.ts';
import { createLastView } from './last-view.ts';
import { openSettings } from './settings.ts';

const kept = 'kept' as AccountId;
const forNow = 'for-now' as AccountId;

async function start() {
  const files = createMemoryProfileFiles();
  const opened = await openSettings(files, () => 0, createEventBus());
  if (!opened.ok) throw new Error(opened.error.code);
  const settings = opened.value;
  const storages = new Map([
    [kept, 'keychain'],
    [forNow, 'session'],
  ]);
  const accounts = {
    find: (id) =>
      storages.has(id) ? ok({ storage: storages.get(id) }) : err({ code: 'account.notFound' }),
  } as Pick<Accounts, 'find'>;
  const lastView = createLastView({ accounts, settings });
  await settings.update((now) => ({ ...now, startWith: 'lastView' }));
  const inFiles = async (text: string): Promise<boolean> => {
    const texts = await Promise.all(
      ['settings.json', 'settings.json.backup'].map((name) => files.read(name)),
    );
    return texts.some((read) => read.ok && read.value?.includes(text) === true);
  };
  return { settings, lastView, storages, inFiles };
}

test('the last view is kept for those who begin with it, and for nobody else', async () => {
  const { settings, lastView } = await start();
  await lastView.note({ view: 'tokens' });
  expect(settings.value().lastView).toEqual({ view: 'tokens' });
  await settings.update((now) => ({ ...now, startWith: 'overview' }));
  await lastView.note({ view: 'servers' });
  expect(settings.value().lastView).toBeNull();
});

test('of an account that is held until Usher quits nothing is kept', async () => {
  const { settings, lastView, inFiles } = await start();
  await lastView.note({ view: 'devices', accountId: forNow });
  expect(settings.value().lastView).toBeNull();
  expect(await inFiles(forNow)).toBe(false);
});

test('an account that is signed out, or gone, is not left in the profile by it', async () => {
  const { settings, lastView, storages, inFiles } = await start();
  const view = { view: 'account', accountId: kept } as const;
  await lastView.note(view);
  expect(await inFiles(kept)).toBe(true);
  await lastView.forget(kept);
  expect([settings.value().lastView, await inFiles(kept)]).toEqual([null, false]);
  await lastView.note(view);
  storages.delete(kept);
  await lastView.forgetGone();
  expect([settings.value().lastView, await inFiles(kept)]).toEqual([null, false]);
});
