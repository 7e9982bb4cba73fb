import { createHash } from 'node:crypto';

/**
 * Tokens issued to a device other than this installation. Requests with one carry no product, version, platform, or device
 * name: Plex writes those over the entry of the device that owns the token, and a media server whose own token was used this
 * way can't be found anymore (https://github.com/Kometa-Team/Kometa/issues/2894).
 *
 * SECURITY: holds digests, so that a forgotten token isn't kept here.
 */
export class ForeignTokens {
  readonly #digests = new Set<string>();

  note(token: string, isForeign: boolean): void {
    if (isForeign) this.#digests.add(digestOf(token));
    else this.#digests.delete(digestOf(token));
  }

  has(token: string): boolean {
    return this.#digests.has(digestOf(token));
  }
}

const digestOf = (token: string): string => createHash('sha256').update(token).digest('base64');
