import { htmlAnswer } from '../http/html-answer.ts';
import type { WireAnswer } from '../http/wire-answer.ts';

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
