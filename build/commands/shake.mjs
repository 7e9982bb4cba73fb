import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { appendFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { runInHeadlessSession } from '../headless-session.mjs';
import { runProcess } from '../processes.mjs';
import { parseJson, projectRoot } from '../project.mjs';
import { setUp } from '../set-up/set-up.mjs';
import { digestInputs, KeptResults, tour } from '../shake/results.mjs';
import { fakePlexArguments, keepingToItsCores, paceEnvironment, speeds } from '../shake/speeds.mjs';
import { runTour } from './demo.mjs';

/** @typedef {import('../shake/speeds.mjs').Speed} Speed */

const shakeFolder = path.join(projectRoot, 'out/shake');
const playwright = [
  path.join(projectRoot, 'node_modules/@playwright/test/cli.js'),
  ...['test', '--config', path.join(projectRoot, 'build/playwright.config.ts')],
];
const reporter = path.join(projectRoot, 'build/shake/results.mjs');

/** @param {Speed} speed */
const under = async (speed) =>
  keepingToItsCores(speed, await readFile('/proc/self/status', 'utf8'));

/**
 * Runs the guided tour and the end-to-end specs at several speeds: what holds at one only is a race.
 *
 * @param {string[]} args
 */
export async function runShake(args) {
  if (process.platform !== 'linux') {
    process.stderr.write('The shake runs only on Linux: it needs desktop sessions of its own.\n');
    return 2;
  }
  const request = readRequest(args);
  if (request === undefined) {
    process.stderr.write(usage);
    return 2;
  }
  const { withTour, specs, isFresh, seed = randomInt(1_000_000) } = request;
  await setUp({ scope: 'headless', buildApp: true });
  const digests = await digestInputs(projectRoot);
  const tests = specs === null ? [] : await listTests(specs);
  if (tests === undefined) {
    process.stderr.write(`\n${usage}`);
    return 2;
  }
  const wanted = [...(withTour ? [tour] : []), ...tests];
  const results = [];
  for (const speed of request.speeds) {
    results.push(await runAt(speed, { wanted, digests, isFresh, seed }));
  }
  const { text, exitCode } = describeResults(results);
  process.stdout.write(text);
  return exitCode;
}

/**
 * The tests in the files that Playwright chooses by `filters`; nothing when it finds none.
 *
 * @param {string[]} filters
 */
async function listTests(filters) {
  const file = path.join(shakeFolder, 'tests.json');
  await mkdir(shakeFolder, { recursive: true });
  await rm(file, { force: true });
  const { exitCode, output } = await runProcess(
    process.execPath,
    [...playwright, '--list', `--reporter=${reporter}`, ...filters],
    {
      cwd: projectRoot,
      env: { ...process.env, USHER_SHAKE_LIST: file },
      output: 'capture',
    },
  );
  if (exitCode === 0) return /** @type {string[]} */ (parseJson(await readFile(file, 'utf8')));
  process.stderr.write(output);
  return undefined;
}

/**
 * @param {Speed} speed
 * @param {{ wanted: string[], digests: Record<string, string>, isFresh: boolean, seed: number }} run
 * @returns {Promise<SpeedResult>}
 */
async function runAt(speed, { wanted, digests, isFresh, seed }) {
  const { name, summary, plexDelay } = speed;
  const startedAt = performance.now();
  const kept = new KeptResults(path.join(shakeFolder, name));
  const done = await kept.begin(digests, { isFresh });
  const left = wanted.filter((id) => !done.has(id));
  const chance = (plexDelay?.jitterMs ?? 0) > 0 ? `; --seed ${seed}` : '';
  process.stdout.write(`\n── ${name}: ${summary}${chance} ${'─'.repeat(8)}\n`);
  const specs = left.filter((id) => id !== tour);
  if (left.includes(tour)) await takeTour(speed, seed, kept);
  if (specs.length > 0) await runSpecs(speed, seed, kept, specs);

  const results = await kept.read();
  const outcomes = new Map(results.map(({ id, hasPassed }) => [id, hasPassed]));
  const outside = results.filter(({ id }) => !wanted.includes(id) && !done.has(id));
  return {
    name,
    passed: wanted.filter((id) => outcomes.get(id) === true),
    failed: [
      ...wanted
        .filter((id) => outcomes.get(id) !== true)
        .map((id) => (outcomes.has(id) ? { id } : { id, why: 'was not run' })),
      ...outside,
    ],
    earlierCount: wanted.length - left.length,
    seconds: (performance.now() - startedAt) / 1000,
  };
}

/**
 * @param {Speed} speed
 * @param {number} seed
 * @param {KeptResults} kept
 */
async function takeTour(speed, seed, { folder, file }) {
  const pictures = path.join(folder, 'tour');
  const tourPictures = path.join(projectRoot, 'out/tour');
  // Those of an earlier tour are not this one's.
  await rm(tourPictures, { recursive: true, force: true });
  const exitCode = await runTour({
    profile: path.join(folder, 'profile'),
    fakePlexArgs: fakePlexArguments(speed, seed),
    env: paceEnvironment(speed, seed),
    under: await under(speed),
  });
  await rm(pictures, { recursive: true, force: true });
  // A tour that failed before it began has none.
  if (existsSync(tourPictures)) {
    await rename(tourPictures, pictures);
    process.stdout.write(
      `The pictures of this tour are in ${path.relative(projectRoot, pictures)}\n`,
    );
  }
  await appendFile(file, `${JSON.stringify({ id: tour, hasPassed: exitCode === 0 })}\n`);
}

/**
 * All in one Playwright, so that its workers share what is slow to start.
 *
 * @param {Speed} speed
 * @param {number} seed
 * @param {KeptResults} kept
 * @param {string[]} tests
 */
async function runSpecs(speed, seed, { folder, file }, tests) {
  const list = path.join(folder, 'left.txt');
  await writeFile(list, tests.join('\n'));
  const [command = process.execPath, ...args] = [
    ...[...(await under(speed)), process.execPath, ...playwright],
    ...[`--reporter=list,${reporter}`, '--test-list', list],
    ...['--workers', String(speed.workers), '--output', path.join(folder, 'attachments')],
  ];
  const env = { ...paceEnvironment(speed, seed), USHER_SHAKE_RESULTS: file };
  await runInHeadlessSession(command, args, { env });
}

/**
 * @typedef {object} ShakeRequest
 * @property {Speed[]} speeds
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

/**
 * @typedef {object} SpeedResult
 * @property {string} name
 * @property {string[]} passed ids of tests
 * @property {{ id: string, why?: string }[]} failed
 * @property {number} earlierCount how many of them passed in an earlier run
 * @property {number} seconds of this run
 */

/** @param {number} seconds */
function duration(seconds) {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * A line a speed, then a line for each test that failed at any, with the speeds it failed at. The
 * last line is the total, for people and scripts alike.
 *
 * @param {SpeedResult[]} results
 * @returns {{ text: string, exitCode: 0 | 1 }}
 */
export function describeResults(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, passed, failed, seconds, earlierCount }) => {
    const earlier = earlierCount === 0 ? '' : `, ${earlierCount} of them in an earlier run`;
    const time = duration(seconds).padStart(12);
    return `${name.padEnd(width)} ${time}  ${passed.length} passed${earlier}, ${failed.length} failed`;
  });
  /** @type {Map<string, string[]>} */
  const failures = new Map();
  for (const { name, failed } of results) {
    for (const { id, why } of failed) {
      const at = why === undefined ? name : `${name} (${why})`;
      failures.set(id, [...(failures.get(id) ?? []), at]);
    }
  }
  const failedLines = [...failures].map(([id, at]) => `failed: ${id}: ${at.join(', ')}`);
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((sum, result) => sum + result[key].length, 0);
  const [passed, failed] = [total('passed'), total('failed')];
  return {
    text: ['', ...lines, '', ...failedLines, `${passed} passed, ${failed} failed`, ''].join('\n'),
    exitCode: failed > 0 || passed === 0 ? 1 : 0,
  };
}
