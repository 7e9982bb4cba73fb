import { parseArgs } from 'node:util';
import { makeProvingGround, type Kill } from './proving-ground.ts';
import { scenarios } from './scenarios.ts';

// Kills Usher's core between every two steps of everything that writes, then at any time, and looks at what is left.
// With --one-token, at a Plex that ends a user's token for a client with the next one.

const kills = 200;
const lanes = 2;
const longestLifeMs = 1_500;

const { values: options } = parseArgs({ options: { 'one-token': { type: 'boolean' } } });
const oneTokenPerClient = options['one-token'] === true;

const startedAt = performance.now();
let killCount = 0;
let violationCount = 0;

const note = (what: string, kill: Kill): void => {
  killCount += 1;
  violationCount += kill.violations.length;
  for (const violation of kill.violations) console.error(`\n${what}, ${kill.step}: ${violation}`);
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const line = `${killCount} kills, ${violationCount} violations, ${seconds} s: ${what}, ${kill.step}`;
  if (process.stdout.isTTY) process.stdout.write(`\r\u001b[K${line}`);
  else console.log(line);
};

const queue = [...scenarios];

/** Each lane has a keychain and a folder of its own. */
const runLane = async (): Promise<void> => {
  const ground = await makeProvingGround({ oneTokenPerClient });
  try {
    for (let scenario = queue.shift(); scenario !== undefined; scenario = queue.shift()) {
      for (let step = 1; ; step += 1) {
        await ground.clear();
        await ground.prepare(scenario);
        const kill = await ground.kill(scenario, step);
        if (kill === null) break;
        note(`${scenario.name}, step ${step}`, kill);
      }
    }
    await ground.clear();
    while (killCount < kills) {
      const kill = await ground.kill(null, 0, Math.random() * longestLifeMs);
      if (kill !== null) note('anything', kill);
    }
  } finally {
    await ground.stop();
  }
};

await Promise.all(Array.from({ length: lanes }, runLane));
const minutes = ((performance.now() - startedAt) / 60_000).toFixed(1);
console.log(`\n${killCount} kills in ${minutes} min: ${violationCount} violations`);
process.exitCode = violationCount === 0 ? 0 : 1;
