import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { redactedMark } from '../../../shared/model/account.ts';
import { anyText } from '../testing/answering.ts';
import { scrubText } from './scrubber.ts';

const secret = 'zzFAKEzz-TOKENzz_001';
const jwt = 'eyJ0eXAiOiJKV1QifQ.eyJpc3MiOiJwbGV4In0.c2lnbmF0dXJl';

describe('scrubbing text', () => {
  test.each([
    ['a query', `GET /user?X-Plex-Token=${secret}&a=1`],
    ['an encoded query', `next=%2Fuser%3FX-Plex-Token%3D${secret}%26a%3D1`],
    ['a twice encoded query', `next=%252Fuser%253FX-Plex-Token%253D${secret}%2526a%253D1`],
    ['small percent letters', `%3fX-Plex-Token%3d${secret}%26a`],
    ['JSON', `{"authToken":"${secret}","a":1}`],
    ['JSON with spaces', `{ "authToken" : "${secret}" }`],
    ['JSON in JSON', String.raw`{"value":"{\"authToken\":\"${secret}\"}"}`],
    ['encoded JSON', `%7B%22authToken%22%3A%22${secret}%22%7D`],
    ['JSON in an attribute', `value="{&quot;authToken&quot;:&quot;${secret}&quot;}"`],
    ['an attribute', `<user id="1" authToken="${secret}" title="x"/>`],
    ['a single quoted attribute', `<user authToken='${secret}'/>`],
    ['a header line', `X-Plex-Token: ${secret}`],
    ['an inspected object', `{ token: '${secret}' }`],
    ['a list', `{"token":["${secret}"]}`],
    ['a bearer header', `authorization: Bearer ${secret}`],
    ['a cookie line', `Cookie: a=b; session=${secret}`],
    ['a command line', `usher --token=${secret}`],
    ['a form', `login=pat&password=${secret}&rememberMe=true`],
    ['a hash rocket', `:token => ${secret}`],
    ['a token first in an encoded query', `%3Ftoken%3D${secret}`],
  ])('takes a secret field out of %s', (_where, text) => {
    const clean = scrubText(text);
    expect(clean).not.toContain(secret);
    expect(clean).toContain(redactedMark);
  });

  test('takes a verification code and a PIN out of a form', () => {
    expect(scrubText('a=1&verificationCode=123456&pin=4321&b=2')).toBe(
      `a=1&verificationCode=${redactedMark}&pin=${redactedMark}&b=2`,
    );
  });

  test('takes out a password with spaces, quotes and commas between quotes', () => {
    expect(scrubText(String.raw`{"password":"a \"b\", c d","x":"y"}`)).toBe(
      `{"password":"${redactedMark}","x":"y"}`,
    );
  });

  test.each([
    'transient-00000000-0000-4000-8000-000000000001',
    'path/transient-00000000-0000-4000-8000-000000000001/x',
    '%20transient-00000000-0000-4000-8000-000000000001',
    'claim-zz00fakefakefakefake',
    jwt,
    jwt.replaceAll('.', '%2E'),
    'eyJ.fake.plexjwt',
  ])('takes out a token that shows by its form: %s', (text) => {
    expect(scrubText(`got ${text} today`)).not.toMatch(/0000-4000|fake|eyJ/);
  });

  test.each([
    ['as it is', (text: string) => text],
    ['URL-encoded', encodeURIComponent],
    ['URL-encoded twice', (text: string) => encodeURIComponent(encodeURIComponent(text))],
    ['in JSON', (text: string) => JSON.stringify(text).slice(1, -1)],
    ['in a form', (text: string) => new URLSearchParams({ a: text }).toString()],
    [
      'with small percent letters',
      (text: string) =>
        encodeURIComponent(text).replaceAll(/%../g, (escape) => escape.toLowerCase()),
    ],
  ])('takes out a known value %s', (_how, spell) => {
    const known = 'p/a ss"wörd';
    expect(scrubText(`before ${spell(known)} after`, [known])).toMatch(
      /^before (a=)?\[redacted\] after$/,
    );
  });

  test('does not take short known values out of words', () => {
    expect(scrubText('the cat sat', ['cat', ''])).toBe('the cat sat');
  });

  test.each([
    'token.rejected account=4f {"code":"token.rejected","status":401}',
    '{"token":null,"accessToken":"","hasPassword":true,"isOwned":false}',
    'servers.refreshed count=3 elapsedMs=120',
    'reclaim-something-nice',
    'https://plex.tv/users/00aa11bb22cc33dd/avatar?c=1',
    '{"tokens":[{"id":"4f","kind":"transient"}],"tokens":[]}',
    '{"name":"title","value":"Attic"}<code>token.rejected</code>',
    'aW5ub2NlbnQgd29yZHMgaW4gYmFzZTY0',
  ])('leaves what is no secret: %s', (text) => {
    expect(scrubText(text)).toBe(text);
  });

  test('finds any known value in any text, and scrubbing again changes nothing', () => {
    fc.assert(
      fc.property(
        anyText(),
        fc.stringMatching(/^[A-Za-z0-9_-]{8,30}$/),
        anyText(),
        (before, known, after) => {
          const clean = scrubText(`${before}${known}${after}`, [known]);
          expect(clean).not.toContain(known);
          expect(scrubText(clean, [known])).toBe(clean);
        },
      ),
    );
  });

  test.each([
    'a'.repeat(300_000),
    '%41'.repeat(100_000),
    'a="'.repeat(100_000),
    '\\"'.repeat(150_000),
    'token= '.repeat(50_000),
    'eyJ'.repeat(100_000),
    'eyJ.'.repeat(75_000),
    'transient-'.repeat(30_000),
    'cookie: '.repeat(40_000),
    'tokens:["'.repeat(35_000),
    'token:[{'.repeat(40_000),
    '<token>'.repeat(45_000),
    '<token a '.repeat(35_000),
    'name=token value={'.repeat(17_000),
    'value=x name=token '.repeat(16_000),
    String.raw`\u005c`.repeat(50_000),
    'dG9rZW49'.repeat(40_000),
  ])('takes a secret out of hostile text too (case %#)', (text) => {
    expect(scrubText(`${text.slice(0, 120_000)} ${secret}`, [secret])).not.toContain(secret);
  });
});
