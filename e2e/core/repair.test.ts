import { afterEach, beforeEach, expect, test } from 'vitest';
import type { AccountId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInWithPassword } from './sign-in-with-password.ts';

const names = ['sam', 'edith', 'robin'] as const;

let plex: FakePlex;
let core: CoreUnderTest;
let ids: readonly AccountId[];

beforeEach(async () => {
  plex = await startFakePlex();
  core = await startCore({ plexUrl: plex.baseUrl });
  const signedIn: AccountId[] = [];
  for (const name of names) signedIn.push(await signInWithPassword(core, plex, name));
  ids = signedIn;
});
afterEach(() => plex.stop());

/** A password reset that signs everything out, found by asking. */
async function signOutAtPlex(...which: readonly (typeof names)[number][]): Promise<void> {
  for (const name of which) {
    plex.revokeAll(name);
    const accountId = ids[names.indexOf(name)];
    if (accountId !== undefined) await core.request('account.load', { accountId });
  }
}

test('a run takes every rejected account in the order of the list, and no other', async () => {
  await signOutAtPlex('robin', 'sam');
  await core.must('repair.start', {});
  expect(core.snapshot().repair).toEqual({ accountIds: [ids[0], ids[2]], skippedIds: [] });
});

test('a run goes on while accounts are repaired, skipped, taken up again and rejected', async () => {
  await signOutAtPlex('sam', 'robin');
  await core.must('repair.start', {});
  const [sam, edith, robin] = ids as [AccountId, AccountId, AccountId];
  await core.must('repair.skip', { accountId: sam });
  expect(core.snapshot().repair).toEqual({ accountIds: [sam, robin], skippedIds: [sam] });
  await core.must('repair.takeUp', { accountId: sam });
  const { email, password } = plex.user('sam');
  await core.must('signIn.submitPassword', {
    login: email,
    password: password ?? '',
    verificationCode: null,
    forAccountId: sam,
  });
  await core.waitFor('signIn.changed', ({ kind }) => kind === 'done');
  await signOutAtPlex('edith');
  // The window asks for the run anew each time it shows it.
  await core.must('repair.start', {});
  expect(core.snapshot()).toMatchObject({
    repair: { accountIds: [sam, robin, edith], skippedIds: [] },
    accounts: [
      { verdict: { kind: 'valid' } },
      { verdict: { kind: 'rejected' } },
      { verdict: { kind: 'rejected' } },
    ],
  });
});

test('an account that is removed meanwhile leaves the run', async () => {
  await signOutAtPlex('sam', 'robin');
  await core.must('repair.start', {});
  await core.must('account.removeLocally', { accountId: ids[0] as AccountId });
  expect(core.snapshot().repair.accountIds).toEqual([ids[2]]);
  await core.must('repair.end', {});
  expect(core.snapshot().repair.accountIds).toEqual([]);
});

test('without a rejected account there is no run', async () => {
  await core.must('repair.start', {});
  await core.must('repair.skip', { accountId: ids[0] as AccountId });
  expect(core.snapshot().repair).toEqual({ accountIds: [], skippedIds: [] });
});
