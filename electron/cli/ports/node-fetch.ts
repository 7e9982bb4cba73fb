import { verifyCertificates } from './verified-certificates.ts';

/**
 * Node's fetch under Usher's name, which verifies certificates whatever the environment says. Once the command is
 * interrupted, every question ends at once.
 */
export function createNodeFetch(userAgent: string, interruption: AbortSignal): typeof fetch {
  verifyCertificates();
  return (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('user-agent', userAgent);
    const signals = [interruption, init?.signal].filter((signal) => signal instanceof AbortSignal);
    return fetch(input, { ...init, headers, signal: AbortSignal.any(signals) });
  };
}
