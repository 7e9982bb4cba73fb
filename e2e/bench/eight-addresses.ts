import { createServer, type AddressInfo, type Socket } from 'node:net';
import {
  identityOf,
  makeTestAuthority,
  send,
  startTestServer,
  testConnection,
} from '../../electron/plex/testing/test-server.ts';
import type { WireConnection } from '../../electron/plex/wire/resources.ts';

export interface EightAddresses {
  readonly good: WireConnection;
  /** Refused, silent, another server, a bad certificate, a page, slow, and a name that leads nowhere. */
  readonly dead: readonly WireConnection[];
  close(): Promise<void>;
}

const slowMs = 2_000;

/** The addresses of one server on loopback, of which one is good: the least wanted, so that it has to be waited for. */
export const startEightAddresses = async (): Promise<EightAddresses> => {
  const authority = await makeTestAuthority();
  const server = await startTestServer(({ path }, response) => {
    switch (path.split('/')[1]) {
      case 'other':
        send(response, 200, identityOf('bbbb'));
        break;
      case 'page':
        send(response, 200, '<html><title>A router</title></html>');
        break;
      case 'slow':
        setTimeout(() => send(response, 200, identityOf('aaaa')), slowMs).unref();
        break;
      default:
        send(response, 200, identityOf('aaaa'));
    }
  });
  const untrusted = await startTestServer(
    (_request, response) => send(response, 200, identityOf('aaaa')),
    await authority.certify('localhost'),
  );
  const silent = await startSilent();
  return {
    good: testConnection(`${server.origin}/good`, 'relay'),
    dead: [
      testConnection(`http://127.0.0.1:${await closedPort()}`, 'local'),
      testConnection(`http://127.0.0.1:${silent.port}`, 'local'),
      testConnection(`${server.origin}/other`, 'local'),
      testConnection(`https://localhost:${untrusted.port}`, 'local'),
      testConnection(`${server.origin}/page`, 'remote'),
      testConnection(`${server.origin}/slow`, 'remote'),
      testConnection('https://nowhere.invalid:32400', 'remote'),
    ],
    close: async () => {
      silent.close();
      await Promise.all([server.close(), untrusted.close()]);
    },
  };
};

/** Takes every connection, and says nothing on it. */
const startSilent = async (): Promise<{ readonly port: number; close(): void }> => {
  const sockets = new Set<Socket>();
  const listener = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  const port = await listen(listener);
  return {
    port,
    close: () => {
      listener.close();
      for (const socket of sockets) socket.destroy();
    },
  };
};

const closedPort = async (): Promise<number> => {
  const listener = createServer();
  const port = await listen(listener);
  await new Promise((resolve) => listener.close(resolve));
  return port;
};

const listen = async (listener: ReturnType<typeof createServer>): Promise<number> => {
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve));
  // A server that listens on TCP has an address in this form.
  return (listener.address() as AddressInfo).port;
};
