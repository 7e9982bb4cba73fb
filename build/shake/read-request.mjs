import { parseArgs } from 'node:util';
import { speeds } from './speeds.mjs';

/** The guided tour, named among the tests. */
export const tour = 'tour';

/**
 * @typedef {object} ShakeRequest
 * @property {import('./speeds.mjs').Speed[]} speeds
 * @property {boolean} withTour
 * @property {string[] | null} specs what Playwright chooses specs by, none for all of them; null
 *   for no specs
 * @property {boolean} isFresh nothing of an earlier run counts
 * @property {number | undefined} seed
 */

/**
 * Reads `npm run shake -- page-10x repair.spec`: what is neither a speed nor the tour names specs.
 *
 * @param {string[]} args
 * @returns {ShakeRequest | undefined} nothing for what can't be understood
 */
export function readRequest(args) {
  const parsed = parse(args);
  if (parsed === undefined) return undefined;
  const { values, positionals } = parsed;
  const seed = values.seed === undefined ? undefined : Number(values.seed);
  if (seed !== undefined && !(Number.isInteger(seed) && seed >= 0 && seed <= 2 ** 31))
    return undefined;
  const named = speeds.filter(({ name }) => positionals.includes(name));
  const rest = positionals.filter((arg) => !named.some(({ name }) => name === arg));
  const filters = rest.filter((arg) => arg !== tour);
  return {
    speeds: named.length === 0 ? [...speeds] : named,
    withTour: rest.length === 0 || rest.includes(tour),
    specs: filters.length === 0 && rest.includes(tour) ? null : filters,
    // What passed by other chances has not passed by these.
    isFresh: values.fresh || seed !== undefined,
    seed,
  };
}

/** @param {string[]} args */
function parse(args) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { fresh: { type: 'boolean', default: false }, seed: { type: 'string' } },
    });
  } catch {
    return undefined;
  }
}

const width = Math.max(...speeds.map(({ name }) => name.length));

export const usage = [
  'npm run shake -- [--fresh] [--seed NUMBER] [SPEED...] [SPEC...] [tour]',
  '',
  'Without a name, the guided tour and all specs run at every speed:',
  ...speeds.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
  '',
  'What has passed is not run again until something it depends on changes; --fresh begins anew, and so does',
  '--seed, which takes the chances of another run.',
  'Specs that start Electron themselves, such as those of the packaged app, are not slowed.',
  '',
].join('\n');
