import type { AnswerDelay } from './state/answer-delays.ts';
import type { Settings } from './state/settings.ts';

/** How to start a fake. Everything has a default. */
export interface FakePlexOptions {
  /** The port of plex.tv; the media servers get the ones after it. 0, the default, takes any that are free. */
  readonly port?: number;
  /** The clock under the fake's own; default `Date.now`. */
  readonly now?: () => number;
  readonly settings?: Partial<Settings>;
  /** How long Plex and the servers take for an answer; by default no time. The control routes never take any. */
  readonly answerDelay?: AnswerDelay | undefined;
}
