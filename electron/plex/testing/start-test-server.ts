import { createServer } from 'node:http';
import type { IncomingHttpHeaders, RequestListener, ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Identity } from './make-test-authority.ts';

export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface TestServer {
  readonly origin: string;
  readonly port: number;
  readonly requests: readonly SeenRequest[];
  /** Resolves once this many requests have come in. */
  seen(count: number): Promise<void>;
  close(): Promise<void>;
}

/** A real HTTP server on loopback that answers as it is told; over TLS when it is given who it is. */
export const startTestServer = async (
  answer: (request: SeenRequest, response: ServerResponse) => void,
  identity?: Identity,
): Promise<TestServer> => {
  const requests: SeenRequest[] = [];
  const waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  const listener: RequestListener = (incoming, response) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const url = new URL(incoming.url ?? '/', 'http://127.0.0.1');
      const request: SeenRequest = {
        method: incoming.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: incoming.headers,
        body: Buffer.concat(chunks).toString(),
      };
      requests.push(request);
      answer(request, response);
      for (const { count, resolve } of waiting) if (requests.length >= count) resolve();
    });
  };
  const server =
    identity === undefined ? createServer(listener) : createSecureServer(identity, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address in this form.
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http${identity === undefined ? '' : 's'}://127.0.0.1:${port}`,
    port,
    requests,
    seen: (count) =>
      requests.length >= count
        ? Promise.resolve()
        : new Promise((resolve) => waiting.push({ count, resolve })),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
