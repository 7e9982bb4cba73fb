import { performance } from 'node:perf_hooks';
import { SetUpProblem } from '../set-up/set-up-problem.mjs';
import { setUp } from '../set-up/set-up.mjs';
import { chooseStages } from '../test-run/choose-stages.mjs';
import { stages } from '../test-run/stages.mjs';
import { summarise } from '../test-run/summarise.mjs';

/**
 * Runs every check one after the other. None hides the next: a file that is not formatted says
 * nothing about whether the app works.
 *
 * @param {string[]} args
 */
export async function runTests(args) {
  const names = stages.map(({ name }) => name);
  const { chosen, unknown, handedOn } = chooseStages(args, names);
  if (unknown.length > 0) {
    throw new SetUpProblem(
      `There is no test stage named ${unknown.join(' or ')}.`,
      `The stages are: ${names.join(' ')}`,
    );
  }
  // The build is a stage of its own here: its failure is counted, not fatal.
  await setUp({ scope: 'headless', buildApp: false });
  const results = [];
  for (const { name, run } of stages.filter((stage) => chosen.includes(stage.name))) {
    process.stdout.write(`\n── ${name} ${'─'.repeat(60 - name.length)}\n`);
    const startedAt = performance.now();
    const result = await run(handedOn);
    results.push({ ...result, name, seconds: (performance.now() - startedAt) / 1000 });
  }
  const { text, exitCode } = summarise(results);
  process.stdout.write(text);
  return exitCode;
}
