import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AppError } from '../../shared/errors.ts';
import { decodePlexError, type CallKind, type PlexReply } from './plex-error.ts';

const reply = (
  status: number,
  text: string,
  retryAfterSeconds: number | null = null,
): PlexReply => ({
  status,
  contentType: '',
  text,
  serverDateMs: null,
  retryAfterSeconds,
  details: null,
  isFoundByName: false,
});

/** Every form in which a coded error has been seen. */
const forms = (code: number, status: number): readonly string[] => [
  JSON.stringify({ errors: [{ code, message: 'made-up text', status }] }),
  JSON.stringify({ errors: [{ code, message: 'made-up text' }] }),
  JSON.stringify({ errors: [{ code: String(code), message: null }] }),
  `<errors><error code="${code}" message="made-up text" status="${status}"/></errors>`,
  `<?xml version="1.0" encoding="UTF-8"?>\n<errors>\n  <error code="${code}" message="made-up text" status="${status}"/>\n</errors>`,
];

const limited: AppError = { code: 'plex.rateLimited', retryAfterSeconds: null };

describe('what plex.tv means by a coded error', () => {
  test.each<[CallKind, number, number, AppError]>([
    ['signIn', 401, 1001, { code: 'plex.badCredentials' }],
    ['token', 401, 1001, { code: 'token.rejected' }],
    ['pin', 401, 1001, { code: 'plex.refused', status: 401, plexCode: 1001 }],
    ['signIn', 401, 1028, { code: 'plex.codeWrong' }],
    ['signIn', 401, 1029, { code: 'plex.codeRequired' }],
    ['signIn', 401, 1030, { code: 'plex.emailRequired' }],
    ['token', 401, 1029, { code: 'plex.refused', status: 401, plexCode: 1029 }],
    ['signIn', 401, 1031, { code: 'plex.addressBlocked' }],
    ['token', 401, 1031, { code: 'plex.addressBlocked' }],
    ['pin', 401, 1031, { code: 'plex.addressBlocked' }],
    ['signIn', 429, 1003, limited],
    ['token', 429, 1003, limited],
    ['pin', 429, 1003, limited],
    ['pin', 400, 1003, limited],
    ['pin', 404, 1020, { code: 'plex.pinExpired' }],
    ['newPin', 404, 1020, { code: 'plex.refused', status: 404, plexCode: 1020 }],
    ['token', 404, 1002, { code: 'plex.refused', status: 404, plexCode: 1002 }],
    ['signIn', 400, 1000, { code: 'plex.refused', status: 400, plexCode: 1000 }],
    ['token', 400, 1000, { code: 'plex.refused', status: 400, plexCode: 1000 }],
    ['token', 400, 1004, { code: 'plex.refused', status: 400, plexCode: 1004 }],
    ['token', 403, 1041, { code: 'plex.refused', status: 403, plexCode: 1041 }],
    ['token', 422, 1008, { code: 'plex.refused', status: 422, plexCode: 1008 }],
    ['token', 401, 1099, { code: 'token.rejected' }],
    ['token', 500, 1007, { code: 'plex.unavailable', status: 500 }],
  ])('asked for %s, %i with %i', (asked, status, code, error) => {
    for (const text of forms(code, status)) {
      expect(decodePlexError(reply(status, text), asked), text).toEqual(error);
    }
  });
});

describe('what plex.tv means by a status without a code', () => {
  test.each<[CallKind, number, string, AppError]>([
    ['token', 422, '<errors><error>Invalid token</error></errors>', { code: 'token.rejected' }],
    ['token', 422, '{"error":"Invalid token"}', { code: 'token.rejected' }],
    ['token', 422, '{"errors":[{"message":"invalid  token"}]}', { code: 'token.rejected' }],
    ['token', 422, '<error>Invalid token</error>', { code: 'token.rejected' }],
    ['token', 422, '', { code: 'plex.refused', status: 422, plexCode: null }],
    [
      'token',
      422,
      '{"error":"Something else"}',
      { code: 'plex.refused', status: 422, plexCode: null },
    ],
    ['token', 401, '', { code: 'token.rejected' }],
    ['token', 401, '{"error":"x"}', { code: 'token.rejected' }],
    ['token', 498, '', { code: 'token.rejected' }],
    ['token', 403, '', { code: 'plex.refused', status: 403, plexCode: null }],
    ['token', 404, '', { code: 'plex.refused', status: 404, plexCode: null }],
    ['signIn', 401, '', { code: 'plex.badCredentials' }],
    ['signIn', 498, '', { code: 'plex.refused', status: 498, plexCode: null }],
    [
      'signIn',
      422,
      '{"error":"Invalid token"}',
      { code: 'plex.refused', status: 422, plexCode: null },
    ],
    ['pin', 404, '', { code: 'plex.pinExpired' }],
    ['pin', 422, '', { code: 'plex.refused', status: 422, plexCode: null }],
    ['token', 429, '<html>too many</html>', limited],
    ['token', 503, '<html>down</html>', { code: 'plex.unavailable', status: 503 }],
    ['token', 502, '', { code: 'plex.unavailable', status: 502 }],
    ['token', 407, '', { code: 'network.intercepted' }],
    ['token', 511, '<html>log in</html>', { code: 'network.intercepted' }],
    ['token', 401, '<html><h1>401 Unauthorized</h1></html>', { code: 'network.intercepted' }],
    ['signIn', 401, '<html><h1>401</h1></html>', { code: 'plex.browserRequired' }],
    [
      'signIn',
      403,
      '<!doctype html><title>Just a moment</title>',
      { code: 'plex.browserRequired' },
    ],
    ['signIn', 404, '<html><h1>404</h1></html>', { code: 'network.intercepted' }],
    ['signIn', 407, '<html><h1>407</h1></html>', { code: 'network.intercepted' }],
    ['switch', 403, '<html><h1>403</h1></html>', { code: 'network.intercepted' }],
    ['pin', 404, '<html><h1>404</h1></html>', { code: 'network.intercepted' }],
    ['token', 200, '<html>Welcome to the hotel</html>', { code: 'network.intercepted' }],
  ])('asked for %s, %i with "%s"', (asked, status, text, error) => {
    expect(decodePlexError(reply(status, text), asked)).toEqual(error);
  });

  test('passes on how long to wait', () => {
    expect(decodePlexError(reply(429, '', 30), 'pin')).toEqual({
      code: 'plex.rateLimited',
      retryAfterSeconds: 30,
    });
  });

  test('only 401, 422 and 498 ever reject a token, whatever else is in the answer', () => {
    fc.assert(
      fc.property(fc.integer({ min: 100, max: 599 }), fc.json(), (status, text) => {
        const { code } = decodePlexError(reply(status, text), 'token');
        if (code === 'token.rejected') expect([401, 422, 498]).toContain(status);
      }),
    );
  });
});
