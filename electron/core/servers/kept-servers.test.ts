import { expect, test } from 'vitest';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import { createMemoryProfileFiles } from '../../storage/profile/memory-profile-files.ts';
import { openKeptServers, type KeptServers } from './kept-servers.ts';

const accountId = 'a1' as AccountId;
const name = { serverId: 's1' as ServerId, uri: 'https://192.0.2.5:32400' };

test('an address that another process added anew, for another certificate, is taken over as a change', async () => {
  const files = createMemoryProfileFiles();
  const open = async (): Promise<KeptServers> => {
    const opened = await openKeptServers(
      files,
      () => 0,
      () => Promise.resolve(false),
    );
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  };
  const terminal = await open();
  await terminal.addAddress(accountId, { ...name, addedFor: 'person', certificate: 'AB:CD' });
  const window = await open();
  await terminal.removeAddress(accountId, name);
  await terminal.addAddress(accountId, { ...name, addedFor: 'person', certificate: 'EF:01' });

  const changedFor = new Promise((resolve) => window.onTakenOver(resolve));
  window.watch();
  expect(await changedFor).toEqual([accountId]);
});
