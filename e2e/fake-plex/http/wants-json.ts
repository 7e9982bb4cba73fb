import type { WireRequest } from './wire-request.ts';

/**
 * Whether the caller asked for JSON. Plex answers XML unless JSON is named in `Accept`
 * (https://developer.plex.tv/pms/, "Content Types").
 */
export function wantsJson(request: WireRequest): boolean {
  return /\bapplication\/(?:[\w.-]+\+)?json\b/i.test(request.headers['accept'] ?? '');
}
