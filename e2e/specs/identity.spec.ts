import { expect } from '@playwright/test';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { projectRoot } from '../fixtures/project-root.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { test } from '../fixtures/usher-test.ts';

/** Pictures are asked for without a word of who asks. */
const questions = (plex: FakePlex) =>
  plex.requests.list().filter(({ path }) => !path.endsWith('/avatar'));

const identifiers = (plex: FakePlex): ReadonlySet<string | undefined> =>
  new Set(questions(plex).map(({ headers }) => headers['x-plex-client-identifier']));

test.describe('Every question that Usher asks', () => {
  test('says which app asks, of which version, on which computer', async ({
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
  });

  test('comes from the same installation: before and after a restart, probes of servers included', async ({
    launch,
    plex,
  }) => {
    const first = await launch();
    await signInAs(first, plex, 'robin');
    await first.close();
    const second = await launch();
    await second.window.sidebar.openServers('robin');
    await second.window.servers.mint('Attic');
    await expect(second.window.clipboard.bar).toContainText('Attic');
    expect(identifiers(plex).size).toBe(1);
    expect([...identifiers(plex)][0]).toMatch(/^[0-9a-f-]{36}$/);
  });

  test('keeps its identity when the list of accounts is lost', async ({ launch, plex, desk }) => {
    const first = await launch();
    await signInAs(first, plex, 'sam');
    await first.close();
    for (const name of ['index.json', 'index.json.backup']) {
      await writeFile(join(desk.profileFolder, name), 'not what it was');
    }
    const second = await launch();
    await signInAs(second, plex, 'sam');
    expect(identifiers(plex).size).toBe(1);
  });

  test('never carries a token in an address', async ({ guest: { usher, plex } }) => {
    await signInAs(usher, plex, 'robin');
    await usher.window.sidebar.openServers('robin');
    await usher.window.servers.mint('Attic');
    await expect(usher.window.clipboard.bar).toContainText('Attic');
    expect(plex.requests.list().filter(({ token }) => token === 'query')).toEqual([]);
  });
});
