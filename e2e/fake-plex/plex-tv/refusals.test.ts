import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, type TestAnswer } from '../testing/ask.ts';

describe('a JWT', () => {
  let fake: FakePlex;
  let jwt: string;
  beforeEach(async () => {
    fake = await startFakePlex();
    jwt = fake.grantJwt('robin', { clientIdentifier: 'test-client-1' });
  });
  afterEach(() => fake.stop());

  const get = (path: string, token = jwt): Promise<TestAnswer> =>
    ask(`${fake.baseUrl}${path}`, { headers: clientHeaders(token) });

  test('has three parts, the claims of Plex, and a classic token beside it in the device list', async () => {
    const [, payload = ''] = jwt.split('.');
    expect(jwt).toMatch(/^eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+$/);
    expect(JSON.parse(Buffer.from(payload, 'base64url').toString())).toMatchObject({
      iss: 'plex.tv',
      aud: ['plex.tv', 'test-client-1'],
      user: { username: 'robin' },
    });
    expect((await get('/devices.xml')).text).toMatch(
      /clientIdentifier="test-client-1"[^>]*token="zzFAKE/,
    );
  });

  test('works on plex.tv for seven days, then is answered 498', async () => {
    expect((await get('/api/v2/user')).json).toMatchObject({ username: 'robin', authToken: jwt });
    fake.clock.advance(7 * 24 * 3_600_000);
    const late = await get('/api/v2/user');
    expect([late.status, late.json]).toMatchObject([498, { errors: [{ status: 498 }] }]);
  });

  test('is handed back as the access token of owned servers, which do not take it', async () => {
    const list = await get('/api/v2/resources');
    expect(list.json).toMatchObject([
      { name: 'Attic', accessToken: jwt },
      { name: 'Cabin', accessToken: fake.server('Cabin').accessTokenOf(fake.user('robin')) },
      {},
      {},
      {},
      {},
      {},
    ]);
    const attic = await ask(`${fake.server('Attic').url}/`, { headers: clientHeaders(jwt) });
    expect(attic.status).toBe(401);
  });

  test('ends with its device', async () => {
    fake.revokeAll('robin');
    expect((await get('/api/v2/user')).status).toBe(401);
  });
});
