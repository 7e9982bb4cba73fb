import { addAbortSignal } from 'node:stream';
import { connect, type TLSSocket } from 'node:tls';
import { ipAddress, plexDirectAddress } from '../../addresses.ts';

/** The SHA-256 of the certificate shown at an https address, as `AB:CD:…`. Nothing is sent there. */
export const readCertificate = async (url: string, signal: AbortSignal): Promise<string> => {
  const socket = await connectToAnyone(new URL(url), signal);
  const certificate = certificateOf(socket);
  socket.destroy();
  if (certificate === undefined) throw failure('ERR_TLS_NO_CERTIFICATE');
  return certificate;
};

/**
 * A connection to whoever holds the key of exactly this certificate. It stands for itself: neither its name, its dates, nor
 * who signed it matter.
 *
 * SECURITY: no other certificate does, not even one that the system trusts for the host. The person was told that nobody but
 * the holder of this one can read the token, and a security program or a company's proxy gets certificates of its own
 * making trusted. Where the server has a new one, the address is removed and added again, which needs no question if TLS
 * proves it then.
 */
export const connectPinned = async (
  url: string,
  certificate: string,
  signal: AbortSignal,
): Promise<TLSSocket> => {
  const socket = await connectToAnyone(new URL(url), signal);
  if (certificateOf(socket) === certificate) return socket;
  socket.destroy();
  throw failure('OTHER_CERTIFICATE');
};

/** `networkFailure` recognizes it by its code, as it does those of Node. */
const failure = (code: 'ERR_TLS_NO_CERTIFICATE' | 'OTHER_CERTIFICATE'): Error =>
  Object.assign(new Error(code), { code });

/** Undefined in a resumed session, so a resumption could only fail to match. */
const certificateOf = (socket: TLSSocket): string | undefined => {
  // Node's types leave out that there may be none.
  const { fingerprint256 } = socket.getPeerCertificate() as { readonly fingerprint256?: string };
  return fingerprint256;
};

/** Resolves once the other side has proved that it holds its certificate's key, before anything is sent over the connection. */
const connectToAnyone = (url: URL, signal: AbortSignal): Promise<TLSSocket> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = url;
    const address = ipAddress(hostname);
    const socket = connect({
      // DNS has no say in who answers here, so the address in a plex.direct name will do.
      host: address ?? plexDirectAddress(hostname)?.address ?? hostname,
      port: port === '' ? 443 : Number(port),
      // A server tells by the name which certificate is meant; an IP address is none (RFC 6066, 3).
      servername: address === null ? hostname : '',
      ALPNProtocols: ['http/1.1'],
      // SECURITY: for nothing but the comparison above, without which no connection leaves this file.
      rejectUnauthorized: false,
    });
    addAbortSignal(signal, socket);
    socket.on('error', reject);
    socket.once('secureConnect', () => resolve(socket));
  });
