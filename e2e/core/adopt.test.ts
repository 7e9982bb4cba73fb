import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createDestinationFiles } from '../../electron/destinations/destination-files.ts';
import type { Adoption, TokenUse } from '../../shared/model/adoption.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import type { FakePlex } from '../fake-plex/fake-plex.ts';
import { startFakePlex } from '../fake-plex/start-fake-plex.ts';
import { startCore, type CoreUnderTest } from './core-under-test.ts';
import { signInAndList } from './testing/sign-in.ts';

const person = { kind: 'person', isConfirmed: true } as const;

let plex: FakePlex;
let core: CoreUnderTest;
let folder: string;
let robin: AccountId;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'usher-adopt-'));
  plex = await startFakePlex();
  core = await startCore({ plexUrl: plex.baseUrl, destinationFiles: createDestinationFiles() });
  robin = await signInAndList(core, plex, 'robin');
});
afterEach(async () => {
  await core.usher.close();
  await plex.stop();
  await rm(folder, { recursive: true });
});

const adopter = () => core.usher.services.adopter;

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
}
const textOf = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');

async function look(): Promise<Adoption> {
  await adopter().look([folder]);
  return adopter().settled();
}
const kometa = (token: string): string => `libraries: {}\nplex:\n  token: ${token}\n`;
const tautulli = (token: string): string => `[PMS]\npms_token = ${token}\n`;
const usesOf = ({ tokens }: Adoption): readonly TokenUse[] => tokens.flatMap(({ uses }) => uses);
const useOf = (adoption: Adoption, name: string): TokenUse => {
  const use = usesOf(adoption).find(({ appName }) => appName === name);
  if (use === undefined) throw new Error(`Nothing was found of ${name}.`);
  return use;
};
const phone = { clientIdentifier: 'phone', deviceName: 'Phone', product: 'Plex for iOS' };

describe('whose a found token is', () => {
  test('an account’s, by its device; who shares it; and no name of this computer is told', async () => {
    const token = plex.grantToken('robin', phone);
    await put({
      'kometa/config.yml': kometa(token),
      'kometa/second/config.yml': kometa(token),
      'tautulli/config.ini': tautulli(token),
    });
    plex.requests.clear();
    const adoption = await look();
    const [only, ...others] = adoption.tokens;
    expect(others).toEqual([]);
    expect(only).toMatchObject({
      found: {
        token: { lastFour: token.slice(-4) },
        finding: { kind: 'account', account: { username: 'robin' }, device: { name: 'Phone' } },
      },
      ...{ isServersOwn: false, isUshersOwn: false },
    });
    expect(usesOf(adoption)).toMatchObject([
      {
        ...{ appName: 'Kometa', program: { name: 'Kometa', restart: 'nextRun' } },
        places: [{ trouble: null }, { trouble: null }],
        offer: { kind: 'offered', accountId: robin },
      },
      { appName: 'Tautulli', places: [{ destination: { key: 'PMS.pms_token' } }] },
    ]);
    expect(JSON.stringify(adoption)).not.toContain(token);
    const asked = plex.requests.list().filter(({ headers }) => headers['x-plex-token'] === token);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.map(({ headers }) => headers['x-plex-product'])).toEqual(
      asked.map(() => undefined),
    );
  });

  test('a server’s own, Usher’s own, another’s, and one that Plex rejects', async () => {
    const accountId = robin;
    const { secret } = await core.must('secret.reveal', { secret: { kind: 'account', accountId } });
    await put({
      'a/config.yml': kometa(plex.server('Attic').onlineToken),
      'b/config.ini': tautulli(secret),
      'c/config.ini': `[auth]\nserver_token=${plex.grantToken('sam', phone)}\n`,
      'd/.env': 'PLEX_TOKEN=zzFAKEzzOLDzzTOKEN01\n',
    });
    const { tokens } = await look();
    expect(tokens).toMatchObject([
      { isServersOwn: true, isUshersOwn: false, uses: [{ offer: { accountId: robin } }] },
      { isServersOwn: false, isUshersOwn: true },
      // Another's program is not moved to robin's account by itself.
      { isUshersOwn: false, uses: [{ offer: { kind: 'offered', accountId: null } }] },
      {
        found: { finding: { kind: 'refused' } },
        uses: [{ appName: 'Docker Compose d', offer: { kind: 'offered', accountId: robin } }],
      },
    ]);
  });

  test('nothing is offered for a token that could not be asked about', async () => {
    await put({ 'a/config.yml': kometa('zzFAKEzzOLDzzTOKEN01') });
    await plex.stop();
    expect(usesOf(await look())).toMatchObject([{ offer: { kind: 'unchecked' } }]);
    plex = await startFakePlex();
  });

  test('what can’t be read, and what a program keeps elsewhere, is told', async () => {
    await put({
      'a/config.yml': 'plex: [',
      'b/maintainerr.sqlite': 'SQLite format 3\0',
      'c/settings.json': '{"clientId":"1","vapidPrivate":"zz","plex":{"ip":"plex"}}',
    });
    expect(await look()).toMatchObject({
      tokens: [],
      elsewhere: [{ name: 'Maintainerr', changedBy: 'plexSettings' }, { name: 'Seerr' }],
      unread: [{ path: join(folder, 'a/config.yml'), reason: 'destination.unparsable' }],
    });
  });
});

