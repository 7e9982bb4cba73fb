import { expect, test } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { createMemoryProfileFiles } from '../../storage/profile/memory-profile-files.ts';
import { openUsherIndex, type UsherIndex } from '../../storage/profile/usher-index.ts';
import { accountNamed } from '../../storage/testing/keeper-under-test.ts';
import { createVerdictBook } from './verdict-book.ts';

const rejected = err({ code: 'token.rejected' } as const);

test('what another process has learnt of a token meanwhile is kept', async () => {
  const files = createMemoryProfileFiles();
  const open = async (): Promise<UsherIndex> => {
    const opened = await openUsherIndex(files, () => 0);
    if (!opened.ok) throw new Error(opened.error.code);
    return opened.value;
  };
  const accountIn = (index: UsherIndex) => {
    const [account] = index.content().accounts;
    if (account === undefined) throw new Error('There is no account.');
    return account;
  };
  const here = await open();
  await here.update((content) =>
    accountNamed('robin')(content, { secretKey: '1', storage: 'keychain' }),
  );
  const elsewhere = await open();
  const bookHere = createVerdictBook({ index: here, clock: { now: () => 3 } });
  const bookThere = createVerdictBook({ index: elsewhere, clock: { now: () => 2 } });

  await bookThere.note(accountIn(elsewhere), ok(null));
  expect(accountIn(here).lastProvedAt).toBeNull();
  expect(await bookHere.note(accountIn(here), rejected)).toBe('rejected');
  expect(accountIn(here)).toMatchObject({ lastProvedAt: 2, rejectedAt: 3 });
});
