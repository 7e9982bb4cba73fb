import { performance } from 'node:perf_hooks';
import { setUp } from '../set-up/set-up.mjs';
import { SetUpProblem } from '../set-up/steps.mjs';
import { stages } from '../test-run/stages.mjs';

/**
 * Runs every stage: those that keep one core busy side by side, then the others one after the other.
 * None hides the next: a file that is not formatted says nothing about whether the app works.
 *
 * @param {string[]} args
 */
export async function runTests(args) {
  const names = stages.map(({ name }) => name);
  const { chosen, unknown, handedOn } = chooseStages(args, names);
  if (unknown.length > 0) {
    throw new SetUpProblem(
      `No test stage named ${unknown.join(' or ')}.`,
      `Available: ${names.join(' ')}`,
    );
  }
  // The build is a stage of its own here: its failure is counted, not fatal.
  await setUp({ scope: 'headless', buildApp: false });
  const wanted = stages.filter((stage) => chosen.includes(stage.name));
  const sideBySide = wanted.filter(isOnOneCore);
  if (sideBySide.length > 1) {
    process.stdout.write(
      `Running ${sideBySide.map(({ name }) => name).join(', ')} side by side …\n`,
    );
  }
  const results = await Promise.all(
    sideBySide.map(async (stage) => {
      const result = await timed(stage, handedOn);
      process.stdout.write(`${heading(stage)}${result.output ?? ''}`);
      return result;
    }),
  );
  for (const stage of wanted.filter((one) => !isOnOneCore(one))) {
    process.stdout.write(heading(stage));
    results.push(await timed(stage, handedOn));
  }
  const { text, exitCode } = summarise(results);
  process.stdout.write(text);
  return exitCode;
}

/** @typedef {import('../test-run/stages.mjs').Stage} Stage */

/** @param {Stage} stage */
const isOnOneCore = (stage) => stage.isOnOneCore === true;

/** @param {Stage} stage */
const heading = ({ name }) => `\n── ${name} ${'─'.repeat(60 - name.length)}\n`;

/**
 * @param {Stage} stage
 * @param {string[]} args
 */
async function timed({ name, run }, args) {
  const startedAt = performance.now();
  const result = await run(args);
  return { ...result, name, seconds: (performance.now() - startedAt) / 1000 };
}

/**
 * Reads `npm test -- unit e2e -- some/file`: names of stages, and after a second `--` what is
 * handed on to their runners.
 *
 * @param {string[]} args
 * @param {string[]} names
 * @returns {{ chosen: string[], unknown: string[], handedOn: string[] }}
 */
export function chooseStages(args, names) {
  const divider = args.includes('--') ? args.indexOf('--') : args.length;
  const asked = args.slice(0, divider).filter((arg) => !arg.startsWith('--'));
  return {
    chosen: asked.length === 0 ? names : names.filter((name) => asked.includes(name)),
    unknown: asked.filter((name) => !names.includes(name)),
    handedOn: args.slice(divider + 1),
  };
}

/** @typedef {import('../test-run/judge.mjs').StageResult & { name: string, seconds: number }} NamedResult */

/**
 * The summary of a run, with the names of the tests that failed: each runner told them where it
 * was, far above by now. The last line is the total, for people and scripts alike.
 *
 * @param {NamedResult[]} results
 * @returns {{ text: string, exitCode: 0 | 1 }}
 */
export function summarise(results) {
  const width = Math.max(...results.map(({ name }) => name.length));
  const lines = results.map(({ name, seconds, passed, failed, complaints }) => {
    const reasons = complaints.length === 0 ? '' : ` (${complaints.join(', ')})`;
    const time = `${seconds.toFixed(1)} s`.padStart(8);
    return `${name.padEnd(width)} ${time}  ${passed} passed, ${failed} failed${reasons}`;
  });
  const failures = results.flatMap(({ name, failedTests = [] }) =>
    failedTests.map((test) => `${name} failed: ${test}`),
  );
  const total = (/** @type {'passed' | 'failed'} */ key) =>
    results.reduce((sum, result) => sum + result[key], 0);
  const [passed, failed] = [total('passed'), total('failed')];
  return {
    text: ['', ...lines, '', ...failures, `${passed} passed, ${failed} failed`, ''].join('\n'),
    exitCode: failed > 0 || passed === 0 ? 1 : 0,
  };
}
