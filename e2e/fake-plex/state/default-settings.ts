import type { Settings } from './settings.ts';

/** The settings of a fake started without any. Numbers plex.tv does not publish are invented. */
export function defaultSettings(): Settings {
  return {
    weakPinSeconds: 900,
    strongPinSeconds: 1800,
    expiredPin: 'notFound',
    deauthorised: 401,
    linksForSsoOnly: false,
    oneTokenPerClient: false,
    signInFailuresAllowed: 5,
    addressBlockSeconds: 900,
    deviceListSize: null,
    switchesAllowed: 30,
    switchWindowSeconds: 60,
  };
}
