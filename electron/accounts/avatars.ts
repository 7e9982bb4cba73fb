import type { AccountId } from '../../shared/model/ids.ts';
import type { Avatar, PlexClient } from '../plex/plex-client.ts';

/** Avatars, fetched by main (the page has no network) and held in memory. */
export interface Avatars {
  /** Where the page finds it, or null when there is none yet. */
  pathOf(accountId: AccountId, thumbUrl: string | null): string | null;
  imageOf(accountId: string): Avatar | null;
  /** Fetches in the background, once an address. A missing avatar is no error. */
  fetch(accountId: AccountId, thumbUrl: string | null): void;
  forget(accountId: AccountId): void;
  onChanged(listener: () => void): void;
}

export function createAvatars(plex: Pick<PlexClient, 'getAvatar'>): Avatars {
  const images = new Map<string, { readonly url: string; readonly image: Avatar | null }>();
  let changed: () => void = () => undefined;
  return {
    pathOf: (accountId, thumbUrl) => {
      const known = images.get(accountId);
      if (known === undefined || known.image === null || known.url !== thumbUrl) return null;
      // A new picture has a new address, so that the page does not show the old one.
      return `/avatar/${accountId}?v=${known.image.bytes.length}`;
    },
    imageOf: (accountId) => images.get(accountId)?.image ?? null,
    fetch: (accountId, thumbUrl) => {
      if (thumbUrl === null || images.get(accountId)?.url === thumbUrl) return;
      images.set(accountId, { url: thumbUrl, image: null });
      void plex.getAvatar(thumbUrl).then((fetched) => {
        if (images.get(accountId)?.url !== thumbUrl) return;
        if (!fetched.ok) {
          // Asked again with the account's next load.
          images.delete(accountId);
          return;
        }
        images.set(accountId, { url: thumbUrl, image: fetched.value });
        changed();
      });
    },
    forget: (accountId) => void images.delete(accountId),
    onChanged: (listener) => {
      changed = listener;
    },
  };
}
