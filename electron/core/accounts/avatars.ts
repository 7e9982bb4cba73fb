import type { AccountId } from '../../../shared/model/ids.ts';
import type { Avatar } from '../../plex/avatar.ts';
import type { PlexClient } from '../../plex/plex-client.ts';

/** Avatars, fetched by main (the page has no network) and held in memory. */
export interface Avatars {
  /** Where the page finds it, or null when there is none yet. */
  pathOf(accountId: AccountId, thumbUrl: string | null): string | null;
  /** By the name in its path; one that is offered is fetched by this. */
  imageOf(name: string): Promise<Avatar | null>;
  /** Fetches in the background, once an address. A missing avatar is no error. */
  fetch(accountId: AccountId, thumbUrl: string | null): void;
  /** Of somebody who may never be looked at: answers the path, and leaves the fetching to the page's asking. */
  offer(name: string, thumbUrl: string | null): string | null;
  forget(accountId: AccountId): void;
  onChanged(listener: () => void): void;
}

interface Picture {
  readonly url: string;
  image: Avatar | null;
  /** While it is being fetched. */
  fetching: Promise<Avatar | null> | null;
}

export function createAvatars(plex: Pick<PlexClient, 'getAvatar'>): Avatars {
  const pictures = new Map<string, Picture>();
  let changed: () => void = () => undefined;

  const load = (picture: Picture): Promise<Avatar | null> => {
    picture.fetching ??= plex.getAvatar(picture.url).then((fetched) => {
      picture.fetching = null;
      picture.image = fetched.ok ? fetched.value : null;
      return picture.image;
    });
    return picture.fetching;
  };

  return {
    pathOf: (accountId, thumbUrl) => {
      const known = pictures.get(accountId);
      if (known === undefined || known.image === null || known.url !== thumbUrl) return null;
      // A new picture has a new address, so that the page does not show the old one.
      return `/avatar/${accountId}?v=${known.image.bytes.length}`;
    },
    imageOf: async (name) => {
      const picture = pictures.get(name);
      return picture === undefined ? null : (picture.image ?? load(picture));
    },
    fetch: (accountId, thumbUrl) => {
      const known = pictures.get(accountId);
      // One that could not be fetched is asked for again with the account's next load.
      const isKnown = known?.url === thumbUrl && (known.image ?? known.fetching) !== null;
      if (thumbUrl === null || isKnown) return;
      const picture: Picture = { url: thumbUrl, image: null, fetching: null };
      pictures.set(accountId, picture);
      void load(picture).then((image) => {
        if (image !== null && pictures.get(accountId) === picture) changed();
      });
    },
    offer: (name, thumbUrl) => {
      if (thumbUrl === null) return null;
      if (pictures.get(name)?.url !== thumbUrl) {
        pictures.set(name, { url: thumbUrl, image: null, fetching: null });
      }
      return `/avatar/${name}`;
    },
    forget: (accountId) => void pictures.delete(accountId),
    onChanged: (listener) => {
      changed = listener;
    },
  };
}
