import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';

/** A certificate and its key, in PEM. */
export interface ServerIdentity {
  readonly key: string;
  readonly cert: string;
}

/** An HTTP server on 127.0.0.1 that comes back on the port it had; over TLS when it is given who it is. */
export class LoopbackListener {
  readonly #onRequest: RequestListener;
  readonly #identity: ServerIdentity | null;
  #port: number;
  #server: Server | null = null;

  /** `port` 0 takes any free port at the first start. */
  constructor(onRequest: RequestListener, port: number, identity: ServerIdentity | null = null) {
    this.#onRequest = onRequest;
    this.#identity = identity;
    this.#port = port;
  }

  get running(): boolean {
    return this.#server !== null;
  }

  /** 0 until the first start, unless a port was asked for. */
  get port(): number {
    return this.#port;
  }

  async start(): Promise<void> {
    if (this.#server !== null) return;
    const server =
      this.#identity === null
        ? createServer(this.#onRequest)
        : createSecureServer(this.#identity, this.#onRequest);
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.#port, '127.0.0.1', resolve);
    });
    const address = server.address();
    if (address !== null && typeof address === 'object') this.#port = address.port;
    this.#server = server;
  }

  /** Stops listening and breaks every open connection. */
  async stop(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    this.#server = null;
    await new Promise<void>((resolve) => {
      server.close(() => {
        resolve();
      });
      server.closeAllConnections();
    });
  }
}
