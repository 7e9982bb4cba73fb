import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { tokenForms } from '../../shared/model/token-form.ts';
import type { TokenForm } from '../../shared/model/token-form.ts';
import { shellQuoted } from '../shell-quoted.ts';
import { asPowerShellRuns } from '../testing/power-shell.ts';
import { writeTokenAs as writeFor, type TokenToWrite } from './write-token-as.ts';

const token = 'transient-3f1c9a04-aaaa-4bbb-8ccc-0123456789ab';
const uri = 'https://192-0-2-1.zz.plex.direct:32400';

const writeTokenAs = (form: TokenForm, to: TokenToWrite): string => writeFor(form, to, 'linux');

/** As any server might send it: every visible ASCII character may stand in a token. */
const hostileTokens = [
  "a'b; touch /tmp/owned #",
  '$(id)`id`"\\"',
  '-o/etc/passwd',
  '100',
  'true',
  '0x1F',
  '#comment',
  '~root',
  'a:~root',
  'a&b=c%20d+e',
  '${HOME}',
  'mixed\'"$`\\',
].map((text) => text.replaceAll(' ', '_'));

const visible = fc
  .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 1, maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes));

/** What a POSIX shell makes of the words of a line, the first left out. */
const wordsToShell = (line: string): readonly string[] =>
  execFileSync('sh', ['-c', `set -- ${line}; shift; printf '%s\\n' "$@"`], { encoding: 'utf8' })
    .trimEnd()
    .split('\n');

describe('a token is written', () => {
  test.each([
    ['raw', token],
    ['header', `X-Plex-Token: ${token}`],
    ['url', `${uri}/?X-Plex-Token=${token}`],
    ['curl', `curl -H 'X-Plex-Token: ${token}' '${uri}/'`],
    ['env', `PLEX_TOKEN=${token}`],
    ['yaml', `plex_token: "${token}"`],
    ['json', `{"token":"${token}","url":"${uri}/"}`],
  ] as const)('as %s', (form, line) => {
    expect(writeTokenAs(form, { token, uri })).toBe(line);
  });

  test('as JSON with the facts that are known of it', () => {
    const facts = { server: 'Zoë’s "attic" ☂', expiresAt: null };
    expect(JSON.parse(writeTokenAs('json', { token, uri, facts }))).toEqual({
      token,
      url: `${uri}/`,
      ...facts,
    });
  });

  test('as JSON without a sign that a terminal or an editor obeys', () => {
    const facts = { server: '\u009b31m\u061c\u202eAttic\u2066\u2028' };
    const written = writeTokenAs('json', { token, uri, facts });
    expect(written).toMatch(/^[\x20-\x7e]+$/);
    expect(JSON.parse(written)).toMatchObject(facts);
  });

  test('for a server behind a path, below that path', () => {
    const behind = { token, uri: 'https://example.invalid/plex' };
    expect(writeTokenAs('url', behind)).toBe(`https://example.invalid/plex/?X-Plex-Token=${token}`);
  });

  test('for what is to be asked there', () => {
    const asked = { token, uri: 'https://plex.tv', path: '/api/v2/user' };
    expect(writeTokenAs('curl', asked)).toBe(
      `curl -H 'X-Plex-Token: ${token}' 'https://plex.tv/api/v2/user'`,
    );
  });

  test('without an address where none is known', () => {
    expect(JSON.parse(writeTokenAs('json', { token, uri: null }))).toEqual({ token, url: null });
    expect(writeTokenAs('env', { token, uri: null })).toBe(`PLEX_TOKEN=${token}`);
  });

  test('for an address with characters of the shell, as one word', () => {
    const line = writeTokenAs('curl', { token, uri: "http://h.invalid/a';id;'$(id)" });
    const [, , address] = wordsToShell(line);
    expect(new URL(address ?? '').host).toBe('h.invalid');
    expect(wordsToShell(line)).toHaveLength(3);
  });
});

describe('a token of hostile characters', () => {
  test.each(hostileTokens)('%s is one word to the shell', (hostile) => {
    const words = wordsToShell(writeTokenAs('curl', { token: hostile, uri }));
    expect(words).toEqual(['-H', `X-Plex-Token: ${hostile}`, `${uri}/`]);
  });

  test.each(hostileTokens)('%s is read back by a shell that sources the .env line', (hostile) => {
    const script = `${writeTokenAs('env', { token: hostile, uri })}\nprintf %s "$PLEX_TOKEN"`;
    expect(execFileSync('sh', ['-c', script], { encoding: 'utf8' })).toBe(hostile);
  });

  test('is read back from .env, URL, YAML and JSON, whatever it is', () => {
    fc.assert(
      fc.property(visible, (any) => {
        const to = { token: any, uri };
        // A value with all three kinds of quotes has no form that every reader of .env files understands.
        if (!any.includes("'")) {
          expect(parseEnv(writeTokenAs('env', to))['PLEX_TOKEN']).toBe(any);
        }
        const url = new URL(writeTokenAs('url', to));
        expect(url.searchParams.get('X-Plex-Token')).toBe(any);
        expect(url.origin).toBe(uri);
        expect(JSON.parse(writeTokenAs('yaml', to).slice('plex_token: '.length))).toBe(any);
        expect(JSON.parse(writeTokenAs('json', to))).toMatchObject({ token: any });
      }),
    );
  });

  test.each(tokenForms)('that would break the line is refused as %s', (form) => {
    for (const broken of ['a\nb', 'a\r\nX-Evil: 1', 'a b', '', 'é', '\0']) {
      expect(() => writeTokenAs(form, { token: broken, uri })).toThrow();
    }
  });
});

describe('a curl line on Windows', () => {
  const onWindows = (to: TokenToWrite): string => writeFor('curl', to, 'win32');

  test('is one of PowerShell, which has a command of its own by the bare name', () => {
    expect(onWindows({ token, uri })).toBe(`curl.exe -H 'X-Plex-Token: ${token}' '${uri}/'`);
    expect(onWindows({ token: "it's", uri })).toBe(`curl.exe -H 'X-Plex-Token: it''s' '${uri}/'`);
  });

  test.each([...hostileTokens, 'a"b', 'a\\', '"', '\\"', '%PATH%', "''"])(
    '%s reaches curl as it is',
    (hostile) => {
      const ran = asPowerShellRuns(onWindows({ token: hostile, uri }));
      expect(ran).toEqual({ headers: [`X-Plex-Token: ${hostile}`], addresses: [`${uri}/`] });
    },
  );

  test('takes any token to curl, and nothing else', () => {
    fc.assert(
      fc.property(visible, (any) => {
        const ran = asPowerShellRuns(onWindows({ token: any, uri }));
        expect(ran).toEqual({ headers: [`X-Plex-Token: ${any}`], addresses: [`${uri}/`] });
      }),
    );
  });
});

test('any text quoted for a POSIX shell is one word to it, typographic quotes and all', () => {
  const texts = fc.sample(fc.string({ unit: 'grapheme' }), { numRuns: 200, seed: 11 });
  const whole = texts.filter((text) => !/[\0\n\r]/.test(text));
  const line = `curl ${whole.map((text) => shellQuoted(text, 'darwin')).join(' ')}`;
  expect(
    execFileSync('sh', ['-c', `set -- ${line}; shift; printf '%s\\n' "$@"`], { encoding: 'utf8' }),
  ).toBe(whole.map((text) => `${text}\n`).join(''));
});
