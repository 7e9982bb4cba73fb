/**
 * How slow everything around a test is.
 *
 * @typedef {object} Pace
 * @property {number} pageSlowdown so many times slower than it is the page computes
 * @property {{ delayMs: number, jitterMs: number, seed: number } | undefined} plexDelay how long the
 *   fake Plex takes for an answer; each by up to
 *   `jitterMs` more or less
 * @property {number} patience so many times longer than usual a test waits, since what is looked
 *   for here are races, not slowness
 */

/**
 * @typedef {object} Speed
 * @property {string} name
 * @property {string} summary
 * @property {boolean} isOnOneCore
 * @property {number} pageSlowdown
 * @property {{ delayMs: number, jitterMs: number } | undefined} plexDelay
 * @property {number} patience
 * @property {number} workers more where a test mostly waits: two keep two cores busy as it is
 */

/** @type {Omit<Speed, 'name' | 'summary'>} */
const asItIs = {
  isOnOneCore: false,
  pageSlowdown: 1,
  plexDelay: undefined,
  patience: 1,
  workers: 2,
};

/** @type {readonly Speed[]} */
export const speeds = [
  { ...asItIs, name: 'plain', summary: 'as it is, the fake Plex answering at once' },
  {
    ...asItIs,
    name: 'one-core',
    summary: 'the app and its tests on one core',
    isOnOneCore: true,
    patience: 3,
  },
  { ...asItIs, name: 'page-4x', summary: 'the page 4 times slower', pageSlowdown: 4, patience: 4 },
  {
    ...asItIs,
    name: 'page-10x',
    summary: 'the page 10 times slower',
    pageSlowdown: 10,
    patience: 10,
    workers: 4,
  },
  {
    ...asItIs,
    name: 'plex-50ms',
    summary: 'Plex answers after 50 ms',
    plexDelay: { delayMs: 50, jitterMs: 0 },
    patience: 2,
  },
  {
    ...asItIs,
    name: 'plex-400ms-jitter',
    summary: 'Plex answers after 200 to 600 ms',
    plexDelay: { delayMs: 400, jitterMs: 200 },
    patience: 5,
    workers: 4,
  },
];

/**
 * The program that keeps what it runs to the cores of a speed, and its arguments; none where these are all.
 *
 * @param {Pick<Speed, 'isOnOneCore'>} speed
 * @param {string} status of this process, as Linux has it in `/proc/self/status`: not every core has to be allowed it
 */
export function keepingToItsCores({ isOnOneCore }, status) {
  if (!isOnOneCore) return [];
  const [, first = '0'] = /^Cpus_allowed_list:\s*(\d+)/m.exec(status) ?? [];
  return ['taskset', '-c', first];
}

/**
 * Hands a speed down to a process that reads it with `readPace`.
 *
 * @param {Speed} speed
 * @param {number} seed
 * @returns {Record<string, string>}
 */
export function paceEnvironment({ pageSlowdown, plexDelay, patience }, seed) {
  return {
    USHER_SHAKE_PAGE_SLOWDOWN: String(pageSlowdown),
    USHER_SHAKE_PATIENCE: String(patience),
    ...(plexDelay === undefined
      ? {}
      : {
          USHER_SHAKE_PLEX_DELAY_MS: String(plexDelay.delayMs),
          USHER_SHAKE_PLEX_JITTER_MS: String(plexDelay.jitterMs),
          USHER_SHAKE_PLEX_SEED: String(seed),
        }),
  };
}

/**
 * The pace a process was started with; without one, everything is as it is.
 *
 * @param {NodeJS.ProcessEnv} env
 * @returns {Pace}
 */
export function readPace(env) {
  const number = (/** @type {string} */ name, /** @type {number} */ otherwise) =>
    Number(env[`USHER_SHAKE_${name}`] ?? otherwise);
  const delayMs = number('PLEX_DELAY_MS', 0);
  return {
    pageSlowdown: number('PAGE_SLOWDOWN', 1),
    plexDelay:
      delayMs === 0
        ? undefined
        : { delayMs, jitterMs: number('PLEX_JITTER_MS', 0), seed: number('PLEX_SEED', 1) },
    patience: number('PATIENCE', 1),
  };
}

/**
 * The same for the fake Plex's own command line.
 *
 * @param {Speed} speed
 * @param {number} seed
 */
export function fakePlexArguments({ plexDelay }, seed) {
  if (plexDelay === undefined) return [];
  const { delayMs, jitterMs } = plexDelay;
  return [`--answer-delay-ms=${delayMs}`, `--jitter-ms=${jitterMs}`, `--seed=${seed}`];
}
