import * as v from 'valibot';
import type { Result } from '../../../shared/result.ts';
import { err, ok } from '../../../shared/result.ts';
import { decodePlexData } from '../http/decode-plex-data.ts';
import { decodePlexError } from '../http/decode-plex-error.ts';
import { isSuccess } from '../http/is-success.ts';
import type { PlexDeps } from '../http/plex-deps.ts';
import { plexRequest } from '../http/plex-request.ts';
import type { HomeSwitch, SignedIn } from '../plex-client.ts';
import { readAccount } from '../read-account.ts';

/**
 * `POST https://plex.tv/api/v2/home/users/{uuid}/switch`: answers the Home user's account with its token, by 201 or 200.
 * Never repeated by itself: Plex counts switches (429), and a PIN that was refused once is refused again.
 */
export const switchHomeUser = async (
  deps: PlexDeps,
  token: string,
  { uuid, pin }: HomeSwitch,
  signal?: AbortSignal,
): Promise<Result<SignedIn>> => {
  const answer = await plexRequest(deps, {
    method: 'POST',
    url: `${deps.endpoints.plexTv}/api/v2/home/users/${encodeURIComponent(uuid)}/switch`,
    // SECURITY: plex.tv takes it as a query parameter too, and most clients send it so; but an address ends up in logs.
    ...(pin === null ? {} : { form: { pin } }),
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) {
    return err(decodePlexError(answer.value, pin === null ? 'switch' : 'switchWithPin'));
  }
  const data = decodePlexData(answer.value, v.unknown());
  if (!data.ok) return data;
  const read = readAccount(data.value, [token]);
  if (!read.ok) return read;
  const { account, token: switched } = read.value;
  // SECURITY: a token of somebody else, the caller's own included, is never kept under this Home user's name.
  const isWrong = account.uuid !== uuid || switched === token;
  return switched === null || isWrong
    ? err({ code: 'plex.malformed' })
    : ok({ token: switched, account });
};
