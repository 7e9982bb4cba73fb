import { afterEach, describe, expect, test } from 'vitest';
import { isPublicHost } from './avatar.ts';
import { createPlexClient } from './plex-client.ts';
import { createTestDeps } from './testing/test-deps.ts';
import { startTestServer, type TestServer } from './testing/test-server.ts';

describe('get avatar', () => {
  let server: TestServer | null = null;
  afterEach(async () => {
    await server?.close();
    server = null;
  });

  const png = Buffer.from('\x89PNG\r\n\x1a\nrest', 'latin1');
  const webp = Buffer.from('RIFF\x01\x02\x03\x04WEBPVP8 ', 'latin1');

  type Start = Parameters<typeof startTestServer>[0];
  const start = async (answer: Start): Promise<TestServer> => {
    server = await startTestServer(answer);
    return server;
  };

  /** A fetch of which only the addresses it is asked for matter. */
  const answering =
    (asked: string[], responses: Readonly<Record<string, () => Response>>): typeof fetch =>
    (input) => {
      const url = input instanceof Request ? input.url : String(input);
      asked.push(url);
      return Promise.resolve(responses[url]?.() ?? new Response(null, { status: 404 }));
    };

  const redirectTo = (location: string) => () =>
    new Response(null, { status: 302, headers: { Location: location } });
  const picture = () => new Response(png);

  describe('fetching an avatar', () => {
    test('sends neither token nor identity', async () => {
      const { origin, requests } = await start((_request, response) => response.end(png));
      const plex = createPlexClient(createTestDeps(origin));
      expect(await plex.getAvatar(`${origin}/users/u/avatar?c=1`)).toEqual({
        ok: true,
        value: { contentType: 'image/png', bytes: png },
      });
      expect(
        Object.keys(requests[0]?.headers ?? {}).filter((name) => /plex|cookie/.test(name)),
      ).toEqual([]);
    });

    test.each([
      ['image/png', png],
      ['image/jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0])],
      ['image/webp', webp],
      ['image/gif', Buffer.from('GIF89a..')],
    ])('knows %s by its bytes, whatever the type says', async (contentType, bytes) => {
      const { origin } = await start((_request, response) => {
        response.setHeader('Content-Type', 'text/html');
        response.end(bytes);
      });
      expect(await createPlexClient(createTestDeps(origin)).getAvatar(origin)).toMatchObject({
        value: { contentType },
      });
    });

    test.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', '<html>', '', 'RIFF....WAVE', 'GIF'])(
      'takes no picture for one that is none: "%s"',
      async (body) => {
        const { origin } = await start((_request, response) => {
          response.setHeader('Content-Type', 'image/png');
          response.end(body);
        });
        expect(await createPlexClient(createTestDeps(origin)).getAvatar(origin)).toEqual({
          ok: false,
          error: { code: 'plex.malformed' },
        });
      },
    );

    test('is left alone with the rest of plex.tv after a 429, be it to a picture; of others nothing is kept', async () => {
      const asked: string[] = [];
      const deps = createTestDeps('https://plex.tv', {
        fetch: answering(asked, {
          'https://plex.tv/a': () => new Response(null, { status: 429 }),
          'https://pictures.example.com/a': () => new Response(null, { status: 429 }),
        }),
      });
      const plex = createPlexClient(deps);
      const pictures = ['https://pictures.example.com/a', 'https://plex.tv/a'];
      for (const url of [...pictures, ...pictures]) {
        expect(await plex.getAvatar(url)).toMatchObject({ error: { code: 'plex.rateLimited' } });
      }
      expect(asked).toEqual([...pictures, 'https://pictures.example.com/a']);
      expect(await plex.ping('zzFAKEzzTOKENzz001')).toMatchObject({
        error: { code: 'plex.rateLimited', retryAfterSeconds: 30 },
      });
    });

    test('takes none larger than 1 MB', async () => {
      const { origin } = await start((_request, response) =>
        response.end(Buffer.concat([png, Buffer.alloc(1024 * 1024)])),
      );
      expect(await createPlexClient(createTestDeps(origin)).getAvatar(origin)).toEqual({
        ok: false,
        error: { code: 'plex.tooLarge', limitBytes: 1024 * 1024 },
      });
    });

    test.each([
      [404, { code: 'plex.refused', status: 404, plexCode: null }],
      [503, { code: 'plex.unavailable', status: 503 }],
    ])('tells a %i', async (status, error) => {
      const { origin } = await start((_request, response) => {
        response.statusCode = status;
        response.end(png);
      });
      expect(await createPlexClient(createTestDeps(origin)).getAvatar(origin)).toEqual({
        ok: false,
        error,
      });
    });

    test('follows up to three redirects, over https', async () => {
      const asked: string[] = [];
      const fetch = answering(asked, {
        'https://plex.tv/a': redirectTo('/b'),
        'https://plex.tv/b': redirectTo('https://images.plex.example.com/c'),
        'https://images.plex.example.com/c': redirectTo('https://images.plex.example.com/d'),
        'https://images.plex.example.com/d': picture,
      });
      const plex = createPlexClient(createTestDeps('https://plex.tv', { fetch }));
      expect(await plex.getAvatar('https://plex.tv/a')).toMatchObject({ ok: true });
      expect(asked).toHaveLength(4);
    });

    test('gives up at the fourth redirect', async () => {
      const asked: string[] = [];
      const fetch = answering(asked, { 'https://plex.tv/a': redirectTo('/a') });
      const plex = createPlexClient(createTestDeps('https://plex.tv', { fetch }));
      expect(await plex.getAvatar('https://plex.tv/a')).toMatchObject({
        error: { code: 'network.intercepted' },
      });
      expect(asked).toHaveLength(4);
    });

    test.each([
      'http://images.plex.example.com/a',
      'http://127.0.0.1/a',
      'https://127.0.0.1/a',
      'https://192.168.1.5/a',
      'https://router.local/a',
      'file:///a',
      'http://[',
    ])('is not redirected to %s', async (location) => {
      const asked: string[] = [];
      const fetch = answering(asked, {
        'https://plex.tv/a': redirectTo(location),
        [location]: picture,
      });
      const plex = createPlexClient(createTestDeps('https://plex.tv', { fetch }));
      expect(await plex.getAvatar('https://plex.tv/a')).toEqual({
        ok: false,
        error: { code: 'network.intercepted' },
      });
      expect(asked).toEqual(['https://plex.tv/a']);
    });

    test.each([
      'http://plex.tv/a',
      'http://127.0.0.1:1/a',
      'https://127.0.0.1:1/a',
      'https://[fe80::1]/a',
      'file:///etc/passwd',
      'nothing',
      '',
    ])('asks for nothing at "%s"', async (url) => {
      const asked: string[] = [];
      const fetch = answering(asked, {});
      const plex = createPlexClient(createTestDeps('http://plex.tv', { fetch }));
      expect(await plex.getAvatar(url)).toEqual({ ok: false, error: { code: 'plex.malformed' } });
      expect(asked).toEqual([]);
    });

    test('is redirected to the Plex that is played on this computer, and to nothing else on it', async () => {
      const home = 'http://127.0.0.1:1';
      const ask = (location: string) => {
        const fetch = answering([], { [`${home}/a`]: redirectTo(location), [location]: picture });
        return createPlexClient(createTestDeps(home, { fetch })).getAvatar(`${home}/a`);
      };
      expect(await ask(`${home}/b`)).toMatchObject({ ok: true });
      expect(await ask('http://127.0.0.1:2/b')).toMatchObject({
        error: { code: 'network.intercepted' },
      });
    });
  });
});

