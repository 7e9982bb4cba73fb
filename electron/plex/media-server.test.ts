import { describe, expect, test } from 'vitest';
import { failedWith, serverAnswering } from './testing/answering.ts';

const transient = 'transient-00000000-0000-4000-8000-000000000001';

describe('prove server token', () => {
  const page = '<html><head><title>Unauthorized</title></head><body>no</body></html>';
  const root = { MediaContainer: { size: 0, machineIdentifier: 'aaaa' } };

  describe('a token shown to its server', () => {
    test('is good when the server says who it is, at an address that needs a token', async () => {
      const { plex, pms, route } = await serverAnswering(() => [200, root]);
      expect(await plex.proveServerToken(route, 'zzFAKE')).toEqual({ ok: true, value: null });
      expect(pms.requests.map(({ path }) => path)).toEqual(['/']);
      expect(pms.requests[0]?.headers['x-plex-token']).toBe('zzFAKE');
      expect(pms.requests[0]?.query.has('X-Plex-Token')).toBe(false);
    });

    test.each([
      [401, page],
      [498, page],
      [422, '<errors><error>Invalid token</error></errors>'],
    ])('is rejected by a clear no (%i)', async (status, body) => {
      const { plex, route } = await serverAnswering(() => [status, body]);
      expect(await plex.proveServerToken(route, 'zzFAKE')).toEqual(failedWith('server.rejected'));
    });

    test('is not judged by errors within errors without end', async () => {
      const deep = `${'{"error":'.repeat(25_000)}1${'}'.repeat(25_000)}`;
      const { plex, route } = await serverAnswering(() => [422, deep]);
      expect(await plex.proveServerToken(route, 'zzFAKE')).toEqual(
        failedWith('server.refused', { status: 422 }),
      );
    });

    test('is not proved by an answer without end', async () => {
      const long = { ...root, pad: 'x'.repeat(1024 * 1024) };
      const { plex, route } = await serverAnswering(() => [200, long]);
      expect(await plex.proveServerToken(route, 'zzFAKE')).toEqual(
        failedWith('plex.tooLarge', { limitBytes: 262144 }),
      );
      expect(await plex.mintTransientToken(route, 'zzFAKE')).toEqual(
        failedWith('plex.tooLarge', { limitBytes: 262144 }),
      );
    });

    test.each([
      ['a 403, which may mean the address or a right', 403, page, 'server.refused'],
      ['another 422', 422, '<errors><error>Busy</error></errors>', 'server.refused'],
      ['a server that is starting', 503, page, 'server.refused'],
      ['too many questions', 429, '', 'plex.rateLimited'],
      ['a portal’s page', 200, page, 'network.intercepted'],
      ['an answer that is nothing', 200, '{"x":1}', 'plex.malformed'],
    ])('is not judged by %s', async (_case, status, body, code) => {
      const { plex, route } = await serverAnswering(() => [status, body]);
      expect(await plex.proveServerToken(route, 'zzFAKE')).toMatchObject({
        ok: false,
        error: { code },
      });
    });
  });
});

