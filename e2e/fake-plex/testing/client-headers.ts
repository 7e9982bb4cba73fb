/** What a well-behaved client sends with every request. */
export function clientHeaders(token?: string): Record<string, string> {
  return {
    Accept: 'application/json',
    'X-Plex-Client-Identifier': 'test-client-1',
    'X-Plex-Product': 'Test Client',
    'X-Plex-Device-Name': 'test desk',
    ...(token === undefined ? {} : { 'X-Plex-Token': token }),
  };
}
