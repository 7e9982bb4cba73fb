import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, type TestAnswer } from '../testing/ask.ts';

describe('connection information of a source', () => {
  let fake: FakePlex;
  beforeEach(async () => {
    fake = await startFakePlex();
  });
  afterEach(() => fake.stop());

  const askFor = (
    source: string,
    {
      server = 'Attic',
      token = fake.server(server).accessTokenOf(fake.user('robin')),
      accept = 'application/json',
      more = '',
    }: { server?: string; token?: string | undefined; accept?: string; more?: string } = {},
  ): Promise<TestAnswer> =>
    ask(
      `${fake.server(server).url}/security/resources?source=${encodeURIComponent(source)}${more}`,
      { headers: { ...clientHeaders(token), Accept: accept } },
    );
  const sourceOf = (name: string): string => `server://${fake.server(name).machineIdentifier}`;

  test('comes to the owner, with addresses and a fresh transient token for the source', async () => {
    const answer = await askFor(sourceOf('Cabin'), { more: '&refresh=1' });
    expect(answer.status).toBe(200);
    expect(answer.json).toMatchObject({
      MediaContainer: {
        size: 1,
        Device: { name: 'Cabin', Connection: [{ protocol: 'https' }, { protocol: 'http' }] },
      },
    });
    const token = answer.read('MediaContainer.Device.accessToken');
    expect(fake.server('Cabin').rightsOf(token)).toMatchObject({
      isOwner: false,
      isTransient: true,
    });
  });

  test('marks a relay, and says nothing of it elsewhere', async () => {
    const answer = await askFor(sourceOf('Attic'));
    expect(answer.text).toContain('"port":8443,"local":false,"relay":true}');
    expect(answer.text).not.toContain('"relay":false');
  });

  test('comes to a transient token made from the owner’s', async () => {
    const token = fake.server('Attic').mintTransient(fake.user('robin'));
    expect((await askFor(sourceOf('Attic'), { token })).status).toBe(200);
  });

  test('is refused with 403 to a friend’s token, to a bad one and to none', async () => {
    const friend = fake.server('Attic').accessTokenOf(fake.user('edith'));
    for (const token of [friend, 'bad', '']) {
      const answer = await askFor(sourceOf('Attic'), { token });
      expect([answer.status, answer.contentType]).toEqual([403, 'text/html; charset=utf-8']);
    }
  });

  test.each(['', 'Attic', 'http://attic', 'server://', 'server://abc/def/ghi'])(
    'needs a source of the right form: "%s" is 400',
    async (source) => {
      expect((await askFor(source)).status).toBe(400);
    },
  );

  test('knows providers too', async () => {
    const answer = await askFor('provider://tv.plex.provider.epg');
    expect(answer.json).toMatchObject({ MediaContainer: { Device: { name: 'Live TV guide' } } });
  });

  test.each(['application/json', '*/*'])(
    'comes from several devices, each with its addresses and a token of its own (%s)',
    async (accept) => {
      const answer = await askFor('provider://com.plexapp.plugins.library', { accept });
      const names = ['Attic', 'Old Barn', 'Loft'];
      const spelt = accept === '*/*' ? /<Device name="([^"]+)"/g : /"name":"([^"]+)"/g;
      expect([...answer.text.matchAll(spelt)].map(([, name]) => name)).toEqual(names);
      const tokens = answer.text.match(/transient-[\w-]+/g) ?? [];
      expect(names.map((name, index) => fake.server(name).rightsOf(tokens[index] ?? ''))).toEqual(
        names.map(() => expect.objectContaining({ isTransient: true }) as unknown),
      );
      expect(answer.text).toContain(fake.server('Loft').url);
    },
  );

  test('of an unknown source is a 404, or an empty container where that is set', async () => {
    expect((await askFor('server://00ff')).status).toBe(404);
    fake.server('Attic').settings.unknownSource = 'empty';
    expect((await askFor('server://00ff')).json).toEqual({ MediaContainer: { size: 0 } });
  });

  test('has its device in a list on some servers', async () => {
    const answer = await askFor(sourceOf('Loft'), { server: 'Loft' });
    expect(answer.json).toMatchObject({ MediaContainer: { Device: [{ name: 'Loft' }] } });
  });

  test('comes in XML to who asks for nothing else', async () => {
    const answer = await askFor(sourceOf('Attic'), { accept: '*/*' });
    expect(answer.text).toMatch(
      /<MediaContainer size="1"><Device name="Attic" clientIdentifier="[0-9a-f]{40}" accessToken="transient-[^"]+"><Connection protocol="https" address="192\.0\.2\.5" [^>]*local="1"\/>/,
    );
  });

  test('is not there before 1.15.4: a 404 page', async () => {
    const answer = await askFor(sourceOf('Old Barn'), { server: 'Old Barn' });
    expect([answer.status, answer.contentType]).toEqual([404, 'text/html; charset=utf-8']);
  });
});
