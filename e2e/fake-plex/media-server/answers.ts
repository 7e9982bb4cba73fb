import { htmlAnswer, jsonAnswer, xmlAnswer } from '../http/answers.ts';
import {
  plexValue,
  wantsJson,
  type JsonObject,
  type WireAnswer,
  type WireRequest,
} from '../http/wire.ts';
import type { MediaServer, ServerRights } from '../state/media-server.ts';

/** A media server's document: the JSON is wrapped in `MediaContainer`, which in XML is the root element. */
export function containerAnswer(
  request: WireRequest,
  container: JsonObject,
  alwaysXml = false,
): WireAnswer {
  return !alwaysXml && wantsJson(request)
    ? jsonAnswer(200, { MediaContainer: container })
    : xmlAnswer(200, 'MediaContainer', container);
}

const REASONS: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  501: 'Not Implemented',
};

/**
 * A media server's way to say no: a page, never JSON (https://developer.plex.tv/pms/, examples of `/security/token`).
 * On `/` the page jumps to the web app (capture in arabcoders/watchstate, `tests/Fixtures/plex_data.json`).
 */
export function serverPage(status: number, jumpsToWebApp = false): WireAnswer {
  const text = `${String(status)} ${REASONS[status] ?? ''}`.trim();
  const script = jumpsToWebApp
    ? "<script>window.location = window.location.href.match(/(^.+\\/)[^\\/]*$/)[1] + 'web/index.html';</script>"
    : '';
  return htmlAnswer(
    status,
    `<html><head>${script}<title>${jumpsToWebApp ? 'Unauthorized' : text}</title></head><body><h1>${text}</h1></body></html>`,
  );
}

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

/** Whether a server version (`major.minor.patch.build-hash`) is not newer than the limit, number by number. */
export function versionAtMost(version: string, limit: readonly number[]): boolean {
  const numbers = (version.split('-')[0] ?? '').split('.').map(Number);
  for (const [index, bound] of limit.entries()) {
    const number = numbers[index] ?? 0;
    if (number !== bound) return number < bound;
  }
  return true;
}
