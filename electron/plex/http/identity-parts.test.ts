import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../testing/any-text.ts';
import { identityParts } from './identity-parts.ts';

const client = {
  product: 'Usher',
  version: '0.1.0',
  platform: 'Linux',
  platformVersion: '6.1',
  device: 'Linux PC',
  deviceName: 'desk',
};

describe('saying who asks', () => {
  test('is seven headers and no query for plain names', () => {
    expect(identityParts(client, 'client-1')).toEqual({
      headers: {
        'X-Plex-Client-Identifier': 'client-1',
        'X-Plex-Product': 'Usher',
        'X-Plex-Version': '0.1.0',
        'X-Plex-Platform': 'Linux',
        'X-Plex-Platform-Version': '6.1',
        'X-Plex-Device': 'Linux PC',
        'X-Plex-Device-Name': 'desk',
      },
      query: [],
    });
  });

  test('puts a name beyond ASCII into the query, where its letters survive', () => {
    const { headers, query } = identityParts({ ...client, deviceName: 'Zoë’s 电脑' }, 'client-1');
    expect(headers).not.toHaveProperty('X-Plex-Device-Name');
    expect(query).toEqual([['X-Plex-Device-Name', 'Zoë’s 电脑']]);
  });

  test('lets no line break start a header', () => {
    const { headers } = identityParts({ ...client, deviceName: 'a\r\nX-Evil: 1\0' }, 'client-1');
    expect(headers['X-Plex-Device-Name']).toBe('a  X-Evil: 1');
  });

  test('leaves out what is not known, and cuts what is endless', () => {
    const { headers } = identityParts({ ...client, device: ' ', deviceName: 'x'.repeat(999) }, 'c');
    expect(headers).not.toHaveProperty('X-Plex-Device');
    expect(headers['X-Plex-Device-Name']).toHaveLength(128);
  });

  test('any name at all can be sent', () => {
    fc.assert(
      fc.property(anyText(), (deviceName) => {
        const { headers, query } = identityParts({ ...client, deviceName }, 'client-1');
        new Headers(headers);
        expect(query.map(([, value]) => encodeURIComponent(value))).toBeDefined();
      }),
    );
  });
});
