import * as v from 'valibot';
import type { PasswordForm } from '../../../shared/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isLoopback, parseUrl } from '../../addresses.ts';
import { decodePlexData, isSuccess, plexRequest, type PlexDeps } from '../call.ts';
import { decodeBody } from '../http/decode-body.ts';
import { decodePlexError } from '../plex-error.ts';
import { readAccount, type WireAccount } from '../wire/account.ts';
import { readHome, type WireHome } from '../wire/home.ts';

export interface SignedIn {
  readonly token: string;
  readonly account: WireAccount;
}

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

/** `DELETE https://plex.tv/api/v2/users/signout`: ends the token. One that is no longer good is ended already. */
export const signOut = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const answer = await plexRequest(deps, {
    method: 'DELETE',
    url: `${deps.endpoints.plexTv}/api/v2/users/signout`,
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (isSuccess(answer.value)) {
    // SECURITY: a portal's page is no proof that the token is gone.
    const isPage = decodeBody(answer.value.contentType, answer.value.text).kind === 'html';
    return isPage ? err({ code: 'network.intercepted' }) : ok(null);
  }
  const error = decodePlexError(answer.value, 'token');
  return error.code === 'token.rejected' ? ok(null) : err(error);
};

/**
 * `GET https://plex.tv/api/v2/user`: the account behind a token, and the proof that the token is good
 * (https://developer.plex.tv/pms/, "Authenticating with Plex": 200 valid, 401 not, anything else says nothing).
 */
export const getAccount = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<WireAccount>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${deps.endpoints.plexTv}/api/v2/user`,
    query: {
      includeSubscriptions: '1',
      includeProviders: '1',
      includeSettings: '1',
      includeSharedSettings: '1',
    },
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'token'));
  const data = decodePlexData(answer.value, v.unknown());
  if (!data.ok) return data;
  // The token in the answer is the caller's own; with a JWT it is not documented what stands there.
  const read = readAccount(data.value, [token]);
  return read.ok ? ok(read.value.account) : read;
};

/**
 * `GET https://plex.tv/api/v2/ping`: tells plex.tv that the token is in use. It is not in Plex's own documents;
 * Overseerr and others ask it daily, since tokens that lay idle for weeks have died
 * (https://github.com/nylonee/watchlistarr/issues/123).
 */
export const ping = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/ping`;
  const answer = await plexRequest(deps, { method: 'GET', url, token, signal });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'token'));
  const { contentType, text } = answer.value;
  return decodeBody(contentType, text).kind === 'html'
    ? err({ code: 'network.intercepted' })
    : ok(null);
};

/** `GET https://plex.tv/api/v2/home/users`: who is in the account's Plex Home. Who is in none sees themselves. */
export const listHomeUsers = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<WireHome>> => {
  const answer = await plexRequest(deps, {
    method: 'GET',
    url: `${deps.endpoints.plexTv}/api/v2/home/users`,
    token,
    signal,
  });
  if (!answer.ok) return answer;
  if (!isSuccess(answer.value)) return err(decodePlexError(answer.value, 'token'));
  const data = decodePlexData(answer.value, v.unknown());
  if (!data.ok) return data;
  const home = readHome(data.value);
  return home === null ? err({ code: 'plex.malformed' }) : ok(home);
};

export interface HomeSwitch {
  readonly uuid: string;
  /** Four digits; null to try without. */
  readonly pin: string | null;
}

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
