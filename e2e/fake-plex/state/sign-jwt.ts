import { randomUUID, sign, type KeyObject } from 'node:crypto';
import type { FakeUser } from './fake-user.ts';

/** The life of a Plex JWT: seven days (https://developer.plex.tv/pms/, "Authenticating with Plex"). */
const LIFE_SECONDS = 7 * 24 * 60 * 60;

/** A Plex JWT for a device of a user, with the claims that document and python-plexapi name, signed with Ed25519. */
export function signJwt(
  user: FakeUser,
  clientIdentifier: string,
  issuedAt: number,
  key: KeyObject,
): { readonly token: string; readonly expiresAt: number } {
  const expiresAt = issuedAt + LIFE_SECONDS;
  const header = { kid: 'fake-plex-key', typ: 'JWT', alg: 'EdDSA' };
  const payload = {
    iss: 'plex.tv',
    aud: ['plex.tv', clientIdentifier],
    iat: issuedAt,
    exp: expiresAt,
    thumbprint: 'fake-device-key',
    jti: randomUUID(),
    user: { id: user.id, username: user.username },
  };
  const signed = [header, payload].map((part) => base64url(JSON.stringify(part))).join('.');
  const signature = sign(null, Buffer.from(signed), key).toString('base64url');
  return { token: `${signed}.${signature}`, expiresAt };
}

function base64url(text: string): string {
  return Buffer.from(text, 'utf8').toString('base64url');
}
