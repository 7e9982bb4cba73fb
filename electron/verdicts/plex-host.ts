/** plex.tv, as one that may ask to be left alone. */
export const plexHost = 'plex.tv';
