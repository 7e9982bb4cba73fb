import { X509Certificate } from 'node:crypto';
import {
  createServer,
  type IncomingHttpHeaders,
  type RequestListener,
  type ServerResponse,
} from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { isIP, type AddressInfo } from 'node:net';
import { generate } from 'selfsigned';
import type { ConnectionKind } from '../../../shared/model/server.ts';
import type { WireConnection } from '../wire/resources.ts';

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

export interface Identity {
  readonly key: string;
  readonly cert: string;
}

/** A certificate authority of the test's own, which nothing trusts until it is told to. */
export interface TestAuthority {
  readonly cert: string;
  /** Good for a year from now, unless told otherwise. */
  certify(hostname: string, validity?: Validity): Promise<Identity>;
}

interface Validity {
  readonly notBeforeDate: Date;
  readonly notAfterDate: Date;
}

const common = { keyType: 'ec', algorithm: 'sha256' } as const;

export const makeTestAuthority = async (): Promise<TestAuthority> => {
  const authority = await generate([{ name: 'commonName', value: 'An authority for a test' }], {
    ...common,
    extensions: [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, critical: true },
    ],
  });
  return {
    cert: authority.cert,
    certify: async (hostname, validity) => {
      const { private: key, cert } = await generate([{ name: 'commonName', value: hostname }], {
        ...common,
        ...validity,
        ca: { key: authority.private, cert: authority.cert },
        extensions: extensionsFor(hostname),
      });
      return { key, cert };
    },
  };
};

/** Who says so itself, and nobody else. */
export const certifyItself = async (hostname: string): Promise<Identity> => {
  const { private: key, cert } = await generate([{ name: 'commonName', value: hostname }], {
    ...common,
    extensions: extensionsFor(hostname),
  });
  return { key, cert };
};

/** The SHA-256 of its certificate, as `AB:CD:…`. */
export const fingerprintOf = ({ cert }: Pick<Identity, 'cert'>): string =>
  new X509Certificate(cert).fingerprint256;

type Extensions = NonNullable<NonNullable<Parameters<typeof generate>[1]>['extensions']>;

const extensionsFor = (hostname: string): Extensions => [
  { name: 'basicConstraints', cA: false },
  {
    name: 'subjectAltName',
    altNames: [isIP(hostname) === 0 ? { type: 2, value: hostname } : { type: 7, ip: hostname }],
  },
];

/** Answers whole, with the type of the body. */
export const send = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): void => {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const type = text.startsWith('<')
    ? text.startsWith('<html')
      ? 'text/html'
      : 'application/xml'
    : 'application/json';
  response.writeHead(status, { 'Content-Type': type, ...headers });
  response.end(text);
};

/** What `/identity` of a media server answers. */
export const identityOf = (machineIdentifier: string): unknown => ({
  MediaContainer: { size: 0, claimed: true, machineIdentifier, version: '1.43.0.1-abc' },
});

export const testConnection = (uri: string, kind: ConnectionKind): WireConnection => ({
  uri,
  address: new URL(uri).hostname,
  port: 32400,
  kind,
  isSecure: uri.startsWith('https:'),
  isIPv6: false,
});
