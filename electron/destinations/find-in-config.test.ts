import { describe, expect, test } from 'vitest';
import { findInConfig, findOwnStore } from './find-in-config.ts';

const token = (number: number): string => `zzFAKEzzOLDzzTOKEN0${number}`;

/** The program, key and token of each that is found, and what keeps it from being replaced. */
function found(path: string, text: string): readonly string[] {
  const tokens = findInConfig(path, text);
  if (!tokens.ok) throw new Error(tokens.error.code);
  return tokens.value.map(({ preset, destination, token: value, trouble }) =>
    [
      `${preset?.name ?? '?'} ${destination.format}#${destination.key ?? ''} ${value}`,
      ...(trouble === null ? [] : [trouble]),
    ].join(' '),
  );
}

const kometa = `# Kometa
libraries:
  Movies: # mine
    collection_files:
      - default: imdb
  TV. Shows:
    plex:
      url: http://192.0.2.5:32400
      token: "${token(2)}" # of the other server
  4K:
    plex: { url: 'http://192.0.2.6:32400', token: '${token(3)}' }
plex:
  url: http://192.0.2.4:32400
  token: ${token(1)}   # never share
trakt:
  authorization:
    access_token: zzFAKEzzOTHERzzTOKEN
tmdb:
  apikey: zzFAKEzzOTHERzzAPIKEY1
`;

const kometaFound = [
  `Kometa yaml#libraries.TV\\. Shows.plex.token ${token(2)}`,
  `Kometa yaml#libraries.4K.plex.token ${token(3)}`,
  `Kometa yaml#plex.token ${token(1)}`,
];

const tautulli = `[General]
api_key = zzFAKEzzOTHERzzAPIKEY1
[PMS]
pms_ip = 192.0.2.4
; pms_token = ${token(9)}
pms_token = ${token(1)}
pms_url = http://192.0.2.4:32400
[Boxcar]
boxcar_token = zzFAKEzzOTHERzzTOKEN
`;

const plexapi = `# ~/.config/plexapi/config.ini
[auth]
myplex_password = zzFAKEzzPASSWORDzz01
server_baseurl = http://127.0.0.1:32400
server_token = ${token(1)}
client_token: ${token(2)}
`;

const plexTraktSync = `# This is .env file for PlexTraktSync
PLEX_OWNER_TOKEN=${token(1)}
PLEX_ACCOUNT_TOKEN='${token(2)}'
PLEX_TOKEN=-
TRAKT_USERNAME=maja
`;

const servers = `servers:
  default:
    token: ${token(1)}
    urls:
      - http://192.0.2.4:32400
    config:
  Garage:
    token: ${token(2)}
    urls: []
`;

const autoLanguages = `plexautolanguages:
  update_level: show
  plex:
    url: "http://plex:32400"
    token: "${token(1)}"
  notifications:
    apprise_configs:
      - "gotify://hostname/zzFAKEzzOTHERzzTOKEN"
`;

const composeEnv = `export PLEX_TOKEN="${token(1)}" # of Kometa
X_PLEX_TOKEN=${token(2)}
TAUTULLI_PLEX_TOKEN=\${PLEX_TOKEN}
PLEX_CLAIM=claim-zzFAKEzzCLAIMzz0001
GITHUB_TOKEN=zzFAKEzzOTHERzzTOKEN
# PLEX_AUTH_TOKEN=${token(9)}
`;

const compose = `services:
  pal:
    environment:
      - TZ=Europe/Berlin/SomewhereNear
      - PLEX_TOKEN=${token(1)}
  sync:
    environment:
      PLEX_TOKEN: ${token(2)}
      DISCORD_TOKEN: zzFAKEzzOTHERzzTOKEN
    healthcheck:
      test: curl http://plex:32400/identity?X-Plex-Token=${token(3)}
`;

