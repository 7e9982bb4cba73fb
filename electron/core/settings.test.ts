import { expect, test } from 'vitest';
import { commands, mostUsedCommands } from '../../shared/model/command.ts';
import type { AccountId, ServerId } from '../../shared/model/ids.ts';
import { defaultSettings } from '../../shared/model/state.ts';
import { createMemoryProfileFiles } from '../storage/profile/memory-profile-files.ts';
import { createEventBus } from './event-bus.ts';
import { openSettings } from './settings.ts';

async function open(files = createMemoryProfileFiles()) {
  const events = createEventBus();
  const told: unknown[] = [];
  events.subscribe((change) => void told.push(change.settings));
  const opened = await openSettings(files, () => 0, events);
  if (!opened.ok) throw new Error(opened.error.code);
  return { settings: opened.value, files, told };
}

test('before anything is chosen the defaults hold', async () => {
  const { settings } = await open();
  expect(settings.value()).toEqual(defaultSettings);
});

test('a choice is told, and found again at the next start', async () => {
  const { settings, files, told } = await open();
  await settings.update((now) => ({ ...now, isMintingAnew: true }));
  expect(told).toEqual([{ ...defaultSettings, isMintingAnew: true }]);
  const next = await open(files);
  expect(next.settings.value().isMintingAnew).toBe(true);
});

test('a file of an earlier Usher that knew fewer settings is read, and the rest is at its default', async () => {
  const files = createMemoryProfileFiles();
  await files.write('settings.json', '{"version":1,"data":{"isKeepAliveOn":false}}');
  const { settings } = await open(files);
  expect(settings.value()).toEqual({ ...defaultSettings, isKeepAliveOn: false });
});

test('what is chosen in the palette is kept: each once, the last one first, and only so many', async () => {
  const { settings, files } = await open();
  for (const command of [...commands, 'overview'] as const) await settings.noteCommand(command);
  const kept = (await open(files)).settings.value().usedCommands.map(({ command }) => command);
  expect(kept).toEqual(['overview', ...commands.toReversed().slice(0, mostUsedCommands - 1)]);
});

test('a command of a later Usher costs none of the choices', async () => {
  const files = createMemoryProfileFiles();
  const usedCommands = [{ command: 'teleport', usedAt: 1 }];
  await files.write(
    'settings.json',
    JSON.stringify({ version: 1, data: { isKeepAliveOn: false, usedCommands } }),
  );
  const { settings } = await open(files);
  expect(settings.value()).toEqual({ ...defaultSettings, isKeepAliveOn: false });
});

test('a reset chooses anew what Usher came with, and leaves what stands for servers', async () => {
  const { settings } = await open();
  const serverId = 'attic' as ServerId;
  const pinnedServers = [{ accountId: 'robin' as AccountId, serverId }];
  const kept = { insecureServerIds: [serverId], pinnedServers };
  await settings.update((now) => ({ ...now, ...kept, theme: 'dark', activityDays: 7 }));
  await settings.reset();
  expect(settings.value()).toEqual({ ...defaultSettings, ...kept });
});
