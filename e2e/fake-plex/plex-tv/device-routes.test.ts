import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders } from '../testing/ask.ts';

describe('Authorized Devices', () => {
  let fake: FakePlex;
  beforeAll(async () => {
    fake = await startFakePlex();
  });
  afterAll(() => fake.stop());

  const idOf = (user: string, clientIdentifier: string): number | undefined =>
    fake.sessions
      .devicesOf(fake.user(user))
      .find(({ identity }) => identity.clientIdentifier === clientIdentifier)?.id;

  test('are listed in XML with the token of each in clear', async () => {
    const headers = clientHeaders(fake.grantToken('robin', { clientIdentifier: 'mine' }));
    const answer = await ask(`${fake.baseUrl}/devices.xml`, { headers });
    expect(answer.contentType).toContain('xml');
    expect(answer.text).toContain('name="&lt;i&gt;cron&lt;/i&gt; &amp; friends"');
    expect(answer.text).toMatch(
      /clientIdentifier="mine" version="" id="\d+" token="zzFAKE[^"]{14}"/,
    );
    expect(answer.text).toMatch(/name="Attic" .*<Connection uri="http:/);
  });

  test('are listed in JSON by v2', async () => {
    const headers = clientHeaders(fake.grantToken('edith'));
    const answer = await ask(`${fake.baseUrl}/api/v2/devices`, { headers });
    expect(answer.json).toMatchObject([
      { name: 'Kitchen', platform: 'Roku' },
      {},
      { name: "Granny's" },
    ]);
  });

  test('tell the token each owned server is signed in with, which is an account token', async () => {
    const { onlineToken } = fake.server('Attic');
    const answer = await ask(`${fake.baseUrl}/devices.xml`, {
      headers: { 'X-Plex-Token': onlineToken, 'X-Plex-Client-Identifier': 'nameless' },
    });
    expect(answer.text).toMatch(new RegExp(`name="Attic" .*token="${onlineToken}"`));
    expect(fake.server('Attic').rightsOf(onlineToken)).toMatchObject({ isOwner: true });
    expect(fake.server('Cabin').rightsOf(onlineToken)).toBeUndefined();
  });

  test('are written over by whoever asks with their token and says a name', async () => {
    const token = fake.grantToken('sam', { clientIdentifier: 'sofa', deviceName: 'Sofa' });
    const nameless = { 'X-Plex-Token': token, 'X-Plex-Client-Identifier': 'somebody else' };
    const user = `${fake.baseUrl}/api/v2/user`;
    const nameNow = () =>
      fake.sessions
        .devicesOf(fake.user('sam'))
        .find(({ identity }) => identity.clientIdentifier === 'sofa')?.identity.deviceName;
    await ask(user, { headers: nameless });
    expect(nameNow()).toBe('Sofa');
    await ask(user, { headers: { ...nameless, 'X-Plex-Device-Name': 'Cron' } });
    expect(nameNow()).toBe('Cron');
  });

  test('lose a server to an app that uses the server’s own token and says its names', async () => {
    const { onlineToken } = fake.server('Cabin');
    const nameless = { 'X-Plex-Token': onlineToken, 'X-Plex-Client-Identifier': 'an app' };
    const listed = async () =>
      (await ask(`${fake.baseUrl}/devices.xml`, { headers: nameless })).text.includes(
        'name="Cabin" ',
      );
    expect(await listed()).toBe(true);
    const headers = { ...nameless, 'X-Plex-Product': 'An App' };
    await ask(`${fake.baseUrl}/api/v2/user`, { headers });
    expect(await listed()).toBe(false);
  });

  test('when removed take all their tokens with them', async () => {
    const first = fake.grantToken('robin', { clientIdentifier: 'doomed' });
    const second = fake.grantToken('robin', { clientIdentifier: 'doomed' });
    const headers = clientHeaders(fake.grantToken('robin'));
    const url = `${fake.baseUrl}/devices/${String(idOf('robin', 'doomed'))}.xml`;
    expect((await ask(url, { method: 'DELETE', headers })).status).toBe(200);
    for (const token of [first, second]) {
      const user = await ask(`${fake.baseUrl}/api/v2/user`, { headers: clientHeaders(token) });
      expect(user.status).toBe(401);
    }
    expect((await ask(url, { method: 'DELETE', headers })).status).toBe(404);
  });

  test('keep one token alone where that is set: a new one ends the one before', async () => {
    const strict = await startFakePlex({ settings: { oneTokenPerClient: true } });
    const first = strict.grantToken('robin', { clientIdentifier: 'one' });
    const second = strict.grantToken('robin', { clientIdentifier: 'one' });
    const other = strict.grantToken('robin', { clientIdentifier: 'two' });
    const statuses = await Promise.all(
      [first, second, other].map(async (token) => {
        const headers = clientHeaders(token);
        return (await ask(`${strict.baseUrl}/api/v2/user`, { headers })).status;
      }),
    );
    expect(statuses).toEqual([401, 200, 200]);
    await strict.stop();
  });

  test('are removed by their own user only', async () => {
    fake.grantToken('sam', { clientIdentifier: 'of-sam' });
    const url = `${fake.baseUrl}/devices/${String(idOf('sam', 'of-sam'))}.xml`;
    const headers = clientHeaders(fake.grantToken('robin'));
    expect((await ask(url, { method: 'DELETE', headers })).status).toBe(404);
    expect(idOf('sam', 'of-sam')).toBeDefined();
  });

  test('are not removed through v2: 405 with 1005', async () => {
    const headers = clientHeaders(fake.grantToken('robin'));
    const answer = await ask(`${fake.baseUrl}/api/v2/devices/1`, { method: 'DELETE', headers });
    expect([answer.status, answer.json]).toMatchObject([405, { errors: [{ code: 1005 }] }]);
  });
});
