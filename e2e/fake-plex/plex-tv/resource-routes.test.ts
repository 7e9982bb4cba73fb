import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, matching } from '../testing/ask.ts';

interface Resource {
  readonly name: string;
  readonly provides: string;
  readonly accessToken: string | null;
  readonly connections: readonly { uri: string; relay: boolean; IPv6: boolean }[];
}

describe('the servers of an account', () => {
  let fake: FakePlex;
  beforeAll(async () => {
    fake = await startFakePlex();
  });
  afterAll(() => fake.stop());

  const resources = async (user: string, query = ''): Promise<readonly Resource[]> => {
    const url = `${fake.baseUrl}/api/v2/resources${query}`;
    const answer = await ask(url, { headers: clientHeaders(fake.grantToken(user)) });
    return JSON.parse(answer.text) as readonly Resource[];
  };
  const urisOfAttic = async (query: string): Promise<readonly string[]> =>
    (await resources('robin', query))
      .filter(({ name }) => name === 'Attic')
      .flatMap(({ connections }) => connections.map(({ uri }) => uri));

  test('are those owned, shared and shared through the Home, and the players beside them', async () => {
    expect(await resources('robin')).toMatchObject([
      { name: 'Attic', owned: true, home: false, presence: true, ownerId: null, sourceTitle: null },
      { name: 'Cabin', owned: false, home: false, presence: true, sourceTitle: 'sam' },
      { name: 'Old Barn', owned: true, productVersion: matching(/^1\.14\./) },
      { name: 'Loft', owned: true },
      { name: "Granny's", owned: false, home: true, presence: false, platform: null },
      { provides: 'client,player', connections: [] },
      { provides: 'client,player,pubsub-player', connections: [] },
    ]);
  });

  test('are none for some and forty for others', async () => {
    expect(await resources('noor')).toEqual([]);
    expect(await resources('wren')).toHaveLength(40);
  });

  test('have an access token for each user, while an old player may have none', async () => {
    const of = async (user: string, name: string): Promise<string | null | undefined> =>
      (await resources(user)).find((resource) => resource.name === name)?.accessToken;
    expect(await of('robin', 'Cabin')).toMatch(/^zzFAKE/);
    expect(await of('robin', 'Cabin')).not.toBe(await of('sam', 'Cabin'));
    expect(await of('edith', 'Kitchen')).toBeNull();
  });

  test('have bare http addresses unless https is asked for, and relays only when asked for', async () => {
    const { port } = fake.server('Attic');
    expect(await urisOfAttic('')).toEqual([
      'http://192.0.2.5:32400',
      `http://127.0.0.1:${String(port)}`,
      'http://127.0.0.1:9',
      'http://198.51.100.7:32400',
    ]);
    const all = await urisOfAttic('?includeHttps=1&includeRelay=1&includeIPv6=1');
    expect(all).toHaveLength(6);
    expect(all[0]).toMatch(/^https:\/\/192-0-2-5\.[0-9a-f]{32}\.plex\.direct:32400$/);
    expect(all).toContain(`http://127.0.0.1:${String(port)}`);
    expect(await urisOfAttic('?includeIPv6=1')).toContain('http://[2001:db8::5]:32400');
  });

  test('may list an address that now belongs to another server', async () => {
    const loft = (await resources('robin')).find(({ name }) => name === 'Loft');
    const identity = await ask(`${loft?.connections[0]?.uri ?? ''}/identity`, {
      headers: clientHeaders(),
    });
    expect(identity.json).toMatchObject({
      MediaContainer: { machineIdentifier: fake.server('Cabin').machineIdentifier },
    });
  });

  test('come in XML to who asks for nothing else, and in the old form from the old route', async () => {
    const headers = { ...clientHeaders(fake.grantToken('robin')), Accept: '*/*' };
    const now = await ask(`${fake.baseUrl}/api/v2/resources`, { headers });
    expect(now.text).toMatch(/<resources><resource name="Attic" .*<connections><connection /);
    const old = await ask(`${fake.baseUrl}/api/resources?includeHttps=1`, { headers });
    expect(old.text).toMatch(/<MediaContainer size="7"><Device name="Attic" .*lastSeenAt="\d+"/);
    expect(old.text).toMatch(/<Connection protocol="https" /);
  });

  test('lose their presence when they stop, and the unlisted are not there', async () => {
    const cabin = fake.server('Cabin');
    await cabin.stop();
    expect(await resources('sam')).toMatchObject([{ name: 'Cabin', presence: false }, {}]);
    await cabin.start();
    cabin.settings.listed = false;
    expect((await resources('sam')).map(({ name }) => name)).toEqual(['Loft']);
    cabin.settings.listed = true;
  });
});
