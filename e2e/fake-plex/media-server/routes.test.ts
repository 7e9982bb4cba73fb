import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, type TestAnswer } from '../testing/ask.ts';

const GOOD = '?type=delegation&scope=all';
const TRANSIENT = /^transient-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('minting a transient token', () => {
  let fake: FakePlex;
  beforeEach(async () => {
    fake = await startFakePlex();
  });
  afterEach(() => fake.stop());

  const mint = (
    name: string,
    user: string,
    query = GOOD,
    init: RequestInit = {},
  ): Promise<TestAnswer> => {
    const server = fake.server(name);
    return ask(`${server.url}/security/token${query}`, {
      method: 'POST',
      headers: clientHeaders(server.accessTokenOf(fake.user(user))),
      ...init,
    });
  };

  test.each(['POST', 'GET', 'PUT', 'DELETE', 'PATCH'])('works by %s', async (method) => {
    const answer = await mint('Attic', 'robin', GOOD, { method });
    expect(answer.json).toMatchObject({ MediaContainer: { size: 0 } });
    expect(answer.read('MediaContainer.token')).toMatch(TRANSIENT);
  });

  test('gives a token with the rights of the one that asked, and a new one each time', async () => {
    const cabin = fake.server('Cabin');
    const first = (await mint('Cabin', 'robin')).read('MediaContainer.token');
    const second = (await mint('Cabin', 'robin')).read('MediaContainer.token');
    expect(first).not.toBe(second);
    expect(cabin.rightsOf(first)).toMatchObject({ isOwner: false, isTransient: true });
    const again = await mint('Cabin', 'robin', GOOD, { headers: clientHeaders(first) });
    expect(again.status).toBe(200);
  });

  test('takes the token in the query too', async () => {
    const token = fake.server('Attic').accessTokenOf(fake.user('robin')) ?? '';
    const answer = await mint('Attic', 'robin', `${GOOD}&X-Plex-Token=${token}`, { headers: {} });
    expect(answer.text).toMatch(/<MediaContainer size="0" token="transient-[0-9a-f-]{36}"\/>/);
  });

  test.each([
    '',
    '?type=delegation',
    '?scope=all',
    '?type=x&scope=all',
    '?type=delegation&scope=x',
  ])('needs both type and scope: "%s" is 400, and a page', async (query) => {
    const answer = await mint('Attic', 'robin', query);
    expect([answer.status, answer.contentType]).toEqual([400, 'text/html; charset=utf-8']);
  });

  test('is refused with 403 or 401, as the server is set, and a page', async () => {
    const bad = { headers: clientHeaders('bad') };
    const attic = await mint('Attic', 'robin', GOOD, bad);
    expect([attic.status, attic.text]).toEqual([403, expect.stringContaining('403 Forbidden')]);
    expect((await mint('Cabin', 'robin', GOOD, bad)).status).toBe(401);
  });

  test('by POST may be refused with 405, where GET works and the answer is always XML', async () => {
    expect((await mint('Old Barn', 'robin')).status).toBe(405);
    const answer = await mint('Old Barn', 'robin', GOOD, { method: 'GET' });
    expect([answer.status, answer.contentType]).toEqual([200, 'application/xml; charset=utf-8']);
  });
});
