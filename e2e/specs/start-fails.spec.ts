import { expect } from '@playwright/test';
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Desk } from '../fixtures/desk.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import { readRuntime } from '../fixtures/read-runtime.ts';
import { refusingLocks } from '../fixtures/refusing-locks.ts';
import { test } from '../fixtures/usher-test.ts';

/** Writes down what the system's own message would say, which a person would have to close. */
const tellingMessages = `const { dialog } = require('electron');
dialog.showErrorBox = (title, text) => console.log('Message: ' + title + ': ' + text);
`;

/** Mistakes in what the start needs, and the reference each is told under. */
const mistakes = [
  {
    which: 'that the log takes down',
    preload: `require('electron').session.fromPartition = () => { throw new Error('a bug'); };
`,
    reference: /See reference [0-9a-f]{8} in logs/,
  },
  {
    which: 'that the log can’t take down',
    preload: `require('electron').session.fromPartition = () => { throw { bug: 1n }; };
`,
    reference: /couldn’t be written to the log/,
  },
  {
    which: 'that nobody waits for',
    preload: `const { session } = require('electron');
const { fromPartition } = session;
session.fromPartition = (name) => {
  process.nextTick(() => { throw new Error('a bug'); });
  return fromPartition.call(session, name);
};
`,
    reference: /See reference [0-9a-f]{8} in logs/,
  },
];

/** Starts the app, which is to end by itself. */
async function startInVain(
  desk: Desk,
  plexUrl: string,
  options: { readonly env?: Record<string, string>; readonly preload?: string },
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  const preload = join(desk.folder, 'preload.cjs');
  await writeFile(preload, tellingMessages + (options.preload ?? ''));
  const { executable, args } = await readRuntime();
  return promisify(execFile)(executable, [...args, '--require', preload, projectRoot], {
    env: { ...desk.env, ...desk.settingsFor(plexUrl), ...options.env },
  }).then(
    (printed) => ({ code: 0, ...printed }),
    (error: unknown) => error as { code: number; stdout: string; stderr: string },
  );
}

test.describe('A start that comes to nothing says so in a window and in the terminal, and ends', () => {
  test('where the profile folder is a file', async ({ desk, plex }) => {
    const file = join(desk.folder, 'file');
    await writeFile(file, 'of somebody else');
    for (const USHER_PROFILE of [file, join(file, 'profile')]) {
      const ended = await startInVain(desk, plex.baseUrl, { env: { USHER_PROFILE } });
      expect(ended.code).toBe(1);
      const words = `Usher keeps its list of accounts in ${USHER_PROFILE} and couldn’t read or write there.`;
      expect(ended.stdout).toContain(`Message: Usher can’t use its folder: ${words}`);
      expect(ended.stderr).toContain(`usher: Usher can’t use its folder. ${words}`);
    }
  });

  test('where the system refuses the lock, and the next one starts', async ({
    desk,
    plex,
    launch,
  }) => {
    const ended = await startInVain(desk, plex.baseUrl, { preload: refusingLocks });
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('Message: Usher can’t use its folder: ');
    expect(ended.stderr).toContain(`doesn’t let Usher lock a file in ${desk.profileFolder}`);
    const { page } = await launch();
    await expect(page.getByRole('heading', { name: 'Welcome to Usher' })).toBeVisible();
  });

  for (const { which, preload, reference } of mistakes) {
    test(`where Usher itself makes a mistake ${which}`, async ({ desk, plex }) => {
      const ended = await startInVain(desk, plex.baseUrl, { preload });
      expect(ended.code).toBe(1);
      expect(ended.stdout).toContain('Message: Usher couldn’t start: This is a bug');
      expect(ended.stderr).toMatch(reference);
    });
  }
});
