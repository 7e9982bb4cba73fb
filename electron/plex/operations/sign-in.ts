import * as v from 'valibot';
import type { PasswordForm } from '../../../shared/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodePlexError } from '../plex-error.ts';
import type { SignedIn } from '../plex-client.ts';
import { readAccount } from '../wire/account.ts';

/**
 * `POST https://plex.tv/api/v2/users/signin`: answers the account with its token, by 201 or 200. Never repeated by
 * itself: after some refused tries Plex blocks the address.
 */
export const signIn = async (
  deps: PlexDeps,
  form: PasswordForm,
  signal: AbortSignal,
): Promise<Result<SignedIn>> => {
  const { login, password, verificationCode } = form;
  const answer = await plexRequest(deps, {
    method: 'POST',
    url: `${deps.endpoints.plexTv}/api/v2/users/signin`,
    form: {
      login,
      password,
      rememberMe: 'true',
      ...(verificationCode === null ? {} : { verificationCode }),
    },
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'signIn'));
  const data = decodePlexData(answer.value, v.unknown());
  if (!data.ok) return data;
  const read = readAccount(data.value);
  if (!read.ok) return read;
  const { account, token } = read.value;
  return token === null ? err({ code: 'plex.malformed' }) : ok({ token, account });
};
