import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../../plex/testing/answering.ts';
import { findTokens } from './find-tokens.ts';

const classic = 'zzFAKEzzPASTEDzz0001';
const other = 'zzFAKEzzOTHERzzz0002';
const transient = 'transient-00000000-0000-4000-8000-000000000001';
const claim = 'claim-zzFAKEclaimCode0001';
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = `${part({ alg: 'EdDSA', typ: 'JWT' })}.${part({ iss: 'plex.tv' })}.zzFAKEsignature`;

const found = (pasted: string, limit = 20) =>
  findTokens(pasted, limit).tokens.map(({ token, place }) => [
    token,
    place.field,
    place.label,
    place.host,
  ]);

describe('a token is found', () => {
  test.each([
    ['alone', classic],
    ['alone, with blanks and breaks around it', `\n\t ${classic} \r\n`],
    ['alone, in quotes', `"${classic}"`],
    ['alone, in the marks of a chat', `\`${classic}\`.`],
    ['with what a page puts in unseen', `\u200b${classic}\ufeff`],
    ['in a sentence', `My token is ${classic}, please help!`],
    ['alone, transient', transient],
    ['alone, a JWT', jwt],
    ['in the middle of a sentence, a JWT', `It says ${jwt} and then nothing.`],
    ['alone, a claim code', claim],
  ])('%s', (_form, pasted) => {
    expect(found(pasted)).toEqual([
      [expect.stringMatching(/^(?:zzFAKE|transient-|eyJ|claim-)/), null, null, null],
    ]);
    expect(pasted).toContain(found(pasted)[0]?.[0]);
  });

  test.each([
    ['a header', `X-Plex-Token: ${classic}`, 'X-Plex-Token'],
    ['a header in small letters', `x-plex-token:${classic}`, 'x-plex-token'],
    ['a header of curl', `-H 'X-Plex-Token: ${classic}'`, 'X-Plex-Token'],
    [
      'a header of curl, in double quotes',
      `--header "X-Plex-Token: ${classic}" \\`,
      'X-Plex-Token',
    ],
    ['an authorization', `Authorization: Bearer ${jwt}`, 'Authorization'],
    ['an authorization of another scheme', `authorization: Token ${classic}`, 'authorization'],
    ['several headers', `Accept: */*\nX-Plex-Token: ${classic}\nHost: x`, 'X-Plex-Token'],
    ['PowerShell', `@{ "X-Plex-Token" = "${classic}" }`, 'X-Plex-Token'],
    ['Ruby', `{ 'X-Plex-Token' => '${classic}' }`, 'X-Plex-Token'],
    ['a query string', `?X-Plex-Token=${classic}&X-Plex-Product=Usher`, 'X-Plex-Token'],
    ['a query string that is encoded', `X-Plex-Token%3D${classic}%26a%3Db`, 'X-Plex-Token'],
    ['one that is encoded twice', `X-Plex-Token%253D${classic}%2526a`, 'X-Plex-Token'],
    ['Preferences.xml', `AcceptedEULA="1" PlexOnlineToken="${classic}" x="y"`, 'PlexOnlineToken'],
    ['an .env file', `PLEX_URL=http://attic:32400\nPLEX_TOKEN=${classic}\n`, 'PLEX_TOKEN'],
    ['an .env file, exported', `export PLEX_TOKEN="${classic}"`, 'PLEX_TOKEN'],
    ['YAML', `plex:\n  url: attic\n  token: ${classic}\n`, 'token'],
    ['YAML, quoted', `plex_token: '${classic}' # mine`, 'plex_token'],
    ['an ini file', `[auth]\nserver_baseurl = x\nserver_token = ${classic}`, 'server_token'],
    ['Tautulli’s settings', `pms_token = "${classic}"`, 'pms_token'],
    ['a fragment of JSON', `"username":"pat","authToken":"${classic}",`, 'authToken'],
    ['JSON within JSON', `"body":"{\\"auth_token\\":\\"${classic}\\"}"`, 'auth_token'],
    ['JSON that is cut off', `{"user":{"authToken":"${classic}","title":"p`, 'authToken'],
    ['XML that is cut off', `<user id="1" authToken="${classic}"`, 'authToken'],
    ['XML as a page shows it', `&lt;user authToken=&quot;${classic}&quot;&gt;`, 'authToken'],
    [
      'a local storage',
      `myPlexAccessToken	${classic}\nmyPlexAccessToken: ${classic}`,
      'myPlexAccessToken',
    ],
    [
      'a log',
      `DEBUG - Request: [127.0.0.1] GET /?X-Plex-Token=${classic} (12 live)`,
      'X-Plex-Token',
    ],
    ['a docker command', `docker run -e PLEX_TOKEN=${classic} image`, 'PLEX_TOKEN'],
    ['a claim code for docker', `PLEX_CLAIM=${claim}`, null],
  ])('in %s', (_form, pasted, field) => {
    expect(found(pasted)).toEqual([[expect.any(String), field, null, null]]);
    expect(pasted).toContain(found(pasted)[0]?.[0]);
  });

  test.each([
    ['an address', `https://attic.invalid:32400/library?X-Plex-Token=${classic}`],
    ['an address with a name in it', `https://u:p@attic.invalid:32400/?X-Plex-Token=${classic}`],
    ['a command', `curl -H 'X-Plex-Token: ${classic}' 'https://attic.invalid:32400/identity'`],
    ['an address as a value', `PLEX=https://attic.invalid:32400/?X-Plex-Token=${classic}`],
    [
      'an address in another',
      `https://attic.invalid:32400/go?next=https%3A%2F%2Fb.invalid%2F%3FX-Plex-Token%3D${classic}`,
    ],
    ['a record', `{"thumb":"https://attic.invalid:32400/x?X-Plex-Token=${classic}"}`],
  ])('in %s, and its host is told', (_form, pasted) => {
    expect(found(pasted)).toEqual([[classic, 'X-Plex-Token', null, 'attic.invalid:32400']]);
  });
});

