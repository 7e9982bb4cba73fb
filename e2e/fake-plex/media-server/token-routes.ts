import type { Route } from '../http/route.ts';
import type { WireRequest } from '../http/wire-request.ts';
import { containerAnswer } from './container-answer.ts';
import type { MediaServer } from './media-server.ts';
import { serverPage } from './server-page.ts';
import { withRights } from './with-rights.ts';

/**
 * `/security/token`: makes a transient token with the rights of the caller's. Answers every verb; `type` and `scope`
 * are both needed and have one value each (https://developer.plex.tv/pms/, `/security/token`).
 */
export function tokenRoutes(server: MediaServer): readonly Route[] {
  const mint = withRights(
    server,
    () => serverPage(server.settings.refusal),
    (request, rights) => {
      const { query } = request;
      if (server.settings.makesNoTransients) return serverPage(403);
      if (query.get('type') !== 'delegation' || query.get('scope') !== 'all') {
        return serverPage(400);
      }
      return containerAnswer(
        request,
        { size: 0, token: server.mintTransient(rights.user) },
        server.settings.alwaysXml,
      );
    },
  );
  return [
    {
      method: 'ANY',
      path: '/security/token',
      handle: (request: WireRequest) =>
        request.method === 'POST' && server.settings.postRefusal !== null
          ? serverPage(server.settings.postRefusal)
          : mint(request),
    },
  ];
}
