import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { useFolder } from './testing/profile-files-contract.ts';
import { openCount } from './testing/test-documents.ts';

const PROGRAM = join(import.meta.dirname, 'testing', 'counting-program.ts');
const READS = 300;
const VERSIONS = 10;

test('two processes that write at once leave the file whole at every moment', async () => {
  const folder = await useFolder();
  await (await openCount(folder)).update((old) => ({ ...old, count: 1 }));
  const writers = [1, 2].map(() =>
    spawn(process.execPath, [PROGRAM, folder], { stdio: ['ignore', 'pipe', 'inherit'] }),
  );
  const closed = writers.map((writer) => once(writer, 'close'));
  await Promise.all(writers.map((writer) => once(writer.stdout, 'data')));
  const seen = new Set<string>();
  // On a busy machine the writers may not get far in so many reads.
  for (let read = 0; read < READS || seen.size <= VERSIONS; read += 1) {
    for (const name of ['count.json', 'count.json.backup']) {
      const text = await readFile(join(folder, name), 'utf8');
      const { version, data } = JSON.parse(text) as { version: number; data: { ballast: string } };
      expect([version, data.ballast.length]).toEqual([1, 20_000]);
      seen.add(text);
    }
  }
  for (const writer of writers) writer.kill('SIGKILL');
  await Promise.all(closed);
  expect((await openCount(folder)).opening).toEqual({ how: 'read' });
});

test('two processes that count up together lose no step of either', async () => {
  const folder = await useFolder();
  const steps = 100;
  const writers = [1, 2].map(() =>
    spawn(process.execPath, [PROGRAM, folder, `${steps}`], {
      stdio: ['ignore', 'ignore', 'inherit'],
    }),
  );
  const codes = await Promise.all(writers.map((writer) => once(writer, 'close')));
  expect(codes.map(([code]) => code as number)).toEqual([0, 0]);
  expect((await openCount(folder)).value().count).toBe(2 * steps);
});
