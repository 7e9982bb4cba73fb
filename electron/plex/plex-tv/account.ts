import type { PasswordForm } from '../../../shared/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isLoopback, parseUrl } from '../../addresses.ts';
import { callPlexTv, tellPlexTv, type PlexDeps } from '../call.ts';
import { readAccount, type PlexAccount } from '../wire/account.ts';
import { readHome, type WireHome } from '../wire/home.ts';

export interface SignedIn {
  readonly token: string;
  readonly account: PlexAccount;
}

/**
 * `POST https://plex.tv/api/v2/users/signin`: answers the account with its token, by 201 or 200. Never repeated by
 * itself: after some refused tries Plex blocks the address.
 */
export const signIn = (
  deps: PlexDeps,
  { login, password, verificationCode }: PasswordForm,
  signal: AbortSignal,
): Promise<Result<SignedIn>> =>
  callPlexTv(
    deps,
    {
      method: 'POST',
      url: `${deps.endpoints.plexTv}/api/v2/users/signin`,
      form: {
        login,
        password,
        rememberMe: 'true',
        ...(verificationCode === null ? {} : { verificationCode }),
      },
      signal,
      asked: 'signIn',
    },
    (body) => {
      const read = readAccount(body);
      return read === null || read.token === null ? null : { ...read, token: read.token };
    },
  );

/** `DELETE https://plex.tv/api/v2/users/signout`: ends the token. One that is no longer good is ended already. */
export const signOut = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/users/signout`;
  const told = await tellPlexTv(deps, { method: 'DELETE', url, token, signal, asked: 'token' });
  return !told.ok && told.error.code === 'token.rejected' ? ok(null) : told;
};

/**
 * `GET https://plex.tv/api/v2/user`: the account behind a token, and the proof that the token is good
 * (https://developer.plex.tv/pms/, "Authenticating with Plex": 200 valid, 401 not, anything else says nothing).
 */
export const getAccount = (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<PlexAccount>> =>
  callPlexTv(
    deps,
    {
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
      asked: 'token',
    },
    // The token in the answer is the caller's own; with a JWT it is not documented what stands there.
    (body) => readAccount(body, [token])?.account ?? null,
  );

/**
 * `GET https://plex.tv/api/v2/ping`: tells plex.tv that the token is in use. It is not in Plex's own documents;
 * Overseerr and others ask it daily, since tokens that lay idle for weeks have died
 * (https://github.com/nylonee/watchlistarr/issues/123).
 */
export const ping = (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/ping`;
  return tellPlexTv(deps, { method: 'GET', url, token, signal, asked: 'token' });
};

/** `GET https://plex.tv/api/v2/home/users`: who is in the account's Plex Home. Who is in none sees themselves. */
export const listHomeUsers = (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<WireHome>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/home/users`;
  return callPlexTv(deps, { method: 'GET', url, token, signal, asked: 'token' }, readHome);
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
  return callPlexTv(
    deps,
    {
      method: 'POST',
      url,
      ...(pin === null ? {} : { query: { pin } }),
      token,
      signal,
      asked: pin === null ? 'switch' : 'switchWithPin',
    },
    (body) => {
      const read = readAccount(body, [token]);
      // SECURITY: a token of somebody else, the caller's own included, is never kept under this Home user's name.
      return read === null ||
        read.token === null ||
        read.token === token ||
        read.account.identity.uuid !== uuid
        ? null
        : { ...read, token: read.token };
    },
  );
};

const isPrivate = (url: string): boolean => {
  const parsed = parseUrl(url);
  return parsed !== null && (parsed.protocol === 'https:' || isLoopback(parsed.hostname));
};
