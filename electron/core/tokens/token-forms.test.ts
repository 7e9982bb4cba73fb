import fc from 'fast-check';
import { parseEnv } from 'node:util';
import { describe, expect, test } from 'vitest';
import { tokenForms, type TokenForm } from '../../../shared/model/token.ts';
import { hostileTokens } from './testing/hostile-tokens.ts';
import { asPowerShellRuns } from './testing/power-shell.ts';
import { writeTokenAs as writeFor, type TokenToWrite } from './token-forms.ts';

const token = 'transient-3f1c9a04-aaaa-4bbb-8ccc-0123456789ab';
const uri = 'https://192-0-2-1.zz.plex.direct:32400';

const writeTokenAs = (form: TokenForm, to: TokenToWrite): string => writeFor(form, to, 'linux');

const visible = fc
  .array(fc.integer({ min: 0x21, max: 0x7e }), { minLength: 1, maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes));

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
});

describe('a token of any characters', () => {
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

describe('a curl command on Windows', () => {
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
