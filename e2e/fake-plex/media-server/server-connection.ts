/** One address of a server, as `connections` of `/api/v2/resources` tells it (LukeHagar/plex-api-spec). */
export interface ServerConnection {
  readonly protocol: 'http' | 'https';
  readonly address: string;
  readonly port: number;
  readonly uri: string;
  readonly local: boolean;
  readonly relay: boolean;
  readonly IPv6: boolean;
}
