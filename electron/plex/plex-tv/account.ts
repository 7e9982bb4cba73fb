import type { PasswordForm } from '../../../shared/contract.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { isLoopback, parseUrl } from '../../addresses.ts';
import { callPlexTv, commandPlexTv, type PlexDeps } from '../call.ts';
import { readAccount, type PlexAccount } from '../wire/account.ts';
import { readHome, type WireHome } from '../wire/home.ts';

/** An account, freed of secrets, and the account token Plex issued for it. */
export interface SignedIn {
  readonly token: string;
  readonly account: PlexAccount;
  /** Off where the person did not want to stay signed in: then the token is nobody's to write anywhere. */
  readonly isRemembered: boolean;
}

/**
 * `POST https://plex.tv/api/v2/users/signin`: signs in with username or email, password, and verification code. Returns the
 * account object with its `authToken` (201 or 200). Never retried: after repeated failures Plex blocks the IP address (1031).
 *
 * Errors besides `callPlexTv`'s: `plex.badCredentials`, `plex.codeRequired`, `plex.codeWrong`, `plex.emailRequired`,
 * `plex.addressBlocked`, `plex.browserRequired`. Source: `/users/signin` of LukeHagar/plex-api-spec, and for the codes
 * https://github.com/Taxel/PlexTraktSync/issues/2218.
 */
export const signIn = (
  deps: PlexDeps,
  { login, password, verificationCode, rememberMe }: PasswordForm,
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
        rememberMe: String(rememberMe),
        ...(verificationCode === null ? {} : { verificationCode }),
      },
      signal,
      kind: 'signIn',
    },
    (body) => {
      const read = readAccount(body, { askedAt: deps.clock.now(), answerTo: 'signIn' });
      return read === null || read.token === null
        ? null
        : { ...read, token: read.token, isRemembered: rememberMe };
    },
  );

/**
 * `DELETE https://plex.tv/api/v2/users/signout`: revokes the token; returns null (204). A token that Plex already rejects
 * counts as revoked. Errors as `callPlexTv`. Source: python-plexapi (`MyPlexAccount.signout`) and andrey-yantsen/plex-api.rs.
 */
export const signOut = async (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/users/signout`;
  const revoked = await commandPlexTv(deps, {
    method: 'DELETE',
    url,
    token,
    signal,
    kind: 'token',
  });
  return !revoked.ok && revoked.error.code === 'token.rejected' ? ok(null) : revoked;
};

/**
 * `GET https://plex.tv/api/v2/user`: returns the account behind a token, which proves that the token is valid. Errors besides
 * `callPlexTv`'s: `token.rejected`. Source: https://developer.plex.tv/pms/, "Authenticating with Plex" (200 is valid, 401
 * is not, anything else proves nothing).
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
      kind: 'token',
    },
    // The `authToken` in the response is the caller's own; for a JWT, it isn't documented.
    (body) =>
      readAccount(body, { askedAt: deps.clock.now(), answerTo: 'user' }, [token])?.account ?? null,
  );

/**
 * `GET https://plex.tv/api/v2/ping`: tells plex.tv that the token is in use; returns null. Errors besides `callPlexTv`'s:
 * `token.rejected`. Not in Plex's documents: Overseerr and others call it daily, because tokens that were idle for weeks
 * stopped working (https://github.com/nylonee/watchlistarr/issues/123).
 */
export const ping = (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<null>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/ping`;
  return commandPlexTv(deps, { method: 'GET', url, token, signal, kind: 'token' });
};

/**
 * `GET https://plex.tv/api/v2/home/users`: returns the users of the account's Plex Home; an account without a Home gets itself.
 * Errors besides `callPlexTv`'s: `token.rejected`. Source: the requests and captures of lcharlick/PlexKit and
 * arabcoders/watchstate.
 */
export const listHomeUsers = (
  deps: PlexDeps,
  token: string,
  signal?: AbortSignal,
): Promise<Result<WireHome>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/home/users`;
  return callPlexTv(deps, { method: 'GET', url, token, signal, kind: 'token' }, readHome);
};

export interface HomeSwitch {
  readonly uuid: string;
  /** Four digits; null to try without. */
  readonly pin: string | null;
}

/**
 * `POST https://plex.tv/api/v2/home/users/{uuid}/switch?pin=…`: returns the Home user's account with its token (201 or 200).
 * Never retried: Plex limits switches (429), and a PIN that was refused once is refused again.
 *
 * Errors besides `callPlexTv`'s: `token.rejected`, `plex.pinRequired`, `plex.pinWrong`, `home.memberNotFound`, and
 * `network.untrusted` for a PIN over plain HTTP. Source: lcharlick/PlexKit, andrey-yantsen/plex-api.rs, and
 * arabcoders/watchstate, which all send the PIN as a query parameter.
 */
export const switchHomeUser = async (
  deps: PlexDeps,
  token: string,
  { uuid, pin }: HomeSwitch,
  signal?: AbortSignal,
): Promise<Result<SignedIn>> => {
  const url = `${deps.endpoints.plexTv}/api/v2/home/users/${encodeURIComponent(uuid)}/switch`;
  // SECURITY: Plex accepts the PIN only in the URL, so the connection must be private.
  if (pin !== null && !isPrivate(url)) return err({ code: 'network.untrusted' });
  return callPlexTv(
    deps,
    {
      method: 'POST',
      url,
      ...(pin === null ? {} : { query: { pin } }),
      token,
      signal,
      kind: pin === null ? 'switch' : 'switchWithPin',
    },
    (body) => {
      const asked = { askedAt: deps.clock.now(), answerTo: 'homeSwitch' } as const;
      const read = readAccount(body, asked, [token]);
      // SECURITY: another user's token, the caller's own included, is never kept under this Home user's name.
      return read === null ||
        read.token === null ||
        read.token === token ||
        read.account.identity.uuid !== uuid
        ? null
        : { ...read, token: read.token, isRemembered: true };
    },
  );
};

/** Whether nobody on the way can read the URL. */
const isPrivate = (url: string): boolean => {
  const parsed = parseUrl(url);
  return parsed !== null && (parsed.protocol === 'https:' || isLoopback(parsed.hostname));
};
