import { isOlderVersion, type ServerSummary } from '../../../shared/model/server.ts';
import { sourceNeedsVersion } from '../../../shared/model/source.ts';

export type SourceObstacle =
  { readonly kind: 'notOwner' } | { readonly kind: 'tooOld'; readonly version: string };

/** What is known before the call to make it fail; null when nothing speaks against asking. */
export const sourceObstacle = (
  server: Pick<ServerSummary, 'ownership' | 'version'>,
): SourceObstacle | null => {
  if (server.ownership !== 'owned') return { kind: 'notOwner' };
  if (server.version !== null && isOlderVersion(server.version, sourceNeedsVersion) === true) {
    return { kind: 'tooOld', version: server.version };
  }
  return null;
};
