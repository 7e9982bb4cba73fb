import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerQuestions } from '../fixtures/answer-questions.ts';
import { chooseFile } from '../fixtures/choose-file.ts';
import { expect } from '../fixtures/expect.ts';
import { expectSoon } from './expect-soon.ts';
import type { Guide } from './guide.ts';

const foreign = 'zzFAKEzzOTHERzzTOKEN';

/** Programs with a token of their own: made, written, rotated, and what a changed file says. */
export async function appsChapter(guide: Guide): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'usher-tour-apps-'));
  try {
    await showApps(guide, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function showApps({ tour, usher, plex }: Guide, folder: string): Promise<void> {
  const { apps, sidebar } = usher.window;
  const config = join(folder, 'config.yml');
  const env = join(folder, '.env');
  const inConfig = async (): Promise<string> =>
    /token: (\S*)/.exec(await readFile(config, 'utf8'))?.[1] ?? '';
  const addFile = async (format: RegExp, key: string, path: string): Promise<void> => {
    await chooseFile(usher, path);
    await apps.chooseFormat(format);
    await apps.key.fill(key);
    await apps.chooseFile();
  };

  await tour.step('Has nothing yet for programs, and says what it would be good for', async () => {
    await sidebar.openPage('Apps');
    await expect(apps.heading).toBeVisible();
    await tour.picture(usher.page, 'apps-none');
  });

  await tour.step('Makes a token for one program, and asks where it reads it', async () => {
    await apps.askToAdd();
    await tour.picture(usher.page, 'app-add');
    await usher.page.keyboard.press('Escape');
    await apps.add('Kometa');
    await tour.picture(usher.page, 'app-where');
  });

  await tour.step('Writes it only once the person says so, in a dialog of the system', async () => {
    await writeFile(config, `plex: # Kometa\n  token: ${foreign}\n`);
    const asked = await answerQuestions(usher, 'Write token');
    await addFile(/^YAML/, 'plex.token', config);
    await expect(apps.file('Kometa', config)).toContainText('Up to date');
    await tour.note('app-question', await asked());
    await writeFile(env, '');
    await apps.askToAddFile('Kometa');
    await addFile(/^Env file/, 'PLEX_TOKEN', env);
    await expect(apps.file('Kometa', env)).toContainText('Up to date');
    await tour.pictures(usher, 'apps');
  });

  await tour.step('Rotates it: a new token in every file, and the old one revoked', async () => {
    const before = await inConfig();
    await apps.rotate('Kometa');
    await expectSoon('the file', async () => (await inConfig()) !== before, true);
    await expect(apps.card('Kometa')).toContainText('Valid');
    await tour.picture(usher.page, 'app-rotated');
  });

  await tour.step('Says when somebody else changed a file, and has it reviewed', async () => {
    await writeFile(config, `plex: # Kometa\n  token: ${foreign}\n`);
    await apps.refresh();
    await expect(apps.card('Kometa')).toContainText('File changed');
    await tour.pictures(usher, 'app-file-changed');
    await apps.reviewChange('Kometa', config);
    await expect(apps.file('Kometa', config)).toContainText('Up to date');
  });

  await tour.step('Scans files for tokens of programs, and tells whose they are', async () => {
    const stack = join(folder, 'stack');
    await mkdir(stack);
    const ofServer = await plex.onlineToken('Attic');
    await writeFile(join(stack, '.env'), `TZ=Etc/UTC\nPLEX_TOKEN=${ofServer}\n`);
    await writeFile(join(stack, 'config.ini'), `[PMS]\npms_ip = a\npms_token = ${ofServer}\n`);
    await writeFile(join(stack, 'config.yml'), `libraries: {}\nplex:\n  token: ${foreign}\n`);
    await chooseFile(usher, stack);
    await apps.scan();
    await expect(apps.use('Tautulli')).toContainText('pms_token');
    await expect(usher.window.main).toContainText('own sign-in token');
    await tour.pictures(usher, 'apps-scanned');
    await answerQuestions(usher, 'Write token');
    await apps.adopt('Tautulli');
    await expect(apps.use('Tautulli')).toContainText('Has its own token');
    await tour.picture(usher.page, 'app-adopted');
    await apps.forgetFound();
    await apps.revoke('Tautulli', true);
  });

  await tour.step('Revokes it, and clears it from its files', async () => {
    await apps.choose('Kometa', 'Revoke…');
    await tour.picture(usher.page, 'app-revoke');
    await usher.page.keyboard.press('Escape');
    await apps.revoke('Kometa', true);
    await expect(apps.cards).toHaveCount(0);
  });
}
