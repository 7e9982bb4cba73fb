import { expect, test } from 'vitest';
import { makeGate } from '../../testing.ts';
import { accountNamed } from '../testing/keeper-under-test.ts';
import { createMemoryProfileFiles } from './memory-profile-files.ts';
import { openUsherIndex } from './usher-index.ts';

test('an entry of the session that is put in while the file is written stays in, and out of the file', async () => {
  const { pass, reached, open } = makeGate();
  const memory = createMemoryProfileFiles();
  const opened = await openUsherIndex(
    {
      ...memory,
      write: async (name, text) => {
        await pass();
        return memory.write(name, text);
      },
    },
    () => 0,
  );
  if (!opened.ok) throw new Error(opened.error.code);
  const index = opened.value;
  const kept = index.update((content) =>
    accountNamed('kept')(content, { secretKey: '1', storage: 'keychain' }),
  );
  await reached;
  const held = index.update((content) =>
    accountNamed('held')(content, { secretKey: '2', storage: 'session' }),
  );
  open();
  await Promise.all([kept, held]);
  expect(index.content().accounts.map(({ uuid }) => uuid)).toEqual(['kept', 'held']);
  const text = await memory.read('index.json');
  expect(text).toMatchObject({ value: expect.not.stringContaining('held') as string });
});
