import { describe, expect, test } from 'vitest';
import { err, ok, type Result } from '../../shared/result.ts';
import { makeGate } from '../testing.ts';
import { accountNamed, startKeeper, type KeeperUnderTest } from './testing/keeper-under-test.ts';

const failed = err({ code: 'vault.failed' } as const);
const locked = err({ code: 'vault.locked' } as const);

const keyOf = ({ index }: KeeperUnderTest, name: string): string =>
  index.content().accounts.find(({ uuid }) => uuid === name)?.secretKey ?? 'none';

const keepAccount = (world: KeeperUnderTest, name: string, secret: string): Promise<unknown> =>
  world.keeper.keep(secret, { subject: 'account', commit: accountNamed(name) });

describe('keeping a secret', () => {
  test('is not undone by the clearing up that runs meanwhile', async () => {
    const { pass, reached, open } = makeGate();
    const world = await startKeeper((keychain) => ({
      ...keychain,
      set: async (key, secret) => {
        const kept = await keychain.set(key, secret);
        await pass();
        return kept;
      },
    }));
    const keeping = keepAccount(world, 'sam', 'token');
    await reached;
    expect(await world.keeper.finish()).toEqual(ok(0));
    open();
    await keeping;
    expect(await world.keeper.read(keyOf(world, 'sam'))).toEqual(ok('token'));
    expect(world.index.content().unfinishedKeys).toEqual([]);
  });

  test('goes where its entry says, also when the person changes the mode meanwhile', async () => {
    const world = await startKeeper();
    const keeping = keepAccount(world, 'sam', 'token');
    world.vault.useSessionOnly();
    await keeping;
    expect(world.index.content().accounts).toMatchObject([{ storage: 'keychain' }]);
    expect(world.keychain.has(keyOf(world, 'sam'))).toBe(true);
  });

  test('twice at once for one entry leaves the one secret that the entry names', async () => {
    const secrets = new Set<string>();
    const world = await startKeeper((keychain) => ({
      ...keychain,
      set: (key, secret) => {
        secrets.add(key);
        return keychain.set(key, secret);
      },
      delete: (key) => {
        secrets.delete(key);
        return keychain.delete(key);
      },
    }));
    await keepAccount(world, 'sam', 'first');
    await Promise.all([keepAccount(world, 'sam', 'second'), keepAccount(world, 'sam', 'third')]);
    expect([...secrets]).toEqual([keyOf(world, 'sam')]);
    expect(world.index.content().unfinishedKeys).toEqual([]);
  });

  test('that the entry is refused for deletes it again', async () => {
    const world = await startKeeper();
    let key = '';
    const kept = await world.keeper.keep('token', {
      subject: 'account',
      commit: (content, { secretKey }) => {
        key = secretKey;
        return content;
      },
    });
    expect(kept).toEqual(ok(null));
    expect(world.keychain.has(key)).toBe(false);
    expect(world.index.content().unfinishedKeys).toEqual([]);
  });

  test('succeeds when the one it replaces can not be deleted; that is done later', async () => {
    let isBroken = false;
    const world = await startKeeper((keychain) => ({
      ...keychain,
      delete: (key) => (isBroken ? Promise.resolve(failed) : keychain.delete(key)),
    }));
    await keepAccount(world, 'sam', 'old');
    const oldKey = keyOf(world, 'sam');
    isBroken = true;
    expect(await keepAccount(world, 'sam', 'new')).toMatchObject({ ok: true });
    expect(world.index.content().unfinishedKeys).toEqual([oldKey]);
    expect(await world.keeper.read(keyOf(world, 'sam'))).toEqual(ok('new'));
    isBroken = false;
    expect(await world.keeper.finish()).toEqual(ok(1));
    expect(world.keychain.has(oldKey)).toBe(false);
  });

  test.each(['vault.denied', 'vault.timeout'] as const)(
    'that the person did not allow (%s) does not ask them again to clear up',
    async (code) => {
      const deleted: string[] = [];
      const world = await startKeeper((keychain) => ({
        ...keychain,
        set: () => Promise.resolve(err({ code })),
        delete: (key) => {
          deleted.push(key);
          return keychain.delete(key);
        },
      }));
      expect(await keepAccount(world, 'sam', 'token')).toEqual(err({ code }));
      expect(deleted).toEqual([]);
      expect(world.index.content().unfinishedKeys).toHaveLength(1);
      expect(await world.keeper.finish()).toEqual(ok(1));
    },
  );
});

