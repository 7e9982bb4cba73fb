import { Readable } from 'node:stream';

/** Of the code that `networkFailure` knows it by: somebody answered, and not as HTTP has it. */
export class NoHttpError extends Error {
  readonly code = 'NO_HTTP';
}

const bodilessStatuses: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * What a request of Node or of Electron was answered with, as a fetch would give it. Throws `NoHttpError` on a status that
 * HTTP does not have. A header that the Fetch standard has no room for, such as one in Chinese, is left out: nothing that
 * Plex sends to be read is written so, and its neighbours are as good as ever.
 */
export const toResponse = (
  {
    statusCode: status = 0,
    rawHeaders,
  }: { readonly statusCode?: number | undefined; readonly rawHeaders: readonly string[] },
  body: Readable,
): Response => {
  // 1xx come before an answer and are none.
  if (status < 200 || status > 599) {
    body.destroy();
    throw new NoHttpError(`The status was ${status}.`);
  }
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    try {
      headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
    } catch {
      continue;
    }
  }
  if (bodilessStatuses.has(status)) {
    // Nobody is left to hear how it ends.
    body.on('error', () => undefined).resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(body), { status, headers });
};
