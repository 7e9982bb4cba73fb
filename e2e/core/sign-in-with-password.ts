import type { AccountId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import type { CoreUnderTest } from './core-under-test.ts';

/** Signs a user of the fake in by password, and code where there is one; answers once the account is stored. */
export async function signInWithPassword(
  core: CoreUnderTest,
  fake: FakePlex,
  name: string,
  { rememberMe = true } = {},
): Promise<AccountId> {
  const user = fake.user(name);
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
