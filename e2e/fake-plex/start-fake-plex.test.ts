import { describe, expect, test } from 'vitest';
import { startFakePlex } from './start-fake-plex.ts';
import { ask, clientHeaders } from './testing/ask.ts';

describe('starting a fake Plex', () => {
  test('two may run side by side, and stopping one leaves no port open', async () => {
    const [one, two] = await Promise.all([startFakePlex(), startFakePlex()]);
    expect(one.baseUrl).not.toBe(two.baseUrl);
    const urls = [
      one.baseUrl,
      ...one.servers.filter(({ running }) => running).map(({ url }) => url),
    ];
    await one.stop();
    for (const url of urls) await expect(ask(`${url}/identity`)).rejects.toThrow();
    expect((await ask(`${two.baseUrl}/link`)).status).toBe(200);
    await two.stop();
  });

  test('stops at once though a request is hanging', async () => {
    const fake = await startFakePlex();
    fake.faults.add({ match: {}, action: { hang: true } });
    const hanging = ask(`${fake.baseUrl}/link`).catch(() => 'broken off');
    await expect.poll(() => fake.requests.list().length).toBe(1);
    await fake.stop();
    expect(await hanging).toBe('broken off');
  });

  test('runs on a clock it is given', async () => {
    const fake = await startFakePlex({ now: () => 1_000_000, settings: { weakPinSeconds: 1 } });
    expect(fake.clock.now()).toBe(1_000_000);
    expect(fake.settings.weakPinSeconds).toBe(1);
    await fake.stop();
  });

  test('has as many more people and servers as it is told, and each reaches their own', async () => {
    const fake = await startFakePlex({ many: { people: 2, serversEach: 3 } });
    const headers = clientHeaders(fake.grantToken('member-0002'));
    const { json } = await ask(`${fake.baseUrl}/api/v2/resources`, { headers });
    expect((json as { readonly name: string }[]).map(({ name }) => name)).toEqual([
      'Store 0002-0001',
      'Store 0002-0002',
      'Store 0002-0003',
    ]);
    await fake.stop();
  });

  test('lets plex.tv and the servers wait for as long as it is told, and its control routes never', async () => {
    const anHour = { delayMs: 3_600_000, jitterMs: 0, seed: 1 };
    const fake = await startFakePlex({ answerDelay: anHour });
    const waiting = [`${fake.baseUrl}/link`, `${fake.server('Attic').url}/identity`].map((url) =>
      ask(url).catch(() => 'broken off'),
    );
    await expect.poll(() => fake.requests.list().length).toBe(2);
    expect((await ask(`${fake.baseUrl}/__fake/state`)).status).toBe(200);
    await fake.stop();
    expect(await Promise.all(waiting)).toEqual(['broken off', 'broken off']);
  });

  test('answers once the time is over', async () => {
    const fake = await startFakePlex({ answerDelay: { delayMs: 20, jitterMs: 10, seed: 1 } });
    expect((await ask(`${fake.baseUrl}/link`)).status).toBe(200);
    await fake.stop();
  });

  test('says so when a test asks for a user or a server there is none of', async () => {
    const fake = await startFakePlex();
    expect(() => fake.user('nobody')).toThrow('nobody');
    expect(() => fake.server('Nowhere')).toThrow('Nowhere');
    await fake.stop();
  });
});
