import { expect, onTestFinished, test } from 'vitest';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInHeadlessSession } from './headless-session.mjs';

const onLinux = process.platform === 'linux';
// Starting a desktop is quick, but not on a machine that is busy with other tests.
const patient = { timeout: 60_000 };

/**
 * Runs a line of JavaScript in a session; what it writes to the file named by OUT is the answer.
 *
 * @param {string} script
 */
async function answerOf(script) {
  const folder = await mkdtemp(path.join(tmpdir(), 'usher-answer-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = path.join(folder, 'answer.json');
  const code = `import('keytar').then(async ({ default: keytar }) => {
    const answer = await (async () => { ${script} })().catch((error) => error.message);
    require('node:fs').writeFileSync(process.env.OUT, JSON.stringify(answer));
  })`;
  const env = { OUT: file };
  const exitCode = await runInHeadlessSession(process.execPath, ['-e', code], { env });
  return { exitCode, answer: /** @type {unknown} */ (JSON.parse(await readFile(file, 'utf8'))) };
}

const roundTrip = `
  await keytar.setPassword('usher-session-test', 'anyone', 'kept');
  return keytar.getPassword('usher-session-test', 'anyone');`;

test.runIf(onLinux)('a session has a display and a home of its own', patient, async () => {
  const { answer } = await answerOf('return [process.env.DISPLAY, process.env.HOME]');
  expect(answer).toEqual([
    expect.stringMatching(/^:\d+$/),
    expect.stringContaining('usher-keyring-'),
  ]);
});

test.runIf(onLinux)('its keychain is unlocked and keeps a secret', patient, async () => {
  expect(await answerOf(roundTrip)).toEqual({ exitCode: 0, answer: 'kept' });
});

test.runIf(onLinux)('the exit code of the program is handed on', patient, async () => {
  expect(await runInHeadlessSession(process.execPath, ['-e', 'process.exit(5)'])).toBe(5);
});