describe('an app token in its place', () => {
  test('is written to every file of the program, is one for each program, and the old one lives on', async () => {
    const token = plex.grantToken('robin', phone);
    await put({
      'kometa/config.yml': kometa(token),
      'kometa/second/config.yml': kometa(token),
      'tautulli/config.ini': tautulli(token),
    });
    const adoption = await look();
    for (const name of ['Kometa', 'Tautulli']) {
      const adopted = await adopter().adopt(useOf(adoption, name).id, robin, person);
      expect(adopted).toMatchObject({ ok: true, value: { unwritten: [] } });
    }
    const [, kometas] = /token: (\S+)/.exec(await textOf('kometa/config.yml')) ?? [];
    const [, tautullis] = /pms_token = (\S+)/.exec(await textOf('tautulli/config.ini')) ?? [];
    expect(await textOf('kometa/second/config.yml')).toBe(kometa(kometas ?? ''));
    expect(new Set([token, kometas, tautullis]).size).toBe(3);
    for (const one of [token, kometas, tautullis]) {
      expect(plex.sessions.find(one ?? '')?.user.name).toBe('robin');
    }
    expect(usesOf(adopter().state()).map(({ offer }) => offer.kind)).toEqual([
      'adopted',
      'adopted',
    ]);
    expect(usesOf(await look()).map(({ offer }) => offer.kind)).toEqual([
      'isAppToken',
      'isAppToken',
    ]);
  });

  test('is made for nothing that stands there no more', async () => {
    await put({ 'a/config.yml': kometa('zzFAKEzzOLDzzTOKEN01') });
    const { id } = useOf(await look(), 'Kometa');
    await put({ 'a/config.yml': kometa('zzFAKEzzOLDzzTOKEN02') });
    const changed = { ok: false, error: { code: 'destination.changed' } };
    expect(await adopter().adopt(id, robin, person)).toEqual(changed);
    expect(await textOf('a/config.yml')).toBe(kometa('zzFAKEzzOLDzzTOKEN02'));
    expect(core.usher.services.appTokens.summaries()).toEqual([]);
  });

  test('is made only when the person says so, and not once the screen was locked', async () => {
    await put({ 'a/config.yml': kometa('zzFAKEzzOLDzzTOKEN01') });
    const { id } = useOf(await look(), 'Kometa');
    const declined = { ok: false, error: { code: 'question.declined' } };
    expect(await adopter().adopt(id, robin, { kind: 'page' })).toEqual(declined);
    core.lockScreen();
    expect(adopter().state().tokens).toEqual([]);
    const forgotten = { ok: false, error: { code: 'identify.forgotten' } };
    expect(await adopter().adopt(id, robin, person)).toEqual(forgotten);
    expect(await textOf('a/config.yml')).toBe(kometa('zzFAKEzzOLDzzTOKEN01'));
  });
});