describe('every token of a record is found, told apart by field and by name', () => {
  test.each([
    [
      'an account',
      JSON.stringify({
        id: 1,
        title: 'pat',
        pin: 'zzFAKEpinHash00000000',
        authToken: classic,
        services: [{ identifier: 'metadata', token: other, secret: 'zzFAKEsecret00000000' }],
      }),
      [
        [classic, 'authToken', 'pat', null],
        [other, 'token', 'metadata', null],
      ],
    ],
    [
      'resources',
      JSON.stringify([
        { name: 'Attic', accessToken: classic, connections: [] },
        { name: 'Phone', accessToken: null },
        { name: 'Cabin', accessToken: other },
      ]),
      [
        [classic, 'accessToken', 'Attic', null],
        [other, 'accessToken', 'Cabin', null],
      ],
    ],
    [
      'the device list',
      `<?xml version="1.0"?><MediaContainer size="2"><Device name="" product="Plex Web" token="${classic}"/>` +
        `<Device name="Attic &amp; co" token="${other}"><Connection uri="x"/></Device></MediaContainer>`,
      [
        [classic, 'token', 'Plex Web', null],
        [other, 'token', 'Attic & co', null],
      ],
    ],
    [
      'two lines of the device list',
      `<Device name="one" token="${classic}"/>\n<Device name="two" token="${other}"/>`,
      [
        [classic, 'token', 'one', null],
        [other, 'token', 'two', null],
      ],
    ],
    [
      'a server’s answer',
      `<MediaContainer size="0" token="${transient}"></MediaContainer>`,
      [[transient, 'token', null, null]],
    ],
    [
      'a server’s answer about a source',
      `{"MediaContainer":{"Device":{"name":"Attic","accessToken":"${transient}"}}}`,
      [[transient, 'accessToken', 'Attic', null]],
    ],
    [
      'a whole Preferences.xml',
      `<?xml version="1.0" encoding="utf-8"?>\n<Preferences FriendlyName="Attic" PlexOnlineToken="${classic}"/>`,
      [[classic, 'PlexOnlineToken', 'Attic', null]],
    ],
    [
      'the headers of a recording',
      `{"headers":[{"name":"X-Plex-Token","value":"${classic}"},{"name":"Cookie","value":"a=b"}]}`,
      [[classic, 'X-Plex-Token', null, null]],
    ],
    ['an answer to an exchange', `{"auth_token":"${jwt}"}`, [[jwt, 'auth_token', null, null]]],
    [
      'a header in a record',
      `{"Authorization":"Bearer ${jwt}"}`,
      [[jwt, 'Authorization', null, null]],
    ],
  ])('%s', (_form, pasted, expected) => {
    expect(found(pasted)).toEqual(expected);
  });

  test('once each, and those that stand alone line by line', () => {
    expect(found(`${classic}\n\n${other}\n${classic}\n`).map(([token]) => token)).toEqual([
      classic,
      other,
    ]);
  });

  test('a name that repeats a secret is scrubbed, and one without end is cut', () => {
    const [, , label] =
      found(JSON.stringify({ name: `it is ${classic}`, token: classic }))[0] ?? [];
    expect(label).toBe('it is [redacted]');
    const long = found(JSON.stringify({ name: '🎬'.repeat(500), token: classic }))[0]?.[2] ?? '';
    expect(long.length).toBeLessThanOrEqual(80);
  });

  test('a record nested without end is looked through to its end', () => {
    const depth = 100_000;
    const pasted = `${'[{"a":'.repeat(depth)}{"token":"${classic}"}${'}]'.repeat(depth)}`;
    expect(found(pasted).map(([token]) => token)).toEqual([classic]);
  });
});

