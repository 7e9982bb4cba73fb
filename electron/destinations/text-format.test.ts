import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DestinationFormat } from '../../shared/model/destination.ts';
import { findSpot, urlKeyBeside, withNewKey, withValues } from './text-format.ts';

const oldToken = 'zzFAKEzzOLDzzTOKEN01';
const newToken = 'zzFAKEzzNEWzzTOKEN02';

/** A file as its program has it, and the file after the token was replaced, which differs in nothing else. */
const kometa = `## Kometa's own settings
libraries:
  Movies:
    metadata_path: config/Movies.yml   # mine
settings: &shared
  cache: true
plex:                                   # the server
  url: http://192.0.2.5:32400
  token: ${oldToken}    # never share
  timeout: 60
tmdb:
  <<: *shared
  apikey: 1234567890abcdef
`;
const tautulli = `[General]
first_run_complete = 1
[PMS]
pms_identifier = 0123456789
pms_token = ${oldToken}
pms_url = http://192.0.2.5:32400
; pms_token = of another time
[Advanced]
pms_token_note = "keep # this"
`;
const plexApi = `[plexapi]
container_size = 50

[auth]
myplex_username = robin
server_baseurl = http://192.0.2.5:32400
server_token = ${oldToken}
`;
const compose = `# Compose
export TZ="Pacific/Auckland"
PLEX_TOKEN="${oldToken}" # quoted
PLEX_URL=http://192.0.2.5:32400
#PLEX_TOKEN=commented
MULTI="first
PLEX_TOKEN=inside
last"
`;
const json = `{
  // comments are fine
  "plex": { "hostname": "192.0.2.5", "token": "${oldToken}", "list": [1, 2,], },
}
`;
const files: readonly (readonly [DestinationFormat, string, string])[] = [
  ['yaml', 'plex.token', kometa],
  ['yaml', 'plex.token', `plex: {url: http://192.0.2.5, token: '${oldToken}'}`],
  ['yaml', 'servers.1.token', `servers:\n- token: other\n- token: "${oldToken}"\n`],
  ['yaml', 'plex_token', `plex_token: &tok ${oldToken}\nagain: *tok\n`],
  ['yaml', 'a\\.b.token', `a.b:\n  token: ${oldToken}\n`],
  ['ini', 'PMS.pms_token', tautulli],
  ['ini', 'auth.server_token', plexApi],
  ['ini', 'AUTH.Server_Token', plexApi],
  ['ini', 'a.b.token', `[a]\nb.x = 1\n[a.b]\ntoken: '${oldToken}'   ; note\n`],
  ['ini', 'token', `token=${oldToken}\n[later]\ntoken=other`],
  ['env', 'PLEX_TOKEN', compose],
  ['env', 'TOKEN', `TOKEN = ${oldToken} # why\nOTHER='x'`],
  ['json', 'plex.token', json],
  ['json', 'servers.0.token', `{"servers":[{"token":"${oldToken}"}]}`],
];
const shapes = [
  ['as it is', (text: string) => text],
  ['with CRLF', (text: string) => text.replaceAll('\n', '\r\n')],
  ['with a BOM', (text: string) => `\ufeff${text}`],
  ['without a line end at its end', (text: string) => text.replace(/\n$/, '')],
] as const;

describe.each(shapes)('a file %s', (_what, shaped) => {
  test.each(files)('%s, %s: nothing but the token is another one', (format, key, text) => {
    const before = shaped(text);
    const spot = findSpot(format, before, key);
    expect(spot).toMatchObject({ ok: true, value: { value: oldToken } });
    const after = withValues(format, before, [{ key, value: newToken }]);
    expect(after).toEqual({ ok: true, value: before.replace(oldToken, newToken) });
  });
});

