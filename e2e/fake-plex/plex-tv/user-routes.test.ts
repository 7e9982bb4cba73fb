import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask } from '../testing/ask.ts';
import { clientHeaders } from '../testing/client-headers.ts';
import { matching } from '../testing/matching.ts';

describe('the account behind a token', () => {
  let fake: FakePlex;
  beforeAll(async () => {
    fake = await startFakePlex();
  });
  afterAll(() => fake.stop());

  test('comes with everything the record holds, secrets included', async () => {
    const token = fake.grantToken('robin');
    const answer = await ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token) });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      authToken: token,
      username: 'robin',
      subscription: { active: true, plan: 'lifetime' },
      pastSubscriptions: [{ mode: 'yearly' }, { mode: 'monthly' }],
      services: [{ status: 'online' }, { status: 'offline' }, { token: null }],
      thumb: matching(/^http:\/\/127\.0\.0\.1:\d+\/users\/00f0000000000001\/avatar/),
    });
  });

  test.each(['robin', 'sam', 'edith', 'noor', 'juno', 'visitor', 'wren', 'ada'])(
    'is well-formed in JSON and in XML for %s',
    async (name) => {
      const token = fake.grantToken(name);
      const asJson = await ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token) });
      expect(asJson.json).toMatchObject({ id: fake.user(name).id, uuid: fake.user(name).uuid });
      const asXml = await ask(`${fake.baseUrl}/api/v2/user`, {
        headers: { ...clientHeaders(token), Accept: '*/*' },
      });
      expect(asXml.text).toMatch(/^<\?xml [^>]+>\n<user [^<>]*authToken="[^"]+"/);
      expect(asXml.text).not.toMatch(/<script|undefined|\[object/);
    },
  );

  test('tells the date of a subscription in XML as python-plexapi has seen it', async () => {
    const answer = await ask(`${fake.baseUrl}/api/v2/user`, {
      headers: { ...clientHeaders(fake.grantToken('robin')), Accept: 'text/xml' },
    });
    expect(answer.text).toContain('subscribedAt="2019-05-06 07:08:09 UTC"');
    expect(answer.text).toContain('<entitlement id="all"/>');
    expect(answer.text).toContain('<features><feature id="home"/>');
  });

  test('is refused with 1001 for no token and for one that never was', async () => {
    for (const token of [undefined, 'zzFAKE-never-issued-']) {
      const answer = await ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token) });
      expect([answer.status, answer.json]).toMatchObject([401, { errors: [{ code: 1001 }] }]);
    }
  });

  test('takes token and client identifier from the query too', async () => {
    const query = new URLSearchParams({
      'X-Plex-Token': fake.grantToken('sam'),
      'X-Plex-Client-Identifier': 'test-client-1',
    });
    expect((await ask(`${fake.baseUrl}/api/v2/user?${query.toString()}`)).status).toBe(200);
  });

  test("is not told for a server's access token or a transient token", async () => {
    const attic = fake.server('Attic');
    const robin = fake.user('robin');
    for (const token of [attic.accessTokenOf(robin), attic.mintTransient(robin)]) {
      const answer = await ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token) });
      expect(answer.status).toBe(401);
    }
  });

  test('after sign-out (204) is refused with 401, or with 422 in the old form where that is set', async () => {
    const headers = clientHeaders(fake.grantToken('sam'));
    const out = await ask(`${fake.baseUrl}/api/v2/users/signout`, { method: 'DELETE', headers });
    expect(out.status).toBe(204);
    expect((await ask(`${fake.baseUrl}/api/v2/user`, { headers })).status).toBe(401);
    fake.settings.deauthorised = 422;
    const old = await ask(`${fake.baseUrl}/api/v2/user`, { headers });
    fake.settings.deauthorised = 401;
    expect([old.status, old.contentType]).toEqual([422, 'application/xml; charset=utf-8']);
    expect(old.text).toContain('<error>Invalid token</error>');
  });

  test('is kept in use by a ping', async () => {
    const headers = clientHeaders(fake.grantToken('sam'));
    expect((await ask(`${fake.baseUrl}/api/v2/ping`, { headers })).json).toEqual({ pong: true });
    const answer = await ask(`${fake.baseUrl}/api/v2/ping`, {
      headers: { ...headers, Accept: '' },
    });
    expect(answer.text).toContain('<pong');
  });
});
