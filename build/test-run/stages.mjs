import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { runInHeadlessSession } from '../headless-session.mjs';
import { runProcess } from '../processes.mjs';
import { projectRoot } from '../project.mjs';
import { ensureAppBuild } from '../set-up/builds.mjs';
import { npmCommand } from '../set-up/dependencies.mjs';
import { SetUpProblem } from '../set-up/steps.mjs';
import { countPlaywright, countVitest, judgeSignatures, judgeTests, leftOut } from './judge.mjs';

/** @typedef {import('./judge.mjs').StageResult} StageResult */
/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {(args: string[]) => Promise<StageResult>} run
 * @property {true} [isOnOneCore] what it prints comes with its result
 */

const onLinux = process.platform === 'linux';
const reports = path.join(projectRoot, 'out/test-reports');
const inModules = (/** @type {string} */ file) => path.join(projectRoot, 'node_modules', file);

/**
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
 * @param {(reportFile: string) => Promise<number>} runTests
 */
async function testsOf(name, count, runTests) {
  const reportFile = path.join(reports, `${name}.json`);
  await mkdir(reports, { recursive: true });
  await rm(reportFile, { force: true });
  const exitCode = await runTests(reportFile);
  const report = await readFile(reportFile, 'utf8').catch(() => undefined);
  // Only Linux has everything the tests ask for, such as a keychain that may be locked at will.
  const skipsAllowed = !onLinux;
  return judgeTests(report === undefined ? undefined : count(report), exitCode, { skipsAllowed });
}

async function signatures() {
  // Once, and not for long: where it is not served there is nothing to wait for.
  const limits = ['--fetch-retries=0', '--fetch-timeout=10000'];
  const { command, args, shell } = npmCommand(['audit', 'signatures', ...limits]);
  const run = { cwd: projectRoot, shell, output: /** @type {const} */ ('capture') };
  const { exitCode, output } = await runProcess(command, args, run);
  return judgeSignatures(exitCode, output);
}

/** @param {string[]} args */
function unit(args) {
  for (const { files, why } of leftOut(process.platform)) {
    process.stdout.write(`Left out on this system: ${files}: ${why}.\n`);
  }
  return testsOf('unit', countVitest, async (reportFile) => {
    const vitest = [inModules('vitest/vitest.mjs'), 'run', '--config', 'build/vitest.config.ts'];
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
    const command = [...vitest, ...reporters, ...args];
    return (await runProcess(process.execPath, command, { cwd: projectRoot })).exitCode;
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
    if (onLinux) return runInHeadlessSession(process.execPath, command, { env });
    const run = { cwd: projectRoot, env: { ...process.env, ...env } };
    return (await runProcess(process.execPath, command, run)).exitCode;
  });
}

/** @type {readonly Stage[]} */
export const stages = [
  {
    name: 'format',
    isOnOneCore: true,
    run: () => check(inModules('prettier/bin/prettier.cjs'), '--check', '.'),
  },
  {
    name: 'lint',
    isOnOneCore: true,
    run: () =>
      check(
        ...[inModules('eslint/bin/eslint.js'), '--config', 'build/eslint.config.js'],
        ...['--max-warnings', '0', '.'],
      ),
  },
  { name: 'signatures', isOnOneCore: true, run: signatures },
  {
    name: 'types',
    isOnOneCore: true,
    run: () => check(inModules('typescript/bin/tsc'), '--build'),
  },
  { name: 'unit', run: unit },
  { name: 'build', run: build },
  { name: 'e2e', run: endToEnd },
];
