import type { ServerSettings } from './server-settings.ts';

/** A server that behaves as Plex's own document says. */
export function defaultServerSettings(): ServerSettings {
  return {
    refusal: 403,
    alwaysXml: false,
    postRefusal: null,
    makesNoTransients: false,
    takesJwt: false,
    deviceAsList: false,
    unknownSource: 'notFound',
    openToAll: false,
    httpsRequired: false,
    listed: true,
  };
}
