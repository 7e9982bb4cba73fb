import type { PasswordForm } from '../../shared/contract.ts';
import type { FoundDevice } from '../../shared/model/identification.ts';
import type { DeviceId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import { getAvatar, type Avatar } from './avatar.ts';
import type { PlexDeps } from './call.ts';
import { askIdentity, askPinnedIdentity, type IdentityOutcome } from './identity.ts';
import {
  askSource,
  checkServerToken,
  mintTransientToken,
  proveServerToken,
  type TokenReception,
} from './media-server.ts';
import {
  getAccount,
  listHomeUsers,
  ping,
  signIn,
  signOut,
  switchHomeUser,
  type HomeSwitch,
  type SignedIn,
} from './plex-tv/account.ts';
import { findTokenDevice, listDevices, listResources, revokeDevice } from './plex-tv/devices.ts';
import {
  authPageUrl,
  checkPin,
  createPin,
  linkPin,
  prefilledLinkUrl,
  type Pin,
  type PinCheck,
} from './plex-tv/pins.ts';
import { raceConnections, secondsToServer } from './routing.ts';
import type { PlexAccount } from './wire/account.ts';
import type { ReadDevices } from './wire/devices.ts';
import type { WireHome } from './wire/home.ts';
import type {
  FoundServer,
  Route,
  RouteOptions,
  RouteTarget,
  ServerAddress,
} from './wire/resources.ts';
import type { FoundSourceDevice } from './wire/source-devices.ts';

/**
 * Every call Usher makes to plex.tv and to media servers; the function of the same name documents it. Nothing is stored, and
 * nothing is retried.
 *
 * An aborted call returns the error its signal was aborted with (`controller.abort({ code: 'signIn.cancelled' })`); any other
 * reason counts as `signIn.cancelled`.
 */
export interface PlexClient {
  /** Whether the host gate is closed for this server, or for plex.tv (null): a call would return `plex.rateLimited` at once. */
  isRateLimited(server: Pick<RouteTarget, 'connections'> | null): boolean;
  /**
   * Records whether a token was issued to a device other than this installation: requests with it, and with the access tokens
   * it lists, then carry the client identifier and no names.
   */
  noteForeign(token: string, isForeign: boolean): void;

  signIn(form: PasswordForm, signal: AbortSignal): Promise<Result<SignedIn>>;
  getAccount(token: string, signal?: AbortSignal): Promise<Result<PlexAccount>>;

  createPin(isStrong: boolean, signal: AbortSignal): Promise<Result<Pin>>;
  checkPin(pinId: number, signal: AbortSignal): Promise<Result<PinCheck>>;
  authPageUrl(pin: Pick<Pin, 'code'>): string;
  /** The page for four-character codes. */
  readonly linkUrl: string;
  prefilledLinkUrl(pin: Pick<Pin, 'code'>): string;

  ping(token: string, signal?: AbortSignal): Promise<Result<null>>;

  listResources(token: string, signal?: AbortSignal): Promise<Result<readonly FoundServer[]>>;
  listDevices(token: string, signal?: AbortSignal): Promise<Result<ReadDevices>>;
  revokeDevice(token: string, deviceId: DeviceId, signal?: AbortSignal): Promise<Result<null>>;
  signOut(token: string, signal?: AbortSignal): Promise<Result<null>>;
  listHomeUsers(token: string, signal?: AbortSignal): Promise<Result<WireHome>>;
  switchHomeUser(token: string, to: HomeSwitch, signal?: AbortSignal): Promise<Result<SignedIn>>;
  linkPin(token: string, code: string, signal?: AbortSignal): Promise<Result<null>>;
  findTokenDevice(token: string, signal?: AbortSignal): Promise<Result<FoundDevice | null>>;
  getAvatar(url: string, signal?: AbortSignal): Promise<Result<Avatar>>;

  /** `raceConnections`, as soon as the best address is known. */
  findRoute(server: RouteTarget, options: RouteOptions): Promise<Result<Route>>;
  /** `raceConnections`, trying every address to its end. */
  tryConnections(server: RouteTarget, options: RouteOptions): Promise<Result<Route>>;
  askIdentity(address: ServerAddress, signal: AbortSignal): Promise<IdentityOutcome>;
  askPinnedIdentity(uri: string, signal: AbortSignal): Promise<IdentityOutcome>;

  checkServerToken(
    route: Route,
    token: string,
    signal?: AbortSignal,
  ): Promise<Result<TokenReception>>;
  proveServerToken(route: Route, token: string, signal?: AbortSignal): Promise<Result<null>>;
  mintTransientToken(
    route: Route,
    accessToken: string,
    signal?: AbortSignal,
  ): Promise<Result<string>>;
  askSource(
    route: Route,
    token: string,
    source: string,
    refresh: boolean,
    signal?: AbortSignal,
  ): Promise<Result<readonly FoundSourceDevice[]>>;
}

export const createPlexClient = (deps: PlexDeps): PlexClient => ({
  isRateLimited: (server) =>
    server === null
      ? deps.gate.waitSeconds(deps.endpoints.plexTv) !== null
      : secondsToServer(deps, server) !== null,
  noteForeign: (token, isForeign) => deps.foreignTokens.note(token, isForeign),
  signIn: (form, signal) => signIn(deps, form, signal),
  getAccount: (token, signal) => getAccount(deps, token, signal),
  createPin: (isStrong, signal) => createPin(deps, isStrong, signal),
  checkPin: (pinId, signal) => checkPin(deps, pinId, signal),
  authPageUrl: ({ code }) => authPageUrl(deps, code),
  linkUrl: deps.endpoints.linkPage,
  prefilledLinkUrl: ({ code }) => prefilledLinkUrl(deps.endpoints.linkPage, code),
  ping: (token, signal) => ping(deps, token, signal),
  listResources: async (token, signal) => {
    const listed = await listResources(deps, token, signal);
    const isForeign = deps.foreignTokens.has(token);
    for (const { accessToken } of listed.ok ? listed.value : []) {
      if (accessToken !== null) deps.foreignTokens.note(accessToken, isForeign);
    }
    return listed;
  },
  listDevices: (token, signal) => listDevices(deps, token, signal),
  revokeDevice: (token, deviceId, signal) => revokeDevice(deps, token, deviceId, signal),
  signOut: (token, signal) => signOut(deps, token, signal),
  listHomeUsers: (token, signal) => listHomeUsers(deps, token, signal),
  switchHomeUser: (token, to, signal) => switchHomeUser(deps, token, to, signal),
  linkPin: (token, code, signal) => linkPin(deps, token, code, signal),
  findTokenDevice: (token, signal) => findTokenDevice(deps, token, signal),
  getAvatar: (url, signal) => getAvatar(deps, url, signal),
  findRoute: (server, options) => raceConnections(deps, server, { ...options, isPatient: false }),
  tryConnections: (server, options) =>
    raceConnections(deps, server, { ...options, isPatient: true }),
  askIdentity: (address, signal) => askIdentity(deps, address, signal),
  askPinnedIdentity: (uri, signal) => askPinnedIdentity(deps, uri, signal),
  checkServerToken: (route, token, signal) => checkServerToken(deps, route, token, signal),
  proveServerToken: (route, token, signal) => proveServerToken(deps, route, token, signal),
  mintTransientToken: (route, accessToken, signal) =>
    mintTransientToken(deps, route, accessToken, signal),
  askSource: (route, token, source, refresh, signal) =>
    askSource(deps, route, token, { source, refresh }, signal),
});
