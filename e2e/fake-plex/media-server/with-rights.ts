import { plexValue } from '../http/plex-value.ts';
import type { WireAnswer } from '../http/wire-answer.ts';
import type { WireRequest } from '../http/wire-request.ts';
import type { MediaServer } from './media-server.ts';
import type { ServerRights } from './server-rights.ts';

/** Runs the handler with the rights of the caller's token; `refused` answers when the token is absent or no good. */
export function withRights(
  server: MediaServer,
  refused: () => WireAnswer,
  handle: (request: WireRequest, rights: ServerRights) => WireAnswer,
): (request: WireRequest) => WireAnswer {
  return (request) => {
    const token = plexValue(request, 'X-Plex-Token');
    const rights = server.settings.openToAll
      ? { user: server.owner, isOwner: true, isTransient: false }
      : token === undefined
        ? undefined
        : server.rightsOf(token);
    return rights === undefined ? refused() : handle(request, rights);
  };
}
