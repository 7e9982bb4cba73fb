/** How a media server behaves where published descriptions disagree, or where a test wants it otherwise. */
export interface ServerSettings {
  /** What `/security/…` answers without a good token: 403 in Plex's document, 401 in the field. */
  refusal: 401 | 403;
  /** `/security/…` answers XML whatever `Accept` says, as one client reports. */
  alwaysXml: boolean;
  /** `POST /security/token` is refused with this status, so that a client has to fall back to `GET`; null: it is taken. */
  postRefusal: 401 | 403 | 404 | 405 | 501 | null;
  /**
   * `/security/…` answers 403 to good tokens too: no transient token could be created, as of a user without the right
   * (https://developer.plex.tv/pms/, `/security/token`).
   */
  makesNoTransients: boolean;
  /** A JWT of plex.tv is taken as its user's token, as Plex's document says; field reports say otherwise. */
  takesJwt: boolean;
  /** `Device` in the JSON of `/security/resources` is a list of one instead of an object. */
  deviceAsList: boolean;
  /** What `/security/resources` answers for a source it does not know; no description says. */
  unknownSource: 'notFound' | 'empty';
  /** Answers everybody, as an unclaimed server does, or one that lets the network in without. */
  openToAll: boolean;
  /** `includeHttps=0` or not, the server takes no plain http. */
  httpsRequired: boolean;
  /** Whether plex.tv lists the server at all. */
  listed: boolean;
}
