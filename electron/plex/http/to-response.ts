import { Readable } from 'node:stream';

/** The response wasn't valid HTTP; `networkFailure` recognizes it by its code. */
export class NoHttpError extends Error {
  readonly code = 'NO_HTTP';
}

const bodilessStatuses: ReadonlySet<number> = new Set([204, 205, 304]);

/**
 * Turns a response of Node's or Electron's `request` into one of fetch. Throws `NoHttpError` on a status HTTP doesn't have. A header
 * that fetch can't represent, such as one in Chinese, is left out: Plex sends nothing of interest that way.
 */
export const toResponse = (
  {
    statusCode: status = 0,
    rawHeaders,
  }: { readonly statusCode?: number | undefined; readonly rawHeaders: readonly string[] },
  body: Readable,
): Response => {
  // 1xx precede a response.
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
    // Nothing reads the body, so its errors don't matter.
    body.on('error', () => undefined).resume();
    return new Response(null, { status, headers });
  }
  return new Response(Readable.toWeb(body), { status, headers });
};
