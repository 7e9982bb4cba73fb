import type { AccountId } from '../../../shared/model/ids.ts';
import type { ServerList } from '../../../shared/model/server.ts';
import type { FakePlex } from '../../fake-plex/fake-plex.ts';
import { startFakePlex } from '../../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from '../core-under-test.ts';

/** A user of a fake Plex that is signed in in a core, and whose servers are known there. */
interface SignedIn {
  readonly plex: FakePlex;
  readonly core: CoreUnderTest;
  readonly accountId: AccountId;
}

/** Where most tests of the core begin: a fake Plex and a core of their own, and one account. The Plex is theirs to stop. */
export async function startSignedIn(name: string): Promise<SignedIn> {
  const plex = await startFakePlex();
  const core = await startCore({ plexUrl: plex.baseUrl });
  return { plex, core, accountId: await signInAndList(core, plex, name) };
}

/** As `signInWithPassword`; answers once Plex has told the servers of the account too. */
export async function signInAndList(
  core: CoreUnderTest,
  plex: FakePlex,
  name: string,
): Promise<AccountId> {
  const accountId = await signInWithPassword(core, plex, name);
  await serversListed(core, accountId);
  return accountId;
}

/** Resolves with the servers of an account once Plex has told them. */
export const serversListed = (core: CoreUnderTest, accountId: AccountId): Promise<ServerList> =>
  core.waitFor(
    'servers',
    (list) => list.accountId === accountId && !list.isRefreshing && list.refreshedAt !== null,
  );

/** Signs a user of the fake in by password, and code where there is one; answers once the account is stored. */
export async function signInWithPassword(
  core: CoreUnderTest,
  plex: FakePlex,
  name: string,
  { rememberMe = true } = {},
): Promise<AccountId> {
  const user = plex.user(name);
  await core.must('signIn.submitPassword', {
    login: user.emailOnly ? user.email : user.username,
    password: user.password ?? '',
    verificationCode: user.verificationCode,
    rememberMe,
  });
  const state = await core.waitFor('signIn', ({ kind }) => kind === 'done' || kind === 'idle');
  if (state.kind !== 'done') throw new Error('the sign-in was cancelled');
  return state.accountId;
}
