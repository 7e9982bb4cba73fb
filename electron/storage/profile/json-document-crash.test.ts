import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { createProfileFiles } from './profile-files.ts';
import { useFolder } from './testing/profile-files-contract.ts';
import { openCount } from './testing/test-documents.ts';

const PROGRAM = join(import.meta.dirname, 'testing', 'counting-program.ts');
const KILLS = 20;

/** Runs the counting program, kills it in the middle of its writes, and answers the last number it said was written. */
const countUntilKilled = async (folder: string, afterMs: number): Promise<number> => {
  const program = spawn(process.execPath, [PROGRAM, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  program.stdout.setEncoding('utf8').on('data', (text: string) => (said += text));
  const closed = once(program, 'close');
  await once(program.stdout, 'data');
  await wait(afterMs);
  program.kill('SIGKILL');
  await closed;
  return Number(said.trimEnd().split('\n').at(-1));
};

test('a process killed in the middle of its updates, again and again, leaves whole files and loses nothing', async () => {
  const folder = await useFolder();
  const files = createProfileFiles({ folder });
  await (await openCount(folder)).update((old) => ({ ...old, count: 1 }));
  for (let kill = 0; kill < KILLS; kill += 1) {
    const lastSaid = await countUntilKilled(folder, (kill * 7) % 40);
    const document = await openCount(folder);
    expect(document.opening).toEqual({ how: 'read' });
    // Written and killed before it could say so is fine; said and not written is not.
    expect([lastSaid, lastSaid + 1]).toContain(document.value().count);
    // The backup alone would be as good, but for the last updates.
    await files.setAside('count.json', `killed-${kill}`);
    const fromBackup = await openCount(folder);
    expect(fromBackup.opening).toEqual({ how: 'backup', keptAs: null });
    expect(fromBackup.value().count).toBeGreaterThanOrEqual(document.value().count - 1);
  }
}, 180_000);
