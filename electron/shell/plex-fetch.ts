import { session } from 'electron';

/**
 * Fetch over Electron's network stack, so that the system's proxy and certificates count.
 * SECURITY: a session of its own, in memory: no cookie, cache or credential is kept or shared with the page.
 */
export function createPlexFetch(userAgent: string): typeof fetch {
  const plexSession = session.fromPartition('usher-plex', { cache: false });
  plexSession.setUserAgent(userAgent);
  return (input, init) =>
    plexSession.fetch(input instanceof URL ? input.href : input, { ...init, credentials: 'omit' });
}
