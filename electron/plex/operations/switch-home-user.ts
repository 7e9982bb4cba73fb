import * as v from 'valibot';
import { err, ok, type Result } from '../../../shared/result.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodePlexError } from '../plex-error.ts';
import type { HomeSwitch, SignedIn } from '../plex-client.ts';
import { isLoopback, parseUrl } from '../../addresses.ts';
import { readAccount } from '../wire/account.ts';

/**
 * `POST https://plex.tv/api/v2/home/users/{uuid}/switch`: answers the Home user's account with its token, by 201 or 200.
 * The PIN goes as a query parameter, as lcharlick/PlexKit, andrey-yantsen/plex-api.rs and arabcoders/watchstate send it.
 * Never repeated by itself: Plex counts switches (429), and a PIN that was refused once is refused again.
 */
export const switchHomeUser = async (
  deps: PlexDeps,
  token: string,
  { uuid, pin }: HomeSwitch,
  signal?: AbortSignal,
): Promise<Result<SignedIn>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/home/users/${encodeURIComponent(uuid)}/switch`;
  // SECURITY: the PIN stands in the address, since Plex takes it nowhere else; so nobody on the way may read that.
  if (pin !== null && !isPrivate(url)) return err({ code: 'network.untrusted' });
  const answer = await plexRequest(deps, {
    method: 'POST',
    url,
    ...(pin === null ? {} : { query: { pin } }),
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

const isPrivate = (url: string): boolean => {
  const parsed = parseUrl(url);
  return parsed !== null && (parsed.protocol === 'https:' || isLoopback(parsed.hostname));
};