const hostOf = (text: string): string => new URL(`https://${text}/`).hostname;

describe('a host on the internet', () => {
  test.each([
    'plex.tv',
    'www.gravatar.com',
    'secure.gravatar.com.',
    'localhost.example.com',
    '1.1.1.1',
    '[2606:4700::1111]',
    '1-1-1-1.0123456789abcdef0123456789abcdef.plex.direct',
  ])('is %s', (text) => {
    expect(isPublicHost(hostOf(text))).toBe(true);
  });

  test.each([
    ...['localhost', 'localhost.', 'a.localhost', 'printer.local', 'NAS.LOCAL.', 'db.internal'],
    ...['router.lan', 'nas.home.arpa', 'nas', 'plex.invalid'],
    ...['127.0.0.1', '127.1', '0x7f.1', '2130706433', '0.0.0.0', '10.1.2.3', '192.168.1.5'],
    ...['172.16.0.1', '172.31.255.255', '169.254.169.254', '100.64.0.1', '198.18.0.1', '224.0.0.1'],
    ...['255.255.255.255', '[::1]', '[::]', '[fe80::1]', '[fd00::1]', '[fec0::1]', '[ff02::1]'],
    ...['[::ffff:192.168.1.5]', '[64:ff9b::c0a8:105]', '[2002:c0a8:105::1]', '[2001:db8::1]'],
    '192-168-1-5.0123456789abcdef0123456789abcdef.plex.direct',
  ])('is not %s', (text) => {
    expect(isPublicHost(hostOf(text))).toBe(false);
  });
});
