import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, matching } from '../testing/ask.ts';
import type { MediaServer } from './media-server.ts';

describe('a media server', () => {
  let fake: FakePlex;
  let attic: MediaServer;
  beforeEach(async () => {
    fake = await startFakePlex();
    attic = fake.server('Attic');
  });
  afterEach(() => fake.stop());

  const statusWith = async (token: string | undefined, server = attic): Promise<number> =>
    (await ask(`${server.url}/`, { headers: clientHeaders(token) })).status;

  test('says who it is to anybody, in JSON and in XML', async () => {
    const asJson = await ask(`${attic.url}/identity`, { headers: { Accept: 'application/json' } });
    expect(asJson.json).toEqual({
      MediaContainer: {
        size: 0,
        claimed: true,
        machineIdentifier: matching(/^[0-9a-f]{40}$/),
        version: attic.version,
      },
    });
    const asXml = await ask(`${attic.url}/identity`, { headers: { 'X-Plex-Token': 'bad' } });
    expect([asXml.status, asXml.text]).toEqual([
      200,
      matching(/<MediaContainer size="0" claimed="1" machineIdentifier="[0-9a-f]{40}"/),
    ]);
  });

  test('lets nobody in without a token: 401 and a page that jumps to the web app', async () => {
    const answer = await ask(`${attic.url}/`, { headers: clientHeaders() });
    expect([answer.status, answer.contentType]).toEqual([401, 'text/html; charset=utf-8']);
    expect(answer.text).toContain('<h1>401 Unauthorized</h1>');
    expect(answer.text).toContain('web/index.html');
  });

  test('lets its owner in by account token and by access token', async () => {
    expect(await statusWith(fake.grantToken('robin'))).toBe(200);
    expect(await statusWith(attic.accessTokenOf(fake.user('robin')))).toBe(200);
  });

  test('lets a friend in by the access token only', async () => {
    const cabin = fake.server('Cabin');
    expect(await statusWith(fake.grantToken('robin'), cabin)).toBe(401);
    expect(await statusWith(cabin.accessTokenOf(fake.user('robin')), cabin)).toBe(200);
  });

  test('keeps its port over a restart, and forgets its transient tokens', async () => {
    const transient = attic.mintTransient(fake.user('robin'));
    const { port } = attic;
    expect(await statusWith(transient)).toBe(200);
    await attic.restart();
    expect(attic.port).toBe(port);
    expect(await statusWith(transient)).toBe(401);
    expect(await statusWith(attic.accessTokenOf(fake.user('robin')))).toBe(200);
  });

  test('lets a transient token live 48 hours and no longer', async () => {
    const transient = attic.mintTransient(fake.user('robin'));
    fake.clock.advance(48 * 3_600_000 - 1_000);
    expect(await statusWith(transient)).toBe(200);
    fake.clock.advance(1_001);
    expect(await statusWith(transient)).toBe(401);
  });

  test('answers nobody while stopped, and Granny’s not until it is started', async () => {
    await attic.stop();
    await expect(statusWith(undefined)).rejects.toThrow('fetch failed');
    const grannys = fake.server("Granny's");
    await expect(statusWith(undefined, grannys)).rejects.toThrow();
    await grannys.start();
    expect(await statusWith(grannys.accessTokenOf(fake.user('robin')), grannys)).toBe(200);
  });

  test('gives a new access token when every token of a user is revoked', async () => {
    const before = attic.accessTokenOf(fake.user('robin'));
    const account = fake.grantToken('robin');
    fake.revokeAll('robin');
    expect(await statusWith(before)).toBe(401);
    expect(await statusWith(account)).toBe(401);
    expect(await statusWith(attic.accessTokenOf(fake.user('robin')))).toBe(200);
  });

  test('up to 1.42.2.10156 leaks its permanent token to a transient one, later does not (CVE-2025-69414)', async () => {
    const account = async (server: MediaServer): Promise<string> => {
      const headers = clientHeaders(server.mintTransient(fake.user('robin')));
      return (await ask(`${server.url}/myplex/account`, { headers })).text;
    };
    const loft = fake.server('Loft');
    expect(await account(loft)).toContain(loft.accessTokenOf(fake.user('robin')));
    expect(await account(attic)).toContain('403 Forbidden');
  });

  test('says no to unknown paths and wrong methods with a page', async () => {
    const unknown = await ask(`${attic.url}/nowhere`, { headers: clientHeaders() });
    const wrong = await ask(`${attic.url}/identity`, { method: 'POST', headers: clientHeaders() });
    expect([unknown.status, wrong.status]).toEqual([404, 405]);
    expect(unknown.contentType).toContain('text/html');
  });
});
