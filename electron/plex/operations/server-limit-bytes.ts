/**
 * What a media server's word on a token takes at most.
 * SECURITY: it may be a friend's. Reading the XML of an answer as long as plex.tv's may be would stop Usher for ten seconds.
 */
export const serverLimitBytes = 256 * 1024;