describe('reading a secret', () => {
  const startWithAnswers = async (answers: Result<string | null>[], check: Result<null>) => {
    const world = await startKeeper((keychain) => ({
      ...keychain,
      get: () => Promise.resolve(answers.shift() ?? ok(null)),
      check: () => Promise.resolve(check),
    }));
    await world.keeper.keep('the token 1234', {
      subject: 'account',
      commit: accountNamed('sam', '1234'),
    });
    return world.keeper.read(keyOf(world, 'sam'));
  };

  test('that a locked keychain keeps back says locked', async () => {
    expect(await startWithAnswers([ok(null)], locked)).toEqual(locked);
  });

  test('that another program removed says missing', async () => {
    expect(await startWithAnswers([ok(null), ok(null)], ok(null))).toEqual(
      err({ code: 'vault.missing' }),
    );
  });

  test('finds it when the keychain was unlocked for the check', async () => {
    expect(await startWithAnswers([ok(null), ok('the token 1234')], ok(null))).toEqual(
      ok('the token 1234'),
    );
  });

  test('that another program wrote over says changed', async () => {
    expect(await startWithAnswers([ok('something else')], ok(null))).toEqual(
      err({ code: 'vault.changed' }),
    );
  });
});

describe('clearing up', () => {
  const startWithLeftovers = async (answer: (key: string) => Result<null> | null) => {
    const world = await startKeeper((keychain) => ({
      ...keychain,
      delete: (key) => Promise.resolve(answer(key)).then((given) => given ?? keychain.delete(key)),
    }));
    for (const key of ['one', 'two', 'three']) world.keychain.put(key, key);
    await world.index.update((content) => ({
      ...content,
      unfinishedKeys: ['one', 'two', 'three'],
    }));
    return world;
  };

  test('goes on past a secret that can not be deleted', async () => {
    const world = await startWithLeftovers((key) => (key === 'one' ? failed : null));
    expect(await world.keeper.finish()).toEqual(failed);
    expect(world.index.content().unfinishedKeys).toEqual(['one']);
  });

  test('asks a locked keychain once and keeps what is to be done', async () => {
    let count = 0;
    const world = await startWithLeftovers(() => {
      count += 1;
      return locked;
    });
    expect(await world.keeper.finish()).toEqual(locked);
    expect(count).toBe(1);
    expect(world.index.content().unfinishedKeys).toEqual(['one', 'two', 'three']);
  });

  test('never deletes what an entry names', async () => {
    const world = await startKeeper();
    await keepAccount(world, 'sam', 'token');
    const key = keyOf(world, 'sam');
    await world.index.update((content) => ({ ...content, unfinishedKeys: [key] }));
    expect(await world.keeper.finish()).toEqual(ok(0));
    expect(await world.keeper.read(key)).toEqual(ok('token'));
    expect(world.index.content().unfinishedKeys).toEqual([]);
  });
});

test('a secret that can not be deleted keeps its entry', async () => {
  const world = await startKeeper((keychain) => ({
    ...keychain,
    delete: () => Promise.resolve(locked),
  }));
  await keepAccount(world, 'sam', 'token');
  expect(await world.keeper.drop(keyOf(world, 'sam'))).toEqual(locked);
  expect(world.index.content().accounts).toHaveLength(1);
  expect(await world.keeper.read(keyOf(world, 'sam'))).toEqual(ok('token'));
});

test('what is released is out of the index at once, and deleted as soon as it can be', async () => {
  let isLocked = true;
  const world = await startKeeper((keychain) => ({
    ...keychain,
    delete: (key) => (isLocked ? Promise.resolve(locked) : keychain.delete(key)),
  }));
  await keepAccount(world, 'sam', 'token');
  const key = keyOf(world, 'sam');
  expect(await world.keeper.release((content) => ({ ...content, accounts: [] }))).toEqual(ok(null));
  expect(world.index.content()).toMatchObject({ accounts: [], unfinishedKeys: [key] });
  isLocked = false;
  expect(await world.keeper.finish()).toEqual(ok(1));
  expect(world.keychain.has(key)).toBe(false);
});