test.each([
  ['yaml', 'plex.token', 'plex:\n  token:\n  url: x\n', `plex:\n  token: ${newToken}\n  url: x\n`],
  ['yaml', 'plex.token', 'plex:\n  token: \n', `plex:\n  token: ${newToken}\n`],
  ['yaml', 'plex.token', 'plex:\n  token: null\n', `plex:\n  token: ${newToken}\n`],
  ['ini', 'PMS.pms_token', '[PMS]\npms_token =\nx=1', `[PMS]\npms_token =${newToken}\nx=1`],
  ['ini', 'PMS.pms_token', '[PMS]\npms_token = ""\n', `[PMS]\npms_token = "${newToken}"\n`],
  ['env', 'PLEX_TOKEN', "PLEX_TOKEN=''\nA=1", `PLEX_TOKEN='${newToken}'\nA=1`],
  ['env', 'PLEX_TOKEN', 'PLEX_TOKEN=\nA=1', `PLEX_TOKEN=${newToken}\nA=1`],
  ['json', 'token', '{"token": null}', `{"token": "${newToken}"}`],
  ['file', null, '', newToken],
  ['file', null, `${oldToken}\n`, newToken],
] as const)('%s, %s: a place that is empty is filled: %j', (format, key, before, after) => {
  expect(findSpot(format, before, key).ok).toBe(true);
  expect(withValues(format, before, [{ key, value: newToken }])).toEqual({
    ok: true,
    value: after,
  });
});