describe('nothing is taken for a token', () => {
  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t '],
    ['a word', 'hello'],
    ['a sentence', 'How do I find my token? I looked everywhere.'],
    ['a password', 'password=correct-horse-battery-staple'],
    ['a password in a sentence', `My password: ${classic}`],
    ['a user name and a password', 'Authorization: Basic dXNlcjpwYXNzd29yZDEyMzQ='],
    ['the same in a record', '{"Authorization":"Basic dXNlcjpwYXNzd29yZDEyMzQ="}'],
    ['a token of another service', `GITHUB_TOKEN=ghp_zzFAKEzzFAKEzzFAKEzz01`],
    ['one in another service’s header', `X-Emby-Token: ${classic}`],
    ['a cookie', `Cookie: session=${classic}`],
    ['a key of AWS', 'AKIAIOSFODNN7ABCDEFG'],
    ['an identifier', '00000000-0000-4000-8000-000000000001'],
    ['a masked token', 'X-Plex-Token: xxxxxxxxxxxxxxxxxxxx'],
    ['a redacted one', 'X-Plex-Token=[redacted]'],
    ['dots in its place', 'X-Plex-Token: ••••••••••••'],
    ['a stand-in', 'X-Plex-Token: YOUR_TOKEN_HERE'],
    ['a variable', 'curl -H "X-Plex-Token: ${PLEX_TOKEN_OF_ATTIC}"'],
    ['an empty field', '{"authToken":"","token":null,"accessToken":7}'],
    ['whether there is one', '{"hasToken":"zzFAKEzzPASTEDzz0001"}'],
    ['a page', '<!doctype html><html><body>Sign in to Plex</body></html>'],
    ['an address without one', 'https://app.plex.tv/desktop/#!/'],
    [
      'a list of many words',
      Array.from({ length: 40 }, (_, i) => `aWordOfSomeSize${i}`).join('\n'),
    ],
  ])('%s', (_form, pasted) => {
    expect(found(pasted)).toEqual([]);
  });
});

describe('whatever is pasted', () => {
  test('no more than the limit is found, and that there is more is told', () => {
    const devices = Array.from({ length: 1_000 }, (_, i) => ({ token: `zzFAKEzzDEVICE${i}z` }));
    const result = findTokens(JSON.stringify(devices), 20);
    expect(result.tokens).toHaveLength(20);
    expect(result.isCutOff).toBe(true);
    expect(findTokens(JSON.stringify(devices.slice(0, 20)), 20).isCutOff).toBe(false);
  });

  test('it never throws, never finds more than the limit, and finds each once', () => {
    const piece = fc.oneof(
      anyText(),
      fc.constantFrom(
        ...['{', '[', '<', '}', ']', '>', '"', '\n', 'X-Plex-Token: ', 'token=', '%3D', 'http://'],
        ...[classic, other, transient, claim, jwt, '<Device token="', '{"authToken":"', 'Bearer '],
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 1, max: 3 }),
        (parts, limit) => {
          const { tokens } = findTokens(parts.join(''), limit);
          expect(tokens.length).toBeLessThanOrEqual(limit);
          expect(new Set(tokens.map(({ token }) => token)).size).toBe(tokens.length);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  // A search that goes back over what it has read would take a million times a million steps for these, and not end.
  test.each([
    ...['a', '\n', '"', '%25', '{', '[', '<', '<a ', '</', '<!--', '<![CDATA[', '<a b="', '&amp;'],
    ...[
      '{"a":',
      '[{"token":',
      'token=x ',
      'token=abcdefghijkl ',
      'X-Plex-Token:',
      'http',
      'https://a ',
    ],
    ...[
      'eyJ',
      'eyJ.',
      'transient-',
      ';;;;',
      'a=',
      'a="',
      '<Device token="abcdefghijkl"/>',
      '&quot;',
    ],
  ])('a million characters of %j are gone through', (piece) => {
    const pasted = piece.repeat(Math.ceil(1_000_000 / piece.length)).slice(0, 1_000_000);
    expect(findTokens(`${pasted}x`, 20).tokens.length).toBeLessThanOrEqual(20);
  });
});
