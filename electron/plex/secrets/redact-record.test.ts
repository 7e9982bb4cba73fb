import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactedMark } from '../../../shared/model/account.ts';
import { redactRecord } from './redact-record.ts';

describe('redacting a record', () => {
  test('replaces secret fields at any depth, and shows that something was there', () => {
    expect(
      redactRecord({ id: 1, authToken: 'abc', list: [{ secret: 'd', token: { deep: 'e' } }] }),
    ).toEqual({
      id: 1,
      authToken: redactedMark,
      list: [{ secret: redactedMark, token: redactedMark }],
    });
  });

  test('keeps null and "", which say that there is no secret', () => {
    expect(redactRecord({ token: null, secret: '' })).toEqual({ token: null, secret: '' });
  });

  test('keeps what only says whether there is a secret', () => {
    expect(redactRecord({ hasPassword: true })).toEqual({ hasPassword: true });
  });

  test('replaces secrets inside strings that are JSON, and leaves other such strings as they were', () => {
    const clean = redactRecord({
      value: '{"a":{"accessToken":"abc"},"b":[1]}',
      other: '{ "spaced":  1 }',
      broken: '{"authToken":"abcdefgh"',
    });
    expect(clean).toEqual({
      value: `{"a":{"accessToken":"${redactedMark}"},"b":[1]}`,
      other: '{ "spaced":  1 }',
      broken: `{"authToken":"${redactedMark}"`,
    });
  });

  test('replaces the value of a setting whose id is the name of a secret', () => {
    expect(redactRecord([{ id: 'serverToken', value: 'abc' }])).toEqual([
      { id: 'serverToken', value: redactedMark },
    ]);
  });

  test('replaces a known secret wherever it stands', () => {
    expect(redactRecord({ note: 'it is abcdefgh.', abcdefgh: 1 }, ['abcdefgh'])).toEqual({
      note: `it is ${redactedMark}.`,
      [redactedMark]: 1,
    });
  });

  test('takes a "__proto__" key for a mere key', () => {
    const clean = redactRecord(
      JSON.parse('{"__proto__":{"polluted":1},"constructor":{"token":"x"}}'),
    );
    expect(JSON.stringify(clean)).toBe(
      `{"__proto__":{"polluted":1},"constructor":{"token":"${redactedMark}"}}`,
    );
    expect(Object.getPrototypeOf(clean)).toBe(Object.prototype);
  });

  test('hides what is nested too deep to be looked at, and survives a loop', () => {
    const loop: Record<string, unknown> = { note: 'deep' };
    loop['self'] = loop;
    expect(JSON.stringify(redactRecord(loop))).toContain(redactedMark);
    let nested: unknown = 'bottom';
    for (let depth = 0; depth < 5000; depth += 1) nested = [nested];
    expect(JSON.stringify(redactRecord(nested))).not.toContain('bottom');
  });

  test('hides what is nested too deep inside a string that is JSON', () => {
    const text = `${'['.repeat(20_000)}"secret"${']'.repeat(20_000)}`;
    const shown = JSON.stringify(redactRecord({ preferences: text }));
    expect(shown).toContain(redactedMark);
    expect(shown).not.toContain('secret');
  });

  test('hides a text too long to be looked at', () => {
    expect(redactRecord({ blob: 'x'.repeat(200_000) })).toEqual({ blob: redactedMark });
  });

  test('takes facts for a log: errors, and what JSON has no form for', () => {
    expect(
      redactRecord({
        error: new TypeError('no X-Plex-Token=abcdefgh'),
        count: 12n,
        missing: undefined,
        wrong: Number.NaN,
        call: () => 1,
      }),
    ).toEqual({
      error: `TypeError: no X-Plex-Token=${redactedMark}`,
      count: '12',
      missing: null,
      wrong: null,
      call: redactedMark,
    });
  });

  test('never throws and never lets a secret field through', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withDate: true }), (data) => {
        const clean = JSON.stringify(
          redactRecord({ data, token: data, inner: [{ authToken: 'zzSECRETzz' }] }),
        );
        expect(clean).not.toContain('zzSECRETzz');
      }),
    );
  });
});