test.each([
  ['yaml', 'plex.token', 'a: &t x\nplex:\n  token: *t\n', 'destination.notReplaceable'],
  ['yaml', 'plex.token', 'plex:\n  token: |\n    several\n', 'destination.notReplaceable'],
  ['yaml', 'plex.token', 'plex:\n  token: [a]\n', 'destination.notReplaceable'],
  ['yaml', 'plex.token', 'base: &b\n  token: x\nplex:\n  <<: *b\n', 'destination.noKey'],
  ['yaml', 'plex.token', 'plex:\n  token: a\n  token: b\n', 'destination.ambiguous'],
  ['yaml', 'plex.token', 'plex:\n  token: a\n---\nplex:\n  token: b\n', 'destination.ambiguous'],
  ['yaml', 'plex.token', 'plex:\n\ttoken: "a\n', 'destination.unparsable'],
  ['yaml', 'plex.token', 'plex:\n  token: !secret plex\n', 'destination.notReplaceable'],
  ['yaml', 'plex.token', 'plex: text\n', 'destination.noKey'],
  ['yaml', 'plex.token', '', 'destination.noKey'],
  ['ini', 'PMS.pms_token', '[PMS]\npms_token = a\npms_token = b\n', 'destination.ambiguous'],
  ['ini', 'PMS.pms_token', '[PMS]\npms_token = a\n  more\n', 'destination.notReplaceable'],
  ['ini', 'PMS.pms_token', '[Other]\npms_token = a\n', 'destination.noKey'],
  ['env', 'PLEX_TOKEN', 'PLEX_TOKEN=a\nPLEX_TOKEN=b\n', 'destination.ambiguous'],
  ['env', 'PLEX_TOKEN', 'MY_PLEX_TOKEN=a\n# PLEX_TOKEN=b\n', 'destination.noKey'],
  ['json', 'plex.token', '{"plex": {"token": 5}}', 'destination.notReplaceable'],
  ['json', 'plex.token', '{"plex": {"token": "a", "token": "b"}}', 'destination.ambiguous'],
  ['json', 'plex.token', '{"plex": ', 'destination.unparsable'],
  ['json', 'plex.token', '{"plex": {}}', 'destination.noKey'],
  ['file', null, 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5 robin@desk\n', 'destination.notAlone'],
  ['file', null, '#!/bin/sh\necho\n', 'destination.notAlone'],
  ['file', null, `${oldToken}\n${oldToken}\n`, 'destination.notAlone'],
  ['file', null, 'short', 'destination.notAlone'],
] as const)('%s, %s: %j is refused', (format, key, text, code) => {
  expect(findSpot(format, text, key)).toMatchObject({ ok: false, error: { code } });
});

test('what is nested without end is refused', () => {
  const text = `{"plex": ${'['.repeat(50_000)}`;
  expect(findSpot('json', text, 'plex.token')).toMatchObject({
    error: { code: 'destination.unparsable' },
  });
});

test('a value that YAML would read as something else is quoted', () => {
  for (const value of [
    '12345678901234567890',
    '0x1234567890',
    'true',
    '1e5',
    'http://192.0.2.5:',
  ]) {
    const after = withValues('yaml', 'token: old\n', [{ key: 'token', value }]);
    expect(after).toEqual({ ok: true, value: `token: ${JSON.stringify(value)}\n` });
  }
});

test('an env file gets a key that it does not have, in lines like its own', () => {
  expect(withNewKey('A=1\r\n', 'PLEX_TOKEN', 'x')).toBe('A=1\r\nPLEX_TOKEN=x\r\n');
  expect(withNewKey('A=1', 'PLEX_TOKEN', 'x')).toBe('A=1\nPLEX_TOKEN=x');
  expect(withNewKey('', 'PLEX_TOKEN', 'x')).toBe('PLEX_TOKEN=x\n');
});

test.each([
  ['env', compose, 'PLEX_TOKEN', 'PLEX_URL'],
  ['ini', tautulli, 'PMS.pms_token', 'PMS.pms_url'],
  ['ini', plexApi, 'auth.server_token', 'auth.server_baseurl'],
  ['yaml', kometa, 'plex.token', 'plex.url'],
  ['env', 'PLEX_BASEURL=x\nPLEX_TOKEN=y\n', 'PLEX_TOKEN', 'PLEX_BASEURL'],
  ['json', json, 'plex.token', null],
  ['env', 'SECRET=x\nURL=y\n', 'SECRET', null],
] as const)('the address stands beside the token in %s', (format, text, key, urlKey) => {
  expect(urlKeyBeside(format, text, key)).toBe(urlKey);
});

test('the token and the address are written together', () => {
  const after = withValues('yaml', kometa, [
    { key: 'plex.token', value: newToken },
    { key: 'plex.url', value: 'https://192-0-2-5.0123.plex.direct:32400' },
  ]);
  expect(after).toEqual({
    ok: true,
    value: kometa
      .replace(oldToken, newToken)
      .replace('http://192.0.2.5:32400', 'https://192-0-2-5.0123.plex.direct:32400'),
  });
});

test.each([
  ['env', `PLEX_TOKEN=${' '.repeat(1_000_000)}\n`],
  ['ini', `[PMS]\npms_token =${' '.repeat(1_000_000)}\n`],
  ['ini', `[PMS]\npms_token${' '.repeat(1_000_000)}\n`],
  ['ini', `${'['.repeat(1_000_000)}\n`],
  ['env', `PLEX_TOKEN="${'\\x'.repeat(400_000)}`],
  ['file', ' '.repeat(1_000_000)],
] as const)('a line of a million signs is gone through in no time: %s', (format, text) => {
  const key = format === 'env' ? 'PLEX_TOKEN' : format === 'ini' ? 'PMS.pms_token' : null;
  const spot = findSpot(format, text, key);
  expect(spot.ok ? spot.value.start : spot.error.code).toBeDefined();
});

test('whatever token is written is read back as it is', () => {
  const tokens = fc.stringMatching(/^[\x21-\x7e]{1,40}$/);
  fc.assert(
    fc.property(fc.constantFrom(...files), tokens, ([format, key, text], token) => {
      // ConfigObj and configparser have no way to write these.
      if (format === 'ini' && /["';#]/.test(token)) return;
      const after = withValues(format, text, [{ key, value: token }]);
      if (!after.ok) throw new Error(after.error.code);
      expect(findSpot(format, after.value, key)).toMatchObject({ value: { value: token } });
    }),
    { numRuns: 500 },
  );
});
