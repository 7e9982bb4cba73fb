import { performance } from 'node:perf_hooks';
import { setUp } from '../set-up/set-up.mjs';
import { SetUpProblem } from '../set-up/steps.mjs';
import { stages } from '../test-run/stages.mjs';

/**
 * Runs every stage: the checks, which keep one core busy, beside the tests, which often wait for processes and disks. Unit
 * and end-to-end tests stay apart: windows that come slower draw more frames, and both took longer side by side.
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
  const lines = [...new Set(wanted.map(({ line }) => line))];
  const results = await Promise.all(
    lines.map((line) =>
      runLine(
        wanted.filter((stage) => stage.line === line),
        handedOn,
        // Only one can print as it goes: the last, which takes longest.
        line === lines.at(-1) ? 'inherit' : 'capture',
      ),
    ),
  );
  const { text, exitCode } = summarise(results.flat());
  process.stdout.write(text);
  return exitCode;
}

/** @typedef {import('../test-run/stages.mjs').Stage} Stage */

/**
 * @param {readonly Stage[]} ofLine
 * @param {string[]} args
 * @param {'inherit' | 'capture'} output
 * @returns {Promise<NamedResult[]>}
 */
async function runLine(ofLine, args, output) {
  const results = [];
  for (const stage of ofLine) {
    if (output === 'inherit') process.stdout.write(heading(stage));
    const result = await timed(stage, args, output);
    if (output === 'capture') process.stdout.write(heading(stage));
    process.stdout.write(result.output ?? '');
    results.push(result);
  }
  return results;
}

/** @param {Stage} stage */
const heading = ({ name }) => `\n── ${name} ${'─'.repeat(60 - name.length)}\n`;

/**
 * @param {Stage} stage
 * @param {string[]} args
 * @param {'inherit' | 'capture'} output
 */
async function timed({ name, run }, args, output) {
  const startedAt = performance.now();
  const result = await run(args, output);
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
