import type { PasswordForm } from '../../shared/contract.ts';
import type { FoundDevice } from '../../shared/model/identification.ts';
import type { DeviceId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import { getAvatar, type Avatar } from './avatar.ts';
import type { PlexDeps } from './call.ts';
import {
  askSource,
  checkServerToken,
  mintTransientToken,
  proveServerToken,
  type SourceReply,
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
import type { FoundServer, Route, RouteOptions, RouteTarget } from './wire/resources.ts';

/**
 * Everything Usher asks of plex.tv and of media servers. Nothing here is stored, and nothing is repeated by itself.
 *
 * An operation its caller aborted answers with the error the signal was aborted with
 * (`controller.abort({ code: 'signIn.cancelled' })`); a reason that is no such error counts as `signIn.cancelled`.
 */
export interface PlexClient {
  /** Whether this server, or plex.tv (null), is being left alone: a question would be answered `plex.rateLimited` at once. */
  isLeftAlone(server: Pick<RouteTarget, 'connections'> | null): boolean;
  /**
   * Whether a token was issued to another device than this installation: what is asked with it from then on tells Plex
   * the client identifier and no name. The access tokens that it lists are noted along with it.
   */
  noteForeign(token: string, isForeign: boolean): void;

  signIn(form: PasswordForm, signal: AbortSignal): Promise<Result<SignedIn>>;
  getAccount(token: string, signal?: AbortSignal): Promise<Result<PlexAccount>>;

  /** Strong: a long code for `authPageUrl`. Not strong: four characters for `linkUrl`. */
  createPin(isStrong: boolean, signal: AbortSignal): Promise<Result<Pin>>;
  checkPin(pinId: number, signal: AbortSignal): Promise<Result<PinCheck>>;
  /** The page that approves a strong PIN. Holds no token. */
  authPageUrl(pin: Pick<Pin, 'code'>): string;
  /** Where a four-character code is typed. */
  readonly linkUrl: string;
  /** The same page with the code filled in. */
  prefilledLinkUrl(pin: Pick<Pin, 'code'>): string;

  /** Tells plex.tv that the token is in use. */
  ping(token: string, signal?: AbortSignal): Promise<Result<null>>;

  listResources(token: string, signal?: AbortSignal): Promise<Result<readonly FoundServer[]>>;
  /** The account's Authorized Devices. Their tokens, which Plex sends along, are not in the answer. */
  listDevices(token: string, signal?: AbortSignal): Promise<Result<ReadDevices>>;
  /** Ends a device and its tokens; done as well when Plex does not know it any more. */
  revokeDevice(token: string, deviceId: DeviceId, signal?: AbortSignal): Promise<Result<null>>;
  /** Revokes the token. One that Plex no longer accepts is done too. */
  signOut(token: string, signal?: AbortSignal): Promise<Result<null>>;
  listHomeUsers(token: string, signal?: AbortSignal): Promise<Result<WireHome>>;
  /** Answers the token of another user of the Home. */
  switchHomeUser(token: string, to: HomeSwitch, signal?: AbortSignal): Promise<Result<SignedIn>>;
  /** Approves the four-character code that another device shows: it gets a token of this account. */
  linkPin(token: string, code: string, signal?: AbortSignal): Promise<Result<null>>;
  /** The Authorized Device an account token was given to; null when no entry has it. */
  findTokenDevice(token: string, signal?: AbortSignal): Promise<Result<FoundDevice | null>>;
  /** Fetched without a token. */
  getAvatar(url: string, signal?: AbortSignal): Promise<Result<Avatar>>;

  /** Races every address, without a token, and answers as soon as the best way is known. */
  findRoute(server: RouteTarget, options: RouteOptions): Promise<Result<Route>>;
  /** Tries every address to its end, without a token; answers the best way. */
  tryConnections(server: RouteTarget, options: RouteOptions): Promise<Result<Route>>;

  /** As proveServerToken, for a token of which nothing is known: a server that takes anybody is told apart. */
  checkServerToken(
    route: Route,
    token: string,
    signal?: AbortSignal,
  ): Promise<Result<TokenReception>>;
  /** Asks the server whether it takes this token: `server.rejected` only when it clearly does not. */
  proveServerToken(route: Route, token: string, signal?: AbortSignal): Promise<Result<null>>;
  /** Answers the transient token. */
  mintTransientToken(
    route: Route,
    accessToken: string,
    signal?: AbortSignal,
  ): Promise<Result<string>>;
  askSource(
    route: Route,
    accessToken: string,
    source: string,
    refresh: boolean,
    signal?: AbortSignal,
  ): Promise<Result<SourceReply>>;
}

export const createPlexClient = (deps: PlexDeps): PlexClient => ({
  isLeftAlone: (server) =>
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
  checkServerToken: (route, token, signal) => checkServerToken(deps, route, token, signal),
  proveServerToken: (route, token, signal) => proveServerToken(deps, route, token, signal),
  mintTransientToken: (route, accessToken, signal) =>
    mintTransientToken(deps, route, accessToken, signal),
  askSource: (route, accessToken, source, refresh, signal) =>
    askSource(deps, route, accessToken, { source, refresh }, signal),
});
