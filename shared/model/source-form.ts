/**
 * The form a source must have, as the Plex Media Server document gives it (https://developer.plex.tv/pms/, "Sources").
 * A server is named by its machineIdentifier, a provider by an identifier such as `tv.plex.provider.epg`.
 */
export const sourceForm = /^(server|provider):\/\/([a-zA-Z0-9._-]+)(\/[^/\s]+)?$/;