describe('check server token', () => {
  const id = 'aaaa';
  const token = 'zzFAKEzzASKEDzz';
  const page = (title: string): string => `<html><head><title>${title}</title></head></html>`;

  describe('showing a token to a server', () => {
    test.each([
      ['JSON', { MediaContainer: { machineIdentifier: id } }],
      ['XML', `<MediaContainer machineIdentifier="${id}" size="0"/>`],
    ])('is taken when the server wants one, and answers %s', async (_form, body) => {
      const { plex, pms, route } = await serverAnswering(({ headers }) =>
        headers['x-plex-token'] === token ? [200, body] : [401, page('401 Unauthorized')],
      );
      expect(await plex.checkServerToken(route, token)).toEqual({ ok: true, value: 'taken' });
      expect(pms.requests.map(({ path, headers }) => [path, headers['x-plex-token']])).toEqual([
        ['/', token],
        ['/', undefined],
      ]);
    });

    test('says nothing where the server answers everybody', async () => {
      const body = { MediaContainer: { machineIdentifier: id } };
      const { plex, route } = await serverAnswering(() => [200, body]);
      expect(await plex.checkServerToken(route, token)).toEqual({
        ok: true,
        value: 'openToAll',
      });
    });

    test.each([401, 403])(
      'is taken when the server wants one, and says so with %i',
      async (status) => {
        const { plex, route } = await serverAnswering(({ headers }) =>
          headers['x-plex-token'] === token ? [200, { MediaContainer: {} }] : [status, ''],
        );
        expect(await plex.checkServerToken(route, token)).toEqual({ ok: true, value: 'taken' });
      },
    );

    test.each([
      [503, failedWith('server.refused', { status: 503 })],
      [404, failedWith('server.refused', { status: 404 })],
      [429, failedWith('plex.rateLimited', { retryAfterSeconds: null })],
    ])('is not proved where the question without it is answered with %i', async (status, error) => {
      const { plex, route } = await serverAnswering(({ headers }) =>
        headers['x-plex-token'] === token ? [200, { MediaContainer: {} }] : [status, ''],
      );
      expect(await plex.checkServerToken(route, token)).toEqual(error);
    });

    test.each<[number, unknown, object]>([
      [401, page('401 Unauthorized'), failedWith('server.rejected')],
      [403, '', failedWith('server.refused', { status: 403 })],
      [200, page('portal'), failedWith('network.intercepted')],
    ])('is shown it once, when the answer is %i %j', async (status, body, expected) => {
      const { plex, pms, route } = await serverAnswering(() => [status, body]);
      expect(await plex.checkServerToken(route, token)).toEqual(expected);
      expect(pms.requests).toHaveLength(1);
    });
  });
});

