import { request } from 'node:https';
import type { PlexDirectAddress } from '../../addresses.ts';
import { toResponse } from './to-response.ts';

export interface AddressedRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  readonly signal: AbortSignal;
}

/**
 * One https request to a host whose address is known without DNS. Follows no redirect, keeps no cookie, cache or
 * connection, and goes past any proxy. Rejects as a fetch of Node does.
 */
export const fetchAtAddress = (
  url: string,
  { method, headers, body, signal }: AddressedRequest,
  at: PlexDirectAddress,
): Promise<Response> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      url,
      {
        method,
        headers,
        signal,
        agent: false,
        lookup: (_hostname, options, answer) => {
          if (options.all === true) answer(null, [at]);
          else answer(null, at.address, at.family);
        },
        // SECURITY: the name of the URL is what the certificate is verified for, whatever the environment says.
        rejectUnauthorized: true,
      },
      (incoming) => {
        try {
          resolve(toResponse(incoming, incoming));
        } catch (failure) {
          incoming.destroy();
          reject(failure instanceof Error ? failure : new Error('no answer of HTTP'));
        }
      },
    );
    outgoing.on('error', reject);
    outgoing.end(body ?? undefined);
  });
