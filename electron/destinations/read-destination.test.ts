import { expect, test } from 'vitest';
import { readDestination } from './read-destination.ts';

const places = { folder: '/srv/apps', home: '/home/robin' };

test.each([
  ['env:.env#PLEX_TOKEN', { format: 'env', path: '/srv/apps/.env', key: 'PLEX_TOKEN' }],
  ['yaml:~/kometa/config.yml#plex.token', { path: '/home/robin/kometa/config.yml' }],
  ['ini:/opt/a#b/config.ini#PMS.pms_token', { path: '/opt/a#b/config.ini', key: 'PMS.pms_token' }],
  ['json:a:b.json#x', { path: '/srv/apps/a:b.json', key: 'x' }],
  ['file:secrets/plex#1', { format: 'file', path: '/srv/apps/secrets/plex#1', key: null }],
])('%s', (text, destination) => {
  expect(readDestination(text, places)).toMatchObject({ ok: true, value: destination });
});

test.each([
  ['toml:a#b', 'format'],
  ['.env', 'format'],
  ['env:#KEY', 'path'],
  ['file:', 'path'],
  ['env:.env', 'key'],
  ['env:.env#', 'key'],
])('%s has no %s', (text, trouble) => {
  expect(readDestination(text, places)).toEqual({
    ok: false,
    error: { code: 'destination.malformed', trouble },
  });
});
