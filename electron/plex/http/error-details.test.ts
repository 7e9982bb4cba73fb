import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serverAnswering } from '../testing/server-answering.ts';

const token = 'zzFAKEzz-TOKENzz_001';

/** What is kept of an answer to a question with the token. */
const detailsOf = async (status: number, body: unknown): Promise<string | undefined> => {
  const { plex, route } = await serverAnswering(() => [status, body]);
  const answer = await plex.proveServerToken(route, token);
  return answer.ok ? undefined : answer.error.details;
};

describe('an error keeps what was answered in its own words', () => {
  test.each<[string, number, unknown, string]>([
    [
      'the errors of plex.tv',
      400,
      { errors: [{ code: 1004, message: 'Bad parameter', status: 400 }] },
      'Bad parameter (code 1004, status 400)',
    ],
    [
      'the same without a status, as XML',
      404,
      '<errors><error code="1020" message="Code not found"/></errors>',
      'Code not found (code 1020)',
    ],
    ['the old form', 422, '<errors><error>Invalid token</error></errors>', 'Invalid token'],
    [
      'the page of a media server',
      401,
      '<html><head><script>window.location = "x"</script><title>Unauthorized</title></head><body><h1>401 Unauthorized</h1></body></html>',
      '401 Unauthorized',
    ],
    [
      'a page with more text',
      400,
      '<!doctype html><title>Oops</title><p>Not\n\u0007 here,<br>sorry',
      'Oops: Not here, sorry',
    ],
  ])('%s', async (_what, status, body, expected) => {
    expect(await detailsOf(status, body)).toBe(expected);
  });

  test.each([
    [503, ''],
    [500, { anything: 'else' }],
    [500, `<p>${'long '.repeat(20_000)}`],
  ])('%i with %j has none', async (status, body) => {
    expect(await detailsOf(status, body)).toBeUndefined();
  });

  test('cut to a few lines', async () => {
    const details = await detailsOf(500, `<h1>${'much text '.repeat(500)}</h1>`);
    expect(details?.length).toBeLessThanOrEqual(300);
    expect(details).toMatch(/…$/);
  });

  test('without the token that was sent, in whatever spelling it comes back, wherever it is cut', async () => {
    const spellings = fc.constantFrom<(text: string) => string>(
      (text) => text,
      (text) => Buffer.from(`you sent ${text}`).toString('base64'),
      (text) => text.replaceAll(/[-_]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`),
      (text) => text.replaceAll(/[-_]/g, (sign) => `&#${String(sign.charCodeAt(0))};`),
    );
    await fc.assert(
      fc.asyncProperty(spellings, fc.nat(320), fc.boolean(), async (spell, before, isPage) => {
        const said = `${'x '.repeat(before / 2)} ${spell(token)} was sent`;
        const details = await detailsOf(
          400,
          isPage ? `<h1>${said}</h1>` : { errors: [{ code: 1, message: said }] },
        );
        expect(details).not.toMatch(/TOKEN|FAKE/);
        expect(details).not.toContain(Buffer.from(token).toString('base64').slice(4, 16));
      }),
      { numRuns: 40 },
    );
  });
});
