import { expect } from '@playwright/test';
import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Desk } from '../fixtures/desk.ts';
import { processesInGroup } from '../fixtures/processes-in-group.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import { readRuntime } from '../fixtures/read-runtime.ts';
import { until } from '../fixtures/until.ts';
import { test } from '../fixtures/usher-test.ts';

const readLogs = async (desk: Desk): Promise<string> => {
  const folder = join(desk.profileFolder, 'logs');
  const names = await readdir(folder).catch(() => []);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.join('\n');
};

test('A list of accounts that can not even be opened keeps Usher from starting, and is left as it is', async ({
  desk,
  plex,
}) => {
  // What no right and no root can read as a file.
  const index = join(desk.profileFolder, 'index.json');
  await mkdir(join(index, 'inside'), { recursive: true });
  const { executable, args } = await readRuntime();
  const app = spawn(executable, [...args, projectRoot], {
    env: {
      ...desk.env,
      ...desk.settingsFor(plex.baseUrl),
    },
    detached: true,
    stdio: 'ignore',
  });
  const { pid = 0 } = app;
  try {
    await until('the app to say so', async () => {
      const text = await readLogs(desk);
      return text.includes('start.profileFailed') && text.includes('profile.failed');
    });
    expect(await readdir(index)).toEqual(['inside']);
    expect(plex.requests.list()).toEqual([]);
  } finally {
    // It stands at a message that somebody would have to close.
    process.kill(-pid, 'SIGKILL');
    await until('it to end', async () => (await processesInGroup(pid)).length === 0);
  }
});
