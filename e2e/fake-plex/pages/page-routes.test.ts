import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FakePlex } from '../fake-plex.ts';
import { startFakePlex } from '../start-fake-plex.ts';
import { ask, clientHeaders, type TestAnswer } from '../testing/ask.ts';

describe('the pages a person meets in a browser', () => {
  let fake: FakePlex;
  beforeAll(async () => {
    fake = await startFakePlex();
  });
  afterAll(() => fake.stop());

  const newCode = async (strong: boolean): Promise<string> => {
    const url = `${fake.baseUrl}/api/v2/pins?strong=${String(strong)}`;
    return (await ask(url, { method: 'POST', headers: clientHeaders() })).read('code');
  };
  const typeCode = (code: string, user: string): Promise<TestAnswer> =>
    ask(`${fake.baseUrl}/link`, { method: 'POST', body: new URLSearchParams({ code, user }) });
  const approve = (body: unknown): Promise<TestAnswer> =>
    ask(`${fake.baseUrl}/auth/approve`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });

  test('say that they are a demo', async () => {
    const link = await ask(`${fake.baseUrl}/link/`);
    const auth = await ask(`${fake.baseUrl}/auth`);
    expect(link.text).toContain('Demo stand-in for plex.tv/link');
    expect(auth.text).toContain('Demo stand-in for app.plex.tv/auth');
  });

  test('have the code filled in by ?pin=, whatever is in it', async () => {
    const page = await ask(`${fake.baseUrl}/link/?pin=${encodeURIComponent('"><script>')}`);
    expect(page.text).toContain('value="&quot;&gt;&lt;script&gt;"');
  });

  test('link an app whose four characters are typed, in any case', async () => {
    const page = await typeCode((await newCode(false)).toLowerCase(), 'sam');
    expect([page.status, page.text]).toEqual([
      200,
      expect.stringContaining('Test Client is signed in as sam'),
    ]);
  });

  test('do not know a wrong code, nor a strong one', async () => {
    for (const code of ['ZZZZ', await newCode(true)]) {
      const page = await typeCode(code, 'sam');
      expect([page.status, page.text]).toEqual([404, expect.stringContaining('is not known')]);
    }
  });

  test('let a person allow an app with a strong PIN, if the link names the app that asked', async () => {
    const code = await newCode(true);
    const mine = { code, clientID: 'test-client-1', user: 'robin' };
    expect((await approve({ ...mine, clientID: 'another' })).status).toBe(403);
    expect((await approve({ ...mine, user: 'nobody' })).status).toBe(404);
    expect((await approve(mine)).status).toBe(200);
    expect((await approve(mine)).status).toBe(404);
  });

  test('offer no managed user to sign in as', async () => {
    const page = await ask(`${fake.baseUrl}/auth`);
    expect(page.text).toContain('value="noor"');
    expect(page.text).not.toContain('value="juno"');
  });
});
