import type { ServerId } from '../../../shared/model/ids.ts';
import type { RouteTarget, WireConnection } from '../wire/resources.ts';

/** The server `aaaa`, at these addresses. */
export const testTarget = (...connections: readonly WireConnection[]): RouteTarget => ({
  // Any name will do.
  id: 'aaaa' as ServerId,
  isHttpsRequired: false,
  connections,
});
