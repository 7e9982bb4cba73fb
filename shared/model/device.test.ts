import { describe, expect, test } from 'vitest';
import type { LinkCodeTrouble } from '../errors.ts';
import { readLinkCode } from './device.ts';

describe('the code of a device', () => {
  test.each([
    'AB2D',
    'ab2d',
    '  ab2d\n',
    'A B 2 D',
    'AB-2D',
    'ab – 2d',
    'A.B.2.D',
    '\u00A0AB2D',
    'https://plex.tv/link/?pin=AB2D',
    'plex.tv/link?pin=ab2d',
    'https://www.plex.tv/link?lang=en&pin=AB2D#top',
  ])('is taken from %j', (text) => {
    expect(readLinkCode(text)).toEqual({ ok: true, value: 'AB2D' });
  });

  test.each<[string, LinkCodeTrouble]>([
    ['', 'empty'],
    ['   ', 'empty'],
    ['--', 'empty'],
    ['https://plex.tv/link/?pin=', 'empty'],
    ['AB2', 'tooShort'],
    ['AB2DE', 'tooLong'],
    ['AB2!', 'characters'],
    ['АВ2D', 'characters'],
    ['🦉🦉🦉🦉', 'characters'],
    ['ÄB2D', 'characters'],
    ['claim-zzFAKEzzCLAIMzz', 'claimCode'],
    ['  Claim-zzFAKE', 'claimCode'],
    ['transient-00000000-0000-4000-8000-000000000001', 'token'],
    ['zzFAKEzzACCOUNTzz001', 'token'],
    ['X-Plex-Token: zzFAKEzzACCOUNTzz001', 'token'],
    ['http://192.0.2.5:32400/?X-Plex-Token=zz', 'token'],
    ['eyJ0eXAiOiJKV1QifQ.eyJpc3MiOiJwbGV4LnR2In0.c2ln', 'token'],
    ['zq0fakefakefakefakefake0q', 'token'],
    ['zzFA-KEzz-ACCO-UNTz', 'token'],
  ])('is not in %j (%s)', (text, trouble) => {
    expect(readLinkCode(text)).toEqual({
      ok: false,
      error: { code: 'link.codeMalformed', trouble },
    });
  });

  test.each([`plex.tv/link?${'a&'.repeat(500_000)}`, '- '.repeat(500_000)])(
    'is looked for in a million characters (case %#)',
    (text) => {
      expect(readLinkCode(text).ok).toBe(false);
    },
  );
});
