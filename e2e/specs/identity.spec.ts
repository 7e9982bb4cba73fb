import { expect } from '@playwright/test';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

/** Pictures are asked for without a word of who asks. */
const questions = (plex: FakePlex) =>
  plex.requests.list().filter(({ path }) => !path.endsWith('/avatar'));

test.describe('Every question that Usher asks', () => {
  test('says which app asks, of which version and installation, on which computer, and has its token in no address', async ({
    guest: { usher, plex },
  }) => {
    const { version } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8')) as {
      version: string;
    };
    await signInAs(usher, plex, 'robin');
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.mint('Attic');
    await expect(usher.window.clipboard.bar).toContainText('Attic');
    const asked = questions(plex);
    expect(new Set(asked.map(({ host }) => host))).toContain('Attic');
    for (const { headers } of asked) {
      expect(headers).toMatchObject({
        'x-plex-product': 'Usher',
        'x-plex-version': version,
        'x-plex-platform': 'Linux',
        'x-plex-device': 'PC',
        'x-plex-platform-version': expect.stringMatching(/./),
        'x-plex-device-name': expect.stringMatching(/./),
      });
    }
    const identifiers = new Set(asked.map(({ headers }) => headers['x-plex-client-identifier']));
    expect([...identifiers]).toEqual([expect.stringMatching(/^[0-9a-f-]{36}$/)]);
    expect(plex.requests.list().filter(({ token }) => token === 'query')).toEqual([]);
  });
});
