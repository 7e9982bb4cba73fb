import type { FakeUser } from '../state/fake-user.ts';
import type { World } from '../state/world.ts';

interface Credentials {
  readonly login: string;
  readonly password: string;
  readonly verificationCode: string;
}

/**
 * Who signs in with these, or the code of the refusal. Wrong passwords and wrong verification codes count against the
 * caller's address; once too many, the address is turned away with 1031 whatever it sends, for a while. A success
 * wipes the count.
 */
export function checkCredentials(
  world: World,
  address: string,
  { login, password, verificationCode }: Credentials,
): FakeUser | 1001 | 1028 | 1029 | 1030 | 1031 {
  const { signInFailures, settings } = world;
  if (
    signInFailures.within(address, settings.addressBlockSeconds) >= settings.signInFailuresAllowed
  ) {
    return 1031;
  }
  const wanted = login.toLowerCase();
  const user = world.users.find(
    ({ username, email }) => email !== '' && [username, email].includes(wanted),
  );
  if (user?.emailOnly === true && wanted !== user.email) return 1030;
  if (user === undefined || user.password === null || user.password !== password) {
    signInFailures.add(address);
    return 1001;
  }
  if (user.verificationCode !== null) {
    if (verificationCode === '') return 1029;
    if (verificationCode !== user.verificationCode) {
      signInFailures.add(address);
      return 1028;
    }
  }
  signInFailures.forget(address);
  return user;
}
