import { parseArgs } from 'node:util';
import { announcement } from './announcement.ts';
import { startFakePlex } from './start-fake-plex.ts';

/** Runs the fake until it is told to stop; the one line it prints says where everything is. */
const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    'answer-delay-ms': { type: 'string', default: '0' },
    jitter: { type: 'string', default: '0' },
    seed: { type: 'string', default: '1' },
  },
});
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_000) {
  process.stderr.write('--port takes a whole number from 0 to 65000.\n');
  process.exit(2);
}
const answerDelay = {
  delayMs: Number(values['answer-delay-ms']),
  jitter: Number(values.jitter),
  seed: Number(values.seed),
};
if (!(answerDelay.delayMs >= 0) || !(answerDelay.jitter >= 0) || !(answerDelay.jitter <= 1)) {
  process.stderr.write(
    '--answer-delay-ms takes a number of 0 or more, --jitter one from 0 to 1.\n',
  );
  process.exit(2);
}
const fake = await startFakePlex({ port, answerDelay });
process.stdout.write(`${JSON.stringify(announcement(fake))}\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    void fake.stop();
  });
}
