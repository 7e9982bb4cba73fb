import { createServer, type AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { ConnectionSummary } from '../../shared/model/server.ts';
import { createPlexClient } from './plex-client.ts';
import { createTestDeps, testTarget } from './testing/test-deps.ts';
import { identityOf, send, startTestServer, testConnection } from './testing/test-server.ts';

describe('over a real network', () => {
  test('eight addresses, dead each in its way, do not keep the good one from winning', async () => {
    const pms = await startTestServer((request, response) => {
      switch (request.path.split('/')[1] ?? '') {
        case 'silent':
          return;
        case 'page':
          send(response, 200, '<html><title>A printer</title></html>');
          return;
        case 'refusing':
          send(response, 401, '<html><title>401 Unauthorized</title></html>');
          return;
        case 'other':
          send(response, 200, identityOf('bbbb'));
          return;
        case 'nobody':
          send(response, 200, '<MediaContainer size="0" version="1.43.0.1"/>');
          return;
        case 'moved':
          send(response, 302, '', { Location: '/good/identity' });
          return;
        case 'endless':
          response.writeHead(200);
          response.end('x'.repeat(100_000));
          return;
        case 'reset':
          response.destroy();
          return;
        default:
          send(
            response,
            200,
            '<MediaContainer size="0" claimed="1" machineIdentifier="aaaa" version="1.32.5.7516-8f4248874"/>',
          );
      }
    });
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));

    const ways = ['silent', 'page', 'refusing', 'other', 'nobody', 'moved', 'endless', 'reset'];
    const deps = createTestDeps('https://plex.tv');
    const states = new Map<string, ConnectionSummary['state']>();
    let failedCount = 0;
    const allButSilentFailed = new Promise<void>((resolve) => {
      void createPlexClient(deps)
        .tryConnections(
          testTarget(
            ...ways.map((way) => testConnection(`${pms.origin}/${way}`, 'local')),
            testConnection(`http://127.0.0.1:${port}`, 'local'),
            testConnection(`${pms.origin}/good`, 'relay'),
          ),
          {
            signal: new AbortController().signal,
            remembered: null,
            onConnection: (uri, state) => {
              states.set(uri.replace(/^.*\//, ''), state);
              if (state.kind !== 'trying') failedCount += 1;
              if (failedCount === 9) resolve();
            },
          },
        )
        .then((route) => {
          states.set('answer', { kind: 'untried' });
          expect(route).toEqual({
            ok: true,
            value: { uri: `${pms.origin}/good`, kind: 'relay', version: '1.32.5.7516-8f4248874' },
          });
        });
    });
    await allButSilentFailed;
    expect(states.has('answer')).toBe(false);
    await deps.clock.advance(5_000);
    expect(states.has('answer')).toBe(true);
    const reasons = Object.fromEntries(
      [...states].map(([way, state]) => [way, state.kind === 'failed' ? state.reason : state.kind]),
    );
    expect(reasons).toEqual({
      silent: 'network.timeout',
      page: 'connection.notPlex',
      refusing: 'connection.notPlex',
      other: 'connection.wrongServer',
      nobody: 'connection.notPlex',
      moved: 'network.intercepted',
      endless: 'connection.notPlex',
      reset: 'network.offline',
      [`127.0.0.1:${port}`]: 'network.offline',
      good: 'proved',
      answer: 'untried',
    });
    expect(pms.requests.every(({ headers }) => headers['x-plex-token'] === undefined)).toBe(true);
    await pms.close();
  });
});
