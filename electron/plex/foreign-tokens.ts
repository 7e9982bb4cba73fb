import { createHash } from 'node:crypto';

/**
 * The tokens that were issued to another device than this installation. What is asked with one says no product, version,
 * platform or device name: Plex writes those over the entry of the device that has the token, and a media server whose
 * own token is used so is found no more (https://github.com/Kometa-Team/Kometa/issues/2894).
 *
 * SECURITY: holds digests, so that a token that is forgotten is not held here.
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
