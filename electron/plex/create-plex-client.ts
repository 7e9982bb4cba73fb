import type { PlexDeps } from './call.ts';
import { askSource } from './operations/ask-source.ts';
import { authPageUrl } from './operations/auth-page-url.ts';
import { checkPin } from './operations/check-pin.ts';
import { checkServerToken } from './operations/check-server-token.ts';
import { createPin } from './operations/create-pin.ts';
import { findTokenDevice } from './operations/find-token-device.ts';
import { getAccount } from './operations/get-account.ts';
import { getAvatar } from './operations/get-avatar.ts';
import { listDevices } from './operations/list-devices.ts';
import { linkPin } from './operations/link-pin.ts';
import { listHomeUsers } from './operations/list-home-users.ts';
import { listResources } from './operations/list-resources.ts';
import { mintTransientToken } from './operations/mint-transient-token.ts';
import { ping } from './operations/ping.ts';
import { prefilledLinkUrl } from './operations/prefilled-link-url.ts';
import { revokeDevice } from './operations/revoke-device.ts';
import { proveServerToken } from './operations/prove-server-token.ts';
import { signIn } from './operations/sign-in.ts';
import { signOut } from './operations/sign-out.ts';
import { switchHomeUser } from './operations/switch-home-user.ts';
import type { PlexClient } from './plex-client.ts';
import { raceConnections, secondsToServer } from './routing/race-connections.ts';

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
