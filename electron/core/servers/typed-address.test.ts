import { describe, expect, test } from 'vitest';
import { readTypedAddress } from './typed-address.ts';

describe('an address that a person types', () => {
  test.each([
    ['192.0.2.5', ['https://192.0.2.5:32400', 'http://192.0.2.5:32400']],
    [' 192.0.2.5:443 ', ['https://192.0.2.5', 'http://192.0.2.5:443']],
    ['media.example.org:80/', ['https://media.example.org:80', 'http://media.example.org']],
    ['localhost', ['https://localhost:32400', 'http://localhost:32400']],
    ['2001:db8::5', ['https://[2001:db8::5]:32400', 'http://[2001:db8::5]:32400']],
    ['[2001:db8::5]:8443', ['https://[2001:db8::5]:8443', 'http://[2001:db8::5]:8443']],
    ['https://media.example.org', ['https://media.example.org']],
    ['HTTP://Media.Example.org:32400/', ['http://media.example.org:32400']],
    ['https://пример.example:1', ['https://xn--e1afmkfd.example:1']],
    ['192.0.2.5:32400/web/index.html#!/', ['https://192.0.2.5:32400', 'http://192.0.2.5:32400']],
    ['http://192.0.2.5:32400/web/index.html#!/server/aaaa', ['http://192.0.2.5:32400']],
    ['http://192.0.2.5:32400/library?X-Plex-Token=zzFAKEzz', ['http://192.0.2.5:32400']],
    ['https://192-0-2-5.abc.plex.direct.:1', ['https://192-0-2-5.abc.plex.direct:1']],
    [
      'https://192-0-2-5.abc.plex.direct:32400/identity',
      ['https://192-0-2-5.abc.plex.direct:32400'],
    ],
  ])('%s is read', (text, origins) => {
    expect(readTypedAddress(text)).toMatchObject({ ok: true, value: { origins } });
  });

  test.each([
    ['', 'empty'],
    ['  ', 'empty'],
    ['server://aaaa', 'otherScheme'],
    ['file:///etc/passwd', 'otherScheme'],
    ['https://media.example.org@192.0.2.5:32400', 'userName'],
    ['robin:secret@192.0.2.5', 'userName'],
    ['https://app.plex.tv/desktop/#!/server/aaaa', 'website'],
    ['plex.tv', 'website'],
    ['https://', 'noAddress'],
    ['http://192.0.2.5:99999', 'noAddress'],
    ['192.0.2.5:0', 'noAddress'],
    ['fe80::1%eth0', 'noAddress'],
    ['two words', 'noAddress'],
    [`${'a.'.repeat(130)}example`, 'noAddress'],
    ['https://your-server(checked,safe).example', 'noAddress'],
    // A URL reads each of these as the dot of the root.
    ['https://192-0-2-5.abc.plex.direct%2E:1', 'noAddress'],
    ['https://192-0-2-5.abc.plex.direct\u3002:1', 'noAddress'],
    ['192-0-2-5.abc.plex.direct..', 'noAddress'],
    ['plex.tv%2e%2e', 'noAddress'],
  ])('“%s” is refused: %s', (text, trouble) => {
    expect(readTypedAddress(text)).toEqual({
      ok: false,
      error: { code: 'address.malformed', trouble },
    });
  });
});
