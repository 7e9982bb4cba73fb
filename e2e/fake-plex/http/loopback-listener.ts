import { createServer, type RequestListener, type Server } from 'node:http';

/** An HTTP server on 127.0.0.1 that comes back on the port it had. */
export class LoopbackListener {
  readonly #onRequest: RequestListener;
  #port: number;
  #server: Server | null = null;

  /** `port` 0 takes any free port at the first start. */
  constructor(onRequest: RequestListener, port: number) {
    this.#onRequest = onRequest;
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
    const server = createServer(this.#onRequest);
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
