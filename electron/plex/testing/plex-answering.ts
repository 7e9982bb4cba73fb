import { onTestFinished } from 'vitest';
import { createPlexClient, type PlexClient } from '../plex-client.ts';
import { createTestDeps } from './create-test-deps.ts';
import { send } from './send.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';

export interface AnsweringPlex {
  readonly plex: PlexClient;
  readonly plexTv: TestServer;
}

/** A client of a Plex that always answers so, for the length of one test. */
export const plexAnswering = async (
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<AnsweringPlex> => {
  const plexTv = await startTestServer((_request, response) =>
    send(response, status, body, headers),
  );
  onTestFinished(() => plexTv.close());
  return { plex: createPlexClient(createTestDeps(plexTv.origin)), plexTv };
};
