import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders } from '../testing/ask.ts';

describe('plex.tv', () => {
  let fake: FakePlex;
  beforeAll(async () => {
    fake = await startFakePlex();
  });
  afterAll(() => fake.stop());

  test.each([
    ['POST', '/api/v2/users/signin'],
    ['GET', '/api/v2/user'],
    ['POST', '/api/v2/pins'],
    ['GET', '/api/v2/resources'],
    ['GET', '/api/v2/home/users'],
    ['GET', '/api/v2/ping'],
    ['DELETE', '/api/v2/users/signout'],
  ])(
    'wants to know the client: %s %s without an identifier is 400 with 1000',
    async (method, path) => {
      const answer = await ask(`${fake.baseUrl}${path}`, {
        method,
        headers: { Accept: 'application/json' },
      });
      expect([answer.status, answer.json]).toMatchObject([
        400,
        { errors: [{ code: 1000, status: 400 }] },
      ]);
    },
  );

  test('answers an unknown path with 404 and 1002, in XML unless JSON is asked for', async () => {
    const asJson = await ask(`${fake.baseUrl}/api/v2/nowhere`, { headers: clientHeaders() });
    expect([asJson.status, asJson.json]).toMatchObject([404, { errors: [{ code: 1002 }] }]);
    const asXml = await ask(`${fake.baseUrl}/nowhere`);
    expect([asXml.status, asXml.text]).toEqual([404, expect.stringContaining('code="1002"')]);
  });

  test('answers a known path asked by the wrong method with 405 and 1005', async () => {
    const answer = await ask(`${fake.baseUrl}/api/v2/user`, {
      method: 'PATCH',
      headers: clientHeaders(),
    });
    expect([answer.status, answer.json]).toMatchObject([405, { errors: [{ code: 1005 }] }]);
  });

  test('always tells its time, by the clock of the fake', async () => {
    fake.clock.advance(86_400_000);
    const answer = await ask(`${fake.baseUrl}/nowhere`);
    const told = Date.parse(answer.headers.get('date') ?? '');
    expect(Math.abs(told - fake.clock.now())).toBeLessThan(3_000);
    fake.clock.advance(-86_400_000);
  });

  test('lets the path say which form is wanted', async () => {
    const headers = { ...clientHeaders(fake.grantToken('sam')), Accept: 'text/xml' };
    expect((await ask(`${fake.baseUrl}/api/v2/user.json`, { headers })).json).toBeDefined();
  });

  test('shows a picture of each user', async () => {
    for (const { uuid } of fake.users) {
      const picture = await fetch(`${fake.baseUrl}/users/${uuid}/avatar?c=1`);
      expect(picture.headers.get('content-type')).toBe('image/png');
    }
    expect((await ask(`${fake.baseUrl}/users/nobody/avatar`)).status).toBe(404);
  });
});
