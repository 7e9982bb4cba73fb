import { parseArgs } from 'node:util';
import { benches } from './benches.ts';
import { describeMeasures } from './describe-measures.ts';
import { isMissed } from './is-missed.ts';

// Runs the benches that are named, or all but the long ones, and tells each as a table and as one line of JSON.

const { values, positionals: wanted } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string' } },
});
const askedRounds = values.rounds === undefined ? null : Number(values.rounds);
const unknown = wanted.filter((name) => !benches.some((bench) => bench.name === name));
if (unknown.length > 0) {
  console.error(
    `No such bench: ${unknown.join(', ')}. There are: ${benches.map(({ name }) => name).join(', ')}.`,
  );
  process.exitCode = 2;
} else if (askedRounds !== null && !(Number.isInteger(askedRounds) && askedRounds > 0)) {
  console.error('--rounds takes a whole number from 1.');
  process.exitCode = 2;
} else {
  for (const bench of benches) {
    if (wanted.length > 0 ? !wanted.includes(bench.name) : bench.isLong === true) continue;
    const rounds = askedRounds ?? bench.rounds;
    console.log(`${bench.name}: ${bench.about(rounds)}`);
    const measures = await bench.run(rounds);
    for (const line of describeMeasures(measures)) console.log(line);
    const isKept = !measures.some(isMissed);
    console.log(JSON.stringify({ bench: bench.name, rounds, isKept, measures }));
    if (!isKept) process.exitCode = 1;
  }
}
