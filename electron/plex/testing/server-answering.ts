import { onTestFinished } from 'vitest';
import { createPlexClient, type PlexClient } from '../plex-client.ts';
import type { Route } from '../wire/resources.ts';
import { createTestDeps } from './create-test-deps.ts';
import { send } from './send.ts';
import { startTestServer, type SeenRequest, type TestServer } from './start-test-server.ts';

export interface AnsweringServer {
  readonly plex: PlexClient;
  readonly pms: TestServer;
  readonly route: Route;
}

/** A client, and a media server that answers so, for the length of one test. */
export const serverAnswering = async (
  answerTo: (request: SeenRequest) => readonly [status: number, body: unknown],
  version: string | null = '1.43.0.1-abcdef012',
): Promise<AnsweringServer> => {
  const pms = await startTestServer((request, response) => send(response, ...answerTo(request)));
  onTestFinished(() => pms.close());
  const plex = createPlexClient(createTestDeps('http://plex.invalid'));
  return { plex, pms, route: { uri: pms.origin, kind: 'local', version } };
};
