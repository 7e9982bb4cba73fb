import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, matching, type TestAnswer } from '../testing/ask.ts';

describe('Plex Home', () => {
  let fake: FakePlex;
  beforeAll(async () => {
    fake = await startFakePlex();
  });
  afterAll(() => fake.stop());

  const switchTo = (
    name: string,
    query = '',
    token = fake.grantToken('robin'),
  ): Promise<TestAnswer> =>
    ask(`${fake.baseUrl}/api/v2/home/users/${fake.user(name).uuid}/switch${query}`, {
      method: 'POST',
      headers: clientHeaders(token),
    });

  test('lists its users, and says who is behind a PIN', async () => {
    const headers = clientHeaders(fake.grantToken('robin'));
    const answer = await ask(`${fake.baseUrl}/api/v2/home/users`, { headers });
    expect(answer.json).toMatchObject({
      name: "Robin's Home",
      users: [
        { title: 'robin', admin: true, protected: true },
        { title: 'Edith', admin: false, protected: false },
        { title: 'Juno', username: null, restricted: true, protected: true },
        { title: 'Guest', guest: true, protected: false },
      ],
    });
  });

  test('of somebody in none is a Home of one', async () => {
    const headers = clientHeaders(fake.grantToken('sam'));
    const answer = await ask(`${fake.baseUrl}/api/v2/home/users`, { headers });
    expect(answer.json).toMatchObject({ users: [{ username: 'sam' }] });
  });

  test('switches to a user without a PIN, whose token then works', async () => {
    const switched = await switchTo('visitor');
    expect([switched.status, switched.json]).toMatchObject([201, { title: 'Guest', guest: true }]);
    const headers = clientHeaders(switched.read('authToken'));
    const list = await ask(`${fake.baseUrl}/api/v2/resources`, { headers });
    expect(list.json).toMatchObject([{ name: 'Attic', home: true, owned: false }]);
  });

  test('asks for the PIN: 403 with 1041 and no status in the body, missing or wrong', async () => {
    for (const query of ['', '?pin=0000']) {
      const answer = await switchTo('juno', query);
      expect(answer.status).toBe(403);
      expect(answer.json).toEqual({ errors: [{ code: 1041, message: matching(/./) }] });
    }
    expect((await switchTo('juno', '?pin=4321')).json).toMatchObject({ title: 'Juno' });
  });

  test('takes the PIN in the query alone, and in a form by the old route only', async () => {
    const headers = clientHeaders(fake.grantToken('robin'));
    const juno = fake.user('juno');
    const send = (path: string) =>
      ask(`${fake.baseUrl}${path}/switch`, {
        method: 'POST',
        headers,
        body: new URLSearchParams({ pin: '4321' }),
      });
    expect((await send(`/api/v2/home/users/${juno.uuid}`)).status).toBe(403);
    expect((await send(`/api/home/users/${String(juno.id)}`)).status).toBe(201);
  });

  test('answers 429 to too many switches, and again 201 when time has passed', async () => {
    const token = fake.grantToken('robin');
    fake.settings.switchesAllowed = 2;
    const statuses = [];
    for (let time = 0; time < 3; time += 1)
      statuses.push((await switchTo('visitor', '', token)).status);
    expect(statuses).toEqual([201, 201, 429]);
    fake.clock.advance(61_000);
    expect((await switchTo('visitor', '', token)).status).toBe(201);
    fake.settings.switchesAllowed = 30;
  });

  test('knows nobody outside it, and no user by number in v2', async () => {
    expect((await switchTo('sam')).json).toMatchObject({ errors: [{ code: 1002 }] });
    const url = `${fake.baseUrl}/api/v2/home/users/${String(fake.user('visitor').id)}/switch`;
    const headers = clientHeaders(fake.grantToken('robin'));
    expect((await ask(url, { method: 'POST', headers })).status).toBe(404);
  });

  test('is told in XML by the routes before v2', async () => {
    const headers = clientHeaders(fake.grantToken('robin'));
    const list = await ask(`${fake.baseUrl}/api/home/users`, { headers });
    expect(list.text).toMatch(/<MediaContainer friendlyName="myPlex" .*<User id="7200001" /);
    const url = `${fake.baseUrl}/api/home/users/${String(fake.user('juno').id)}/switch`;
    const refused = await ask(url, { method: 'POST', headers });
    expect(refused.status).toBe(403);
    const switched = await ask(`${url}?pin=4321`, { method: 'POST', headers });
    expect(switched.text).toMatch(/<user [^>]*authenticationToken="zzFAKE/);
  });
});
