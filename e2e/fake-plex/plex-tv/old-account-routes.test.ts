import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, matching } from '../testing/ask.ts';

describe('the account routes from before v2', () => {
  let fake: FakePlex;
  beforeAll(async () => {
    fake = await startFakePlex();
  });
  afterAll(() => fake.stop());

  test('tell the account in JSON and in XML, without insisting on a client identifier', async () => {
    const headers = { 'X-Plex-Token': fake.grantToken('robin') };
    const asJson = await ask(`${fake.baseUrl}/users/account.json`, { headers });
    expect(asJson.json).toMatchObject({
      user: { username: 'robin', roles: { roles: ['plexpass'] } },
    });
    const asXml = await ask(`${fake.baseUrl}/users/account`, { headers });
    expect(asXml.text).toMatch(/<user id="7200001" .*authentication_token="zzFAKE/);
  });

  test('fail in their own forms', async () => {
    const asJson = await ask(`${fake.baseUrl}/users/account.json`, {
      headers: { Accept: 'application/json' },
    });
    expect([asJson.status, asJson.json]).toEqual([401, { error: matching(/./) }]);
    const asXml = await ask(`${fake.baseUrl}/devices.xml`);
    expect([asXml.status, asXml.text]).toEqual([
      401,
      expect.stringContaining('<errors>\n  <error>'),
    ]);
  });

  test('sign in with basic authentication', async () => {
    const basic = Buffer.from('sam:sam-demo-password').toString('base64');
    const signIn = (authorization: string): ReturnType<typeof ask> =>
      ask(`${fake.baseUrl}/users/sign_in.json`, {
        method: 'POST',
        headers: { Authorization: authorization, 'X-Plex-Client-Identifier': 'old-client' },
      });
    const answer = await signIn(`Basic ${basic}`);
    expect([answer.status, answer.json]).toMatchObject([201, { user: { username: 'sam' } }]);
    expect((await signIn('Basic bm9ib2R5Ong=')).status).toBe(401);
  });

  test('give a claim code, which is no token', async () => {
    const headers = { 'X-Plex-Token': fake.grantToken('robin') };
    const answer = await ask(`${fake.baseUrl}/api/claim/token.json`, { headers });
    expect(answer.read('token')).toMatch(/^claim-[A-Za-z0-9_-]{20}$/);
  });
});
