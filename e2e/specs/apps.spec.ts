import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { UsherBridge } from '../../shared/contract.ts';
import { answerQuestions } from '../fixtures/answer-questions.ts';
import { chooseFile } from '../fixtures/choose-file.ts';
import { expect } from '../fixtures/expect.ts';
import { signInAs } from '../fixtures/sign-in-as.ts';
import { tokenModes } from '../core/token-modes.ts';
import { test as base } from '../fixtures/usher-test.ts';

const test = base.extend<{ readonly folder: string }>({
  folder: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'usher-apps-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },
});

const foreign = 'zzFAKEzzOTHERzzTOKEN';
const config = (token: string): string => `plex:\r\n  token: ${token} # mine\r\n  url: "x"\r\n`;

for (const { mode, settings } of tokenModes) {
  test(`A program gets a token of its own, in its file, from the first to the last, where ${mode}`, async ({
    launch,
    plex,
    desk,
    folder,
  }) => {
    Object.assign(plex.settings, settings);
    const isAlive = (token: string): boolean => plex.sessions.find(token)?.user.name === 'robin';
    const file = join(folder, 'config.yml');
    await writeFile(file, config(foreign));
    await chmod(file, 0o644);
    const inFile = async (): Promise<string> =>
      /token: (\S*)/.exec(await readFile(file, 'utf8'))?.[1] ?? '';
    const usher = await launch();
    const { apps, sidebar } = usher.window;
    await signInAs(usher, plex, 'robin');
    await sidebar.openPage('Apps');
    await apps.add('Kometa');
    await expect(apps.format).toBeFocused();

    // Only the person, in a dialog of the system, has it written.
    await chooseFile(usher, file);
    const refused = await answerQuestions(usher, 'Don’t write');
    await apps.chooseFormat(/^YAML/);
    await apps.key.fill('plex.token');
    await apps.chooseFile();
    await expect.poll(refused).toHaveLength(1);
    const [question = ''] = await refused();
    expect(question).toContain(`${file} › plex.token`);
    expect(question).toContain(`••••${foreign.slice(-4)}`);
    expect(question).not.toContain(foreign);
    expect(question).toContain('\nDon’t write, Don’t write');
    expect(await readFile(file, 'utf8')).toBe(config(foreign));
    await answerQuestions(usher, 'Write token');
    await apps.chooseFile();
    await expect(apps.file('Kometa', file)).toContainText('Up to date');
    const first = await inFile();
    expect(isAlive(first)).toBe(true);
    expect(await readFile(file, 'utf8')).toBe(config(first));

    await apps.restrictAccess('Kometa', file);
    await expect.poll(async () => (await stat(file)).mode & 0o777).toBe(0o600);
    await apps.copy('Kometa');
    await expect.poll(() => desk.readClipboard()).toBe(first);

    await apps.rotate('Kometa');
    await expect.poll(inFile).not.toBe(first);
    await expect.poll(() => isAlive(first)).toBe(false);
    const second = await inFile();
    expect(isAlive(second)).toBe(true);

    await writeFile(file, config(foreign));
    await apps.refresh();
    await expect(apps.card('Kometa')).toContainText('File changed');
    await expect(apps.card('Kometa')).toContainText(foreign.slice(-4));
    await apps.reviewChange('Kometa', file);
    await expect.poll(inFile).toBe(second);

    await apps.revoke('Kometa', true);
    await expect(apps.cards).toHaveCount(0);
    await expect.poll(inFile).toBe('""');
    expect(isAlive(second)).toBe(false);
  });
}

test('A page can name no file, and has none written that the person does not want written', async ({
  launch,
  plex,
  folder,
}) => {
  const file = join(folder, '.env');
  await writeFile(file, `PLEX_TOKEN=${foreign}\n`);
  const usher = await launch();
  await signInAs(usher, plex, 'robin');
  await chooseFile(usher, null);
  const asked = await answerQuestions(usher, 'Don’t write');
  const answers = await usher.page.evaluate(async (path) => {
    const { usher: bridge } = globalThis as unknown as { readonly usher: UsherBridge };
    const ask = (name: string, input: unknown): Promise<unknown> =>
      (bridge.request as (name: string, input: unknown) => Promise<unknown>)(name, input);
    const state = await bridge.request('app.snapshot', {});
    const accountId = state.ok ? state.value.accounts[0]?.id : null;
    const added = (await ask('appToken.add', { accountId, name: 'Evil', serverId: null })) as {
      readonly value: { readonly appTokenId: string };
    };
    const { appTokenId } = added.value;
    return [
      await ask('appToken.addDestination', { appTokenId, format: 'env', key: 'A', path }),
      await ask('appToken.addDestination', { appTokenId, format: 'env', key: 'PLEX_TOKEN' }),
      await ask('appToken.write', { appTokenId, destinationId: path }),
      await ask('appToken.restrict', { appTokenId, destinationId: path }),
    ];
  }, file);
  expect(answers).toMatchObject([
    { ok: false, error: { code: 'request.invalid' } },
    { ok: true, value: null },
    { ok: false, error: { code: 'destination.notFound' } },
    { ok: false, error: { code: 'destination.notFound' } },
  ]);
  expect(await asked()).toEqual([]);
  expect(await readFile(file, 'utf8')).toBe(`PLEX_TOKEN=${foreign}\n`);
});

test('Files that the person chooses are scanned, and a program gets its own token in place of the one found there', async ({
  launch,
  plex,
  folder,
}) => {
  const [kometa, shared] = [join(folder, 'config.yml'), join(folder, '.env')];
  const old = plex.grantToken('robin', { deviceName: 'Old laptop' });
  await writeFile(kometa, `libraries: {}\nplex:\n  url: http://a\n  token: ${old} # mine\n`);
  await writeFile(shared, `OTHER=1\nPLEX_TOKEN=${old}\n`);
  const usher = await launch();
  const { apps, sidebar } = usher.window;
  await signInAs(usher, plex, 'robin');
  await sidebar.openPage('Apps');
  await chooseFile(usher, folder);
  const asked = await answerQuestions(usher, 'Write token');
  await apps.scan();
  await expect(apps.use('Kometa')).toContainText(`${kometa} › plex.token`);
  await expect(usher.window.main).toContainText('2 programs share this token');
  await expect(usher.window.main).toContainText('Given to');
  expect(await usher.page.content()).not.toContain(old);
  await apps.adopt('Kometa');
  await expect(apps.use('Kometa')).toContainText('Has its own token');
  const written = await readFile(kometa, 'utf8');
  const own = /token: (\S*)/.exec(written)?.[1] ?? '';
  expect(written).toBe(`libraries: {}\nplex:\n  url: http://a\n  token: ${own} # mine\n`);
  expect(own).not.toBe(old);
  for (const token of [own, old]) expect(plex.sessions.find(token)?.user.name).toBe('robin');
  expect(await readFile(shared, 'utf8')).toContain(old);
  expect((await asked()).join()).not.toContain(own);
  await expect(apps.card('Kometa')).toContainText('Valid');
});