describe('mint transient token', () => {
  const page = (title: string): string => `<html><head><title>${title}</title></head></html>`;

  describe('minting a transient token', () => {
    test.each([
      ['JSON', { MediaContainer: { size: 0, token: transient } }],
      ['XML', `<MediaContainer size="0" token="${transient}"></MediaContainer>`],
    ])('reads %s', async (_form, body) => {
      const { plex, pms, route } = await serverAnswering(() => [200, body]);
      expect(await plex.mintTransientToken(route, 'zzFAKEzzACCESSzz')).toEqual({
        ok: true,
        value: transient,
      });
      expect(pms.requests).toMatchObject([{ method: 'POST', path: '/security/token' }]);
      expect(pms.requests[0]?.query.toString()).toBe('type=delegation&scope=all');
      expect(pms.requests[0]?.headers['x-plex-token']).toBe('zzFAKEzzACCESSzz');
    });

    test.each([400, 401, 403, 404, 405, 501])(
      'asks by GET where POST brings a %i',
      async (status) => {
        const { plex, pms, route } = await serverAnswering(({ method }) =>
          method === 'GET' ? [200, { MediaContainer: { token: transient } }] : [status, page('no')],
        );
        expect(await plex.mintTransientToken(route, 'zz')).toEqual({ ok: true, value: transient });
        expect(pms.requests.map(({ method }) => method)).toEqual(['POST', 'GET']);
      },
    );

    test.each<[number, unknown, object]>([
      [401, page('401 Unauthorized'), failedWith('server.rejected')],
      [403, page('403 Forbidden'), failedWith('server.refused', { status: 403 })],
      [401, { errors: [{ code: 1001 }] }, failedWith('server.rejected')],
      [498, '', failedWith('server.rejected')],
      [400, page('400 Bad Request'), failedWith('server.refused', { status: 400 })],
      [429, '', failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
      [500, page('500'), failedWith('server.refused', { status: 500 })],
      [503, '', failedWith('server.refused', { status: 503 })],
      [302, '', failedWith('network.intercepted')],
      [200, page('Welcome'), failedWith('network.intercepted')],
      [200, '', failedWith('plex.malformed')],
      [200, { MediaContainer: {} }, failedWith('plex.malformed')],
      [200, { MediaContainer: { token: null } }, failedWith('plex.malformed')],
      [200, { MediaContainer: { token: 'zzFAKEzzCLASSICzz' } }, failedWith('plex.malformed')],
      [200, { MediaContainer: { token: `${transient}\n` } }, failedWith('plex.malformed')],
      [200, { MediaContainer: [transient] }, failedWith('plex.malformed')],
      [200, '<MediaContainer size="0" token="transient-', failedWith('plex.malformed')],
    ])('%i with %j is an error', async (status, body, expected) => {
      const { plex, route } = await serverAnswering(() => [status, body]);
      expect(await plex.mintTransientToken(route, 'zzFAKEzz')).toEqual(expected);
    });

    test.each([401, 403, 404, 405, 498, 501])(
      'refused with %i by a server that takes the token is no word against the token',
      async (status) => {
        const { plex, pms, route } = await serverAnswering(({ path }) =>
          path === '/' ? [200, { MediaContainer: {} }] : [status, page('no')],
        );
        expect(await plex.mintTransientToken(route, 'zz')).toEqual(
          failedWith('server.noTransientToken'),
        );
        expect(pms.requests.at(-1)).toMatchObject({ method: 'GET', path: '/' });
        expect(pms.requests.at(-1)?.headers['x-plex-token']).toBe('zz');
      },
    );
  });
});

describe('ask source', () => {
  const page = (title: string): string => `<html><head><title>${title}</title></head></html>`;

  const device = {
    name: 'Attic',
    clientIdentifier: 'aaaa',
    accessToken: transient,
    Connection: [
      {
        protocol: 'https',
        address: '192.0.2.5',
        uri: 'https://a.example.invalid:32400',
        port: 32400,
        local: true,
      },
      {
        protocol: 'https',
        address: '198.51.100.7',
        uri: 'https://b.example.invalid:8443',
        port: 8443,
        local: false,
        relay: true,
      },
    ],
  };
  const deviceXml = `<Device name="Attic" clientIdentifier="aaaa" accessToken="${transient}"><Connection protocol="https" address="192.0.2.5" uri="https://a.example.invalid:32400" port="32400" local="1"/><Connection protocol="https" address="198.51.100.7" uri="https://b.example.invalid:8443" port="8443" local="0" relay="1"/></Device>`;

  describe('asking about a source', () => {
    const attic = {
      device: {
        name: 'Attic',
        clientIdentifier: 'aaaa',
        connections: [
          {
            uri: 'https://a.example.invalid:32400',
            protocol: 'https',
            address: '192.0.2.5',
            port: 32400,
            kind: 'local',
          },
          {
            uri: 'https://b.example.invalid:8443',
            protocol: 'https',
            address: '198.51.100.7',
            port: 8443,
            kind: 'relay',
          },
        ],
      },
      token: transient,
    };
    const otherTransient = 'transient-00000000-0000-4000-8000-000000000002';
    const barn = {
      device: {
        name: 'Barn',
        clientIdentifier: 'bbbb',
        connections: [
          {
            uri: 'http://192.0.2.6:32400',
            protocol: 'http',
            address: '192.0.2.6',
            port: 32400,
            kind: 'remote',
          },
        ],
      },
      token: otherTransient,
    };
    const barnJson = {
      name: 'Barn',
      clientIdentifier: 'bbbb',
      accessToken: otherTransient,
      Connection: { uri: 'http://192.0.2.6:32400', local: false },
    };
    const barnXml = `<Device name="Barn" clientIdentifier="bbbb" accessToken="${otherTransient}"><Connection uri="http://192.0.2.6:32400" local="0"/></Device>`;

    test.each([
      ['one device', { MediaContainer: { size: 1, Device: device } }, [attic]],
      ['a list of one device', { MediaContainer: { size: 1, Device: [device] } }, [attic]],
      ['XML', `<MediaContainer size="1">${deviceXml}</MediaContainer>`, [attic]],
      [
        'several devices',
        { MediaContainer: { size: 2, Device: [device, null, barnJson, 'x'] } },
        [attic, barn],
      ],
      [
        'several devices in XML',
        `<MediaContainer size="2">${deviceXml}${barnXml}</MediaContainer>`,
        [attic, barn],
      ],
    ])('reads %s, and keeps each token apart', async (_form, body, devices) => {
      const { plex, pms, route } = await serverAnswering(() => [200, body]);
      const answer = await plex.askSource(route, 'zzFAKEzzACCESSzz', 'server://aaaa', true);
      expect(answer).toEqual({ ok: true, value: devices });
      expect(pms.requests).toMatchObject([{ method: 'GET', path: '/security/resources' }]);
      expect(Object.fromEntries(pms.requests[0]?.query ?? [])).toEqual({
        source: 'server://aaaa',
        refresh: '1',
      });
      expect(pms.requests[0]?.headers['x-plex-token']).toBe('zzFAKEzzACCESSzz');
    });

    test('does not ask for a refresh unasked', async () => {
      const { plex, pms, route } = await serverAnswering(() => [
        200,
        { MediaContainer: { Device: device } },
      ]);
      await plex.askSource(route, 'zz', 'provider://tv.plex.provider.epg', false);
      expect(pms.requests[0]?.query.has('refresh')).toBe(false);
    });

    test('survives null everywhere', async () => {
      const nothing = { name: null, clientIdentifier: null, accessToken: null, Connection: null };
      const { plex, route } = await serverAnswering(() => [
        200,
        { MediaContainer: { Device: nothing } },
      ]);
      expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toEqual({
        ok: true,
        value: [{ device: { name: null, clientIdentifier: null, connections: [] }, token: null }],
      });
    });

    test('takes a hundred devices and addresses, and no answer without end', async () => {
      const many = <T>(item: (index: number) => T) =>
        Array.from({ length: 101 }, (_, i) => item(i));
      const addresses = many((index) => ({ uri: `http://192.0.2.6:${32_400 + index}` }));
      const first = await serverAnswering(() => [
        200,
        { MediaContainer: { Device: many((i) => (i === 0 ? { Connection: addresses } : device)) } },
      ]);
      const answer = await first.plex.askSource(first.route, 'zz', 'server://aaaa', false);
      const devices = answer.ok ? answer.value : [];
      expect(devices).toHaveLength(100);
      expect(devices[0]?.device.connections).toHaveLength(100);

      const second = await serverAnswering(() => [
        200,
        { MediaContainer: { Device: { ...device, name: 'x'.repeat(1024 * 1024) } } },
      ]);
      expect(await second.plex.askSource(second.route, 'zz', 'server://aaaa', false)).toEqual(
        failedWith('plex.tooLarge', { limitBytes: 262144 }),
      );
    });

    test('says what a server older than 1.15.4 would need, and sends it nothing', async () => {
      const { plex, pms, route } = await serverAnswering(() => [200, {}], '1.15.3.876-ad6e39743');
      expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toEqual(
        failedWith('server.tooOld', { version: '1.15.3.876-ad6e39743', neededVersion: '1.15.4' }),
      );
      expect(pms.requests).toEqual([]);
    });

    test.each(['1.15.4.994-107756f7e', 'next-generation', null])(
      'asks a server of version %j',
      async (version) => {
        const { plex, route } = await serverAnswering(
          () => [200, { MediaContainer: { Device: device } }],
          version,
        );
        expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toMatchObject({
          ok: true,
        });
      },
    );

    /** As an older document of Plex has it; the newer one has a page. */
    const refusedInJson = (status: number): object => ({
      errors: [{ code: 1001, message: 'User could not be authenticated', status }],
    });

    test.each<[number, unknown, object]>([
      [400, page('400 Bad Request'), failedWith('source.malformed')],
      [400, refusedInJson(400), failedWith('source.malformed')],
      [401, page('401 Unauthorized'), failedWith('server.rejected')],
      [401, refusedInJson(401), failedWith('server.rejected')],
      [403, page('403 Forbidden'), failedWith('server.refused', { status: 403 })],
      [429, '', failedWith('plex.rateLimited', { retryAfterSeconds: 30 })],
      [404, page('404 Not Found'), failedWith('source.notFound')],
      [498, '', failedWith('server.rejected')],
      [500, page('500'), failedWith('server.refused', { status: 500 })],
      [200, { MediaContainer: { size: 0 } }, failedWith('source.notFound')],
      [200, '<MediaContainer size="0"/>', failedWith('source.notFound')],
      [200, page('Welcome'), failedWith('network.intercepted')],
      [200, '{"MediaContainer":', failedWith('plex.malformed')],
      [200, [], failedWith('plex.malformed')],
    ])('%i with %j is an error', async (status, body, expected) => {
      const { plex, route } = await serverAnswering(() => [status, body]);
      expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toEqual(expected);
    });

    test.each([401, 403])(
      '%i of a server that takes the token is for its owner',
      async (status) => {
        const { plex, route } = await serverAnswering(({ path }) =>
          path === '/' ? [200, { MediaContainer: {} }] : [status, page('no')],
        );
        expect(await plex.askSource(route, 'zz', 'server://aaaa', false)).toEqual(
          failedWith('server.notOwner'),
        );
      },
    );
  });
});
