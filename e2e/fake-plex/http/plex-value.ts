import type { WireRequest } from './wire-request.ts';

/**
 * One `X-Plex-…` value. Plex takes each of them as a header or as a query parameter of the same name
 * (https://developer.plex.tv/pms/, "Headers"); python-plexauth sends them as form fields, which works too.
 */
export function plexValue(request: WireRequest, name: string): string | undefined {
  const header = request.headers[name.toLowerCase()];
  const value = header ?? request.query.get(name) ?? request.form?.get(name) ?? undefined;
  return value === undefined || value === '' ? undefined : value;
}
