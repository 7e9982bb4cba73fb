import type { AnswerDelay } from './answer-delays.ts';

/** What may differ from run to run, or be changed while the fake runs. */
export interface Settings {
  /** Life of a 4-character PIN: 900 on plex.tv. */
  weakPinSeconds: number;
  /** Life of a strong PIN: 1800 on plex.tv. */
  strongPinSeconds: number;
  /** Polling an expired PIN: 404 with code 1020, or (as has been claimed of plex.tv too) 200 with a null token. */
  expiredPin: 'notFound' | 'null';
  /** A token that used to work: 401 with code 1001, or 422 in the old XML form. */
  deauthorised: 401 | 422;
  /** Whether a code is linked for an app that calls itself `Plex SSO` alone, as the known clients do. */
  linksForSsoOnly: boolean;
  /**
   * Whether a new token of a user for a client identifier ends the one before, as has been seen
   * (https://github.com/nickelsh1ts/streamarr/pull/408). Nothing documents it.
   */
  oneTokenPerClient: boolean;
  /**
   * Whether `/user` and the Home switch tell past subscriptions and trials as well, as captures have them
   * (andrey-yantsen/plex-api.rs). LukeHagar/plex-api-spec promises them in the answer to a sign-in alone.
   */
  tellsPastAlways: boolean;
  /** After so many failed sign-ins the address is turned away with code 1031. */
  signInFailuresAllowed: number;
  /** How long an address is turned away. */
  addressBlockSeconds: number;
  /** What the device list says of its own size; null to say nothing. Plex has been seen to send a wrong one. */
  deviceListSize: number | null;
  /** More Home switches than this within `switchWindowSeconds` are answered 429. */
  switchesAllowed: number;
  switchWindowSeconds: number;
}

/** The settings of a fake started without any. Numbers plex.tv does not publish are invented. */
export function defaultSettings(): Settings {
  return {
    weakPinSeconds: 900,
    strongPinSeconds: 1800,
    expiredPin: 'notFound',
    deauthorised: 401,
    linksForSsoOnly: false,
    oneTokenPerClient: false,
    tellsPastAlways: false,
    signInFailuresAllowed: 5,
    addressBlockSeconds: 900,
    deviceListSize: null,
    switchesAllowed: 30,
    switchWindowSeconds: 60,
  };
}

/** How to start a fake. Everything has a default. */
export interface FakePlexOptions {
  /** The port of plex.tv; the media servers get the ones after it. 0, the default, takes any that are free. */
  readonly port?: number;
  /** The clock under the fake's own; default `Date.now`. */
  readonly now?: () => number;
  readonly settings?: Partial<Settings>;
  /** How long Plex and the servers take for an answer; by default no time. The control routes never take any. */
  readonly answerDelay?: AnswerDelay | undefined;
  /** People and servers that are only there to be many; by default none. */
  readonly many?: Many;
}

/** So many people, each with so many servers. */
export interface Many {
  readonly people: number;
  readonly serversEach: number;
}