/** Every preset's file, and what is found there. */
const shapes: readonly (readonly [path: string, text: string, found: readonly string[]])[] = [
  ['/srv/kometa/config.yml', kometa, kometaFound],
  ['/srv/tautulli/config.ini', tautulli, [`Tautulli ini#PMS.pms_token ${token(1)}`]],
  [
    '/home/maja/.config/plexapi/config.ini',
    plexapi,
    [
      `python-plexapi ini#auth.server_token ${token(1)}`,
      `python-plexapi ini#auth.client_token ${token(2)}`,
    ],
  ],
  [
    '/srv/pts/.env',
    plexTraktSync,
    [
      `PlexTraktSync env#PLEX_OWNER_TOKEN ${token(1)}`,
      `PlexTraktSync env#PLEX_ACCOUNT_TOKEN ${token(2)}`,
    ],
  ],
  [
    '/srv/pts/servers.yml',
    servers,
    [
      `PlexTraktSync yaml#servers.default.token ${token(1)}`,
      `PlexTraktSync yaml#servers.Garage.token ${token(2)}`,
    ],
  ],
  [
    '/srv/pal/config.yaml',
    autoLanguages,
    [`Plex Auto Languages yaml#plexautolanguages.plex.token ${token(1)}`],
  ],
  [
    '/srv/media/.env',
    composeEnv,
    [`Docker Compose env#PLEX_TOKEN ${token(1)}`, `Docker Compose env#X_PLEX_TOKEN ${token(2)}`],
  ],
  [
    '/srv/media/compose.yml',
    compose,
    [
      `Docker Compose yaml#services.pal.environment.1 ${token(1)} destination.notReplaceable`,
      `Docker Compose yaml#services.sync.environment.PLEX_TOKEN ${token(2)}`,
      `Docker Compose yaml#services.sync.healthcheck.test ${token(3)} destination.notReplaceable`,
    ],
  ],
  ['/srv/secrets/plex_token.txt', `${token(1)}\n`, [`Docker Compose file# ${token(1)}`]],
];

describe('the tokens of Plex in a program’s file', () => {
  test.each(shapes)('%s', (path, text, expected) => {
    expect(found(path, text)).toEqual(expected);
    expect(found(path, `\ufeff${text.replaceAll('\n', '\r\n')}`), 'CRLF, and a BOM').toEqual(
      expected,
    );
  });

  test.each([
    ['json', '/srv/tool/settings.json', `{ "plex": { "token": "${token(1)}" }, "x": [1, null] }`],
    ['yaml', '/srv/tool/tool.yaml', `my.plex:\n  auth_token: ${token(1)}\n`],
    ['ini', '/srv/tool/tool.cfg', `[plex]\naccess_token=${token(1)}\n`],
    ['env', '/srv/tool/settings', `export PLEX_TOKEN=${token(1)}\n`],
  ])('%s of a program nobody has told of', (format, path, text) => {
    expect(found(path, text)).toEqual([expect.stringMatching(`^\\? ${format}#.* ${token(1)}$`)]);
  });

  test.each([
    ['of another service', '/srv/bot/plex-bot.yml', 'discord:\n  token: zzFAKEzzOTHERzzTOKEN\n'],
    ['alone in a file of another name', '/srv/github-token', 'zzFAKEzzOTHERzzTOKEN'],
    ['that is to be put in', '/srv/tool/plex.json', '{"plex_token":"YOUR_TOKEN_HERE"}'],
    [
      'that Kometa reads elsewhere',
      '/srv/config.yml',
      'libraries: {}\nplex:\n  token: <<env(A)>>\n',
    ],
  ])('none %s', (_name, path, text) => {
    expect(found(path, text)).toEqual([]);
  });

  test('what stands there twice, or elsewhere, can’t be replaced', () => {
    const twice = `PLEX_TOKEN=${token(1)}\nPLEX_TOKEN=${token(2)}\n`;
    expect(found('/srv/.env', twice)).toEqual([
      `Docker Compose env#PLEX_TOKEN ${token(1)} destination.ambiguous`,
      `Docker Compose env#PLEX_TOKEN ${token(2)} destination.ambiguous`,
    ]);
    const named = `plex: &main\n  token: &token ${token(1)}\nother:\n  plex_token: *token\n`;
    expect(found('/srv/a.yml', named)).toEqual([
      `? yaml#plex.token ${token(1)}`,
      `? yaml#other.plex_token ${token(1)} destination.notReplaceable`,
    ]);
  });

  test('a file that can’t be read as what it is says so, and not what is in it', () => {
    expect(findInConfig('/srv/config.yml', `plex: {token: ${token(1)}`)).toMatchObject({
      error: { code: 'destination.unparsable' },
    });
    const nested = `${'['.repeat(50_000)}${']'.repeat(50_000)}`;
    expect(findInConfig('/srv/settings.json', nested)).toMatchObject({
      error: { code: 'destination.unparsable' },
    });
  });
});

test.each([
  [
    'Seerr',
    '/app/config/settings.json',
    '{"clientId":"1","vapidPrivate":"x","plex":{"ip":"plex"}}',
  ],
  ['Maintainerr', '/opt/data/maintainerr.sqlite', null],
])('%s keeps its token elsewhere', (name, path, text) => {
  expect(findOwnStore(path, text)?.name).toBe(name);
  expect(findOwnStore('/home/maja/settings.json', '{"plex":{}}')).toBeNull();
});
