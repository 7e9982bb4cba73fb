import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { runInHeadlessSession } from '../headless-session.mjs';
import { runProcess } from '../processes.mjs';
import { projectRoot } from '../project.mjs';
import { ensureAppBuild } from '../set-up/builds.mjs';
import { npmCommand } from '../set-up/dependencies.mjs';
import { SetUpProblem } from '../set-up/steps.mjs';
import { countPlaywright, countVitest, judgeSignatures, judgeTests, leftOut } from './judge.mjs';
import { unlessPassedBefore } from './passed-before.mjs';

/** @typedef {import('./judge.mjs').StageResult} StageResult */
/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {'checks' | 'tests'} line Stages of one line run one after the other, lines side by side.
 * @property {(args: string[], output: 'inherit' | 'capture') => Promise<StageResult>} run
 */

const onLinux = process.platform === 'linux';
const reports = path.join(projectRoot, 'out/test-reports');
const inModules = (/** @type {string} */ file) => path.join(projectRoot, 'node_modules', file);

/**
 * What it prints comes with its result.
 *
 * @param {string[]} command
 * @returns {Promise<StageResult>}
 */
async function check(...command) {
  const { exitCode, output } = await runProcess(process.execPath, command, {
    cwd: projectRoot,
    output: 'capture',
  });
  const passes = exitCode === 0;
  return { passed: Number(passes), failed: Number(!passes), complaints: [], output };
}

/**
 * @param {string} name
 * @param {(report: string) => import('./judge.mjs').TestCount} count
 * @param {(reportFile: string) => Promise<{ exitCode: number, output: string }>} runTests
 */
async function testsOf(name, count, runTests) {
  const reportFile = path.join(reports, `${name}.json`);
  await mkdir(reports, { recursive: true });
  await rm(reportFile, { force: true });
  const { exitCode, output } = await runTests(reportFile);
  const report = await readFile(reportFile, 'utf8').catch(() => undefined);
  // Only Linux has everything the tests ask for, such as a keychain that may be locked at will.
  const skipsAllowed = !onLinux;
  const counted = report === undefined ? undefined : count(report);
  return { ...judgeTests(counted, exitCode, { skipsAllowed }), output };
}

async function signatures() {
  // Once, and not for long: where it is not served there is nothing to wait for.
  const limits = ['--fetch-retries=0', '--fetch-timeout=10000'];
  const { command, args, shell } = npmCommand(['audit', 'signatures', ...limits]);
  const run = { cwd: projectRoot, shell, output: /** @type {const} */ ('capture') };
  const { exitCode, output } = await runProcess(command, args, run);
  return judgeSignatures(exitCode, output);
}

/**
 * @param {string[]} args
 * @param {'inherit' | 'capture'} output
 */
function unit(args, output) {
  for (const { files, why } of leftOut(process.platform)) {
    process.stdout.write(`Left out on this system: ${files}: ${why}.\n`);
  }
  return testsOf('unit', countVitest, (reportFile) => {
    const vitest = [inModules('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts'];
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const command = [...vitest, ...reporters, ...args];
    return runProcess(process.execPath, command, { cwd: projectRoot, output });
  });
}

/** @returns {Promise<StageResult>} */
async function build() {
  try {
    await ensureAppBuild();
    return { passed: 1, failed: 0, complaints: [] };
  } catch (error) {
    if (!(error instanceof SetUpProblem)) throw error;
    process.stderr.write(`${error.message}\n`);
    return { passed: 0, failed: 1, complaints: [] };
  }
}

/** @param {string[]} args */
function endToEnd(args) {
  return testsOf('e2e', countPlaywright, async (reportFile) => {
    const playwright = [inModules('@playwright/test/cli.js'), 'test'];
    const options = ['--config', 'build/playwright.config.ts', '--reporter=list,json'];
    const command = [...playwright, ...options, ...args];
    const env = { PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile };
    if (onLinux) {
      return {
        exitCode: await runInHeadlessSession(process.execPath, command, { env }),
        output: '',
      };
    }
    const run = { cwd: projectRoot, env: { ...process.env, ...env } };
    return runProcess(process.execPath, command, run);
  });
}

/** @returns {Promise<StageResult>} */
async function lint() {
  const place = { root: projectRoot, stamp: path.join(projectRoot, 'out/lint-passed.txt') };
  const outcome = await unlessPassedBefore(place, () =>
    check(
      ...[inModules('eslint/bin/eslint.js'), '--config', 'build/eslint.config.js'],
      ...['--max-warnings', '0', '.'],
    ),
  );
  if (outcome !== 'passed before') return outcome;
  return { passed: 1, failed: 0, complaints: [], output: 'Passed before on these files.\n' };
}

/** @type {readonly Stage[]} */
export const stages = [
  {
    name: 'format',
    line: 'checks',
    run: () =>
      check(
        ...[inModules('prettier/bin/prettier.cjs'), '--check', '.', '--cache'],
        ...['--cache-strategy', 'content', '--cache-location', 'out/format-passed.json'],
      ),
  },
  { name: 'types', line: 'checks', run: () => check(inModules('typescript/bin/tsc'), '--build') },
  { name: 'signatures', line: 'checks', run: signatures },
  {
    name: 'lint',
    line: 'checks',
    run: lint,
  },
  { name: 'unit', line: 'tests', run: unit },
  { name: 'build', line: 'tests', run: build },
  { name: 'e2e', line: 'tests', run: endToEnd },
];
