import type { ServerId } from '../../../shared/model/ids.ts';
import { createTestClock, type TestClock } from '../../testing.ts';
import type { PlexDeps } from '../call.ts';
import { ForeignTokens } from '../foreign-tokens.ts';
import { createHostGate } from '../http/host-gate.ts';
import type { RouteTarget, WireConnection } from '../wire/resources.ts';

/** Real fetch, a clock that stands still, and every address of Plex on one test server. */
export const createTestDeps = (
  origin: string,
  overrides: Partial<PlexDeps> = {},
): PlexDeps & { readonly clock: TestClock } => {
  const clock = createTestClock();
  const endpoints = {
    plexTv: origin,
    clients: origin,
    authPage: 'https://app.plex.tv/auth',
    linkPage: 'https://plex.tv/link',
  };
  return {
    fetch: (input, init) => fetch(input, init),
    client: {
      product: 'Usher',
      version: '0.1.0',
      platform: 'Linux',
      platformVersion: '6.1',
      device: 'Linux PC',
      deviceName: 'desk',
    },
    clientIdentifier: '7d0c0000-0000-4000-8000-000000000000',
    endpoints,
    gate: createHostGate({ endpoints, elapsedMs: () => clock.monotonicMs() }),
    onRefusal: () => undefined,
    onServerDate: () => undefined,
    hostsWithoutDns: new Set(),
    foreignTokens: new ForeignTokens(),
    ...overrides,
    clock,
  };
};

/** The server `aaaa`, at these addresses. */
export const testTarget = (...connections: readonly WireConnection[]): RouteTarget => ({
  // Any name will do.
  id: 'aaaa' as ServerId,
  isHttpsRequired: false,
  connections,
});
