import type { ConnectionKind } from '../../../shared/model/server.ts';
import { isExposed } from '../../addresses.ts';
import type { WireConnection } from '../wire/resources.ts';

// Local first and relay last, as Plex wants it (https://developer.plex.tv/pms/): a relay's bandwidth is limited.
const kindRanks: Readonly<Record<ConnectionKind, number>> = { local: 0, remote: 2, relay: 4 };
const exposedRank = 6;

/**
 * Lower is better.
 * SECURITY: what can be read on the way comes after everything that can't, whatever its kind.
 */
export const connectionRank = ({ kind, isSecure, uri }: WireConnection): number =>
  kindRanks[kind] + (isSecure ? 0 : 1) + (isExposed(uri) ? exposedRank : 0);
