import type { ConnectionKind } from '../../../shared/model/server.ts';
import type { WireConnection } from '../wire-server.ts';

// Local first and relay last, as Plex wants it (https://developer.plex.tv/pms/): a relay's bandwidth is limited.
const kindRanks: Readonly<Record<ConnectionKind, number>> = { local: 0, remote: 2, relay: 4 };

/** Lower is better. Of one kind, a secure connection is better: over plain http the network can read the token. */
export const connectionRank = ({ kind, isSecure }: WireConnection): number =>
  kindRanks[kind] + (isSecure ? 0 : 1);
