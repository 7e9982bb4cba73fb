import { beforeAll, expect, test } from 'vitest';
import { changeEntries } from './testing/stored.ts';
import { useTerminal } from './testing/terminal.ts';

const terminal = useTerminal();

// As the window leaves it where somebody who signed in was switched to from another's Home besides.
beforeAll(async () => {
  await terminal.signIn('robin');
  await terminal.signIn('edith');
  await changeEntries(terminal, 'accounts', ([robin, edith]) => [
    ...[robin, edith].map((entry) => entry ?? {}),
    { ...edith, id: 'edith-at-home', homeOf: (robin as { id: string }).id },
  ]);
});

interface Answer {
  readonly error: { readonly code: string; readonly candidates: readonly string[] };
}

const candidatesOf = async (args: readonly string[]): Promise<readonly string[]> => {
  const run = await terminal.usher(args);
  expect(run.code).toBe(2);
  const { error } = JSON.parse(run.stdout) as Answer;
  expect(error.code).toMatch(/ambiguous$/);
  return error.candidates;
};

test('two accounts of the same user are told apart, and each is found by what is shown of it', async () => {
  const candidates = await candidatesOf(['account', 'edith', '--json']);
  expect(candidates).toHaveLength(2);
  expect(candidates.filter((one) => one.includes('Home user of robin'))).toHaveLength(1);
  const ids = candidates.map((candidate) => candidate.split(', ').at(-1) ?? '');
  const answers = await Promise.all(ids.map((id) => terminal.json(['account', id])));
  expect(answers).toMatchObject(ids.map((id) => ({ account: { id } })));
});

test('a server of both is found by the account that is proposed', async () => {
  const candidates = await candidatesOf(['mint', 'Attic', '--as', 'json']);
  expect(candidates.length).toBeGreaterThan(1);
  for (const candidate of candidates) {
    const account = /--account (\S+)\)/.exec(candidate)?.[1] ?? '';
    await terminal.must(['mint', 'Attic', '--account', account]);
  }
});

test('the list of accounts says whose Home user one is', async () => {
  const { accounts } = (await terminal.json(['accounts'])) as { accounts: { id: string }[] };
  expect(accounts).toMatchObject([
    { username: 'robin', homeOf: null },
    { id: 'edith-at-home', homeOf: accounts[0]?.id },
    { username: 'edith', homeOf: null },
  ]);
});
