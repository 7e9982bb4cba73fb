/** The first Plex Media Server that answers about sources. */
export const sourceNeedsVersion = '1.15.4';
