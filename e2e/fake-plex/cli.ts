import { parseArgs } from 'node:util';
import { announcement } from './fake-plex.ts';
import { startFakePlex } from './start-fake-plex.ts';

/** Runs the fake until it is told to stop; the one line it prints says where everything is. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'answer-delay-ms': { type: 'string', default: '0' },
    'jitter-ms': { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});
const numberOf = (name: keyof typeof values, from: number, to: number): number => {
  const value = Number(values[name]);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  process.stderr.write(`--${name} takes a whole number from ${from} to ${to}.\n`);
  process.exit(2);
};
const port = numberOf('port', 0, 65_000);
const answerDelay = {
  delayMs: numberOf('answer-delay-ms', 0, 60_000),
  jitterMs: numberOf('jitter-ms', 0, 60_000),
  seed: numberOf('seed', 0, 2 ** 31),
};
const fake = await startFakePlex({ port, answerDelay });
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void fake.stop();
  });
}
// Last: whoever has read it may end this at once.
process.stdout.write(`${JSON.stringify(announcement(fake))}\n`);
