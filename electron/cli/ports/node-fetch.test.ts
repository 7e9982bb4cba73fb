import { expect, onTestFinished, test, vi } from 'vitest';
import { makeTestAuthority, startTestServer } from '../../plex/testing/test-server.ts';
import { createNodeFetch, personsEnvironment } from './node-fetch.ts';

test('a certificate that nobody vouches for is refused, though the environment says otherwise', async () => {
  vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0');
  onTestFinished(() => void vi.unstubAllEnvs());
  const authority = await makeTestAuthority();
  const server = await startTestServer(
    (_request, response) => response.end('{}'),
    await authority.certify('localhost'),
  );
  onTestFinished(() => server.close());
  const fetchAsUsher = createNodeFetch('Usher/1', new AbortController().signal);
  await expect(fetchAsUsher(`https://localhost:${server.port}/`)).rejects.toThrow('fetch failed');
  expect(server.requests).toEqual([]);
  // What runs under `usher exec` is the person's own affair.
  expect(personsEnvironment()).toMatchObject({ NODE_TLS_REJECT_UNAUTHORIZED: '0' });
});
