import fc from 'fast-check';
import { expect, onTestFinished } from 'vitest';
import { createPlexClient, type PlexClient } from '../plex-client.ts';
import type { Route } from '../wire/resources.ts';
import { createTestDeps } from './test-deps.ts';
import { send, startTestServer, type SeenRequest, type TestServer } from './test-server.ts';

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

/** Any text at all, half surrogate pairs and control characters too. (The library's own takes seconds to set up.) */
export const anyText = (maxLength = 80): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0, max: 0x7f }), fc.integer({ min: 0, max: 0xffff })), {
      maxLength,
    })
    .map((units) => String.fromCharCode(...units));

/** An error of plex.tv in its newest form. */
export const coded = (code: number, status: number): object => ({
  errors: [{ code, message: 'made-up text', status }],
});

/** The answer of an operation that failed so, whatever the answerer's own words on it are. */
export const failedWith = (code: string, more: object = {}): object => ({
  ok: false,
  error: expect.objectContaining({ code, ...more }) as unknown,
});
