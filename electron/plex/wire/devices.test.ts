import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeBody } from '../http/decode-body.ts';
import { readDevices } from './devices.ts';

const reader = { token: 'zzFAKEzzOURSzzzzz001', clientIdentifier: 'ours', product: 'Usher' };

const television = {
  name: 'Living room',
  publicAddress: '198.51.100.7',
  product: 'Plex for LG',
  productVersion: '5.90.1',
  platform: 'webOS',
  platformVersion: '9.0',
  device: 'OLED',
  model: '',
  vendor: 'LG',
  provides: 'client,player',
  clientIdentifier: 'television',
  id: 901,
  token: 'zzFAKEzzTELEVISION01',
  createdAt: '1583298367',
  lastSeenAt: '2026-01-01T00:00:00Z',
};

const fromXml = (xml: string): unknown => {
  const body = decodeBody('application/xml', xml);
  return body.kind === 'data' ? body.value : null;
};
const read = (body: unknown) => readDevices(body, reader);
const kindOf = (change: object) => read([{ ...television, ...change }])?.devices[0]?.kind;

describe('the Authorized Devices', () => {
  test('are read with everything but their tokens', () => {
    const found = read([television]);
    expect(found).toEqual({
      unreadableCount: 0,
      devices: [
        {
          id: '901',
          kind: 'other',
          name: 'Living room',
          product: 'Plex for LG',
          productVersion: '5.90.1',
          platform: 'webOS',
          platformVersion: '9.0',
          device: 'OLED',
          model: null,
          clientIdentifier: 'television',
          publicAddress: '198.51.100.7',
          createdAt: 1_583_298_367_000,
          lastSeenAt: Date.UTC(2026, 0, 1),
        },
      ],
    });
    expect(JSON.stringify(found)).not.toContain('zzFAKE');
  });

  test.each([
    ['the array of v2', [television]],
    ['an object around it', { devices: [television] }],
    ['the container of v1', { MediaContainer: { publicAddress: '', Device: [television] } }],
    ['a container with a list of one', { MediaContainer: { Device: television } }],
  ])('are read from %s', (_name, body) => {
    expect(read(body)?.devices.map(({ id }) => id)).toEqual(['901']);
  });

  test('are read from XML, whatever the container says of its size', () => {
    const device = (id: number, name: string): string =>
      `<Device name="${name}" id="${id}" token="zzFAKE${id}" createdAt="1583298367"><Connection uri="http://a"/></Device>`;
    const xml = `<MediaContainer publicAddress="198.51.100.7" size="2">${device(1, '&lt;i&gt; &#128250;')}${device(2, '')}${device(3, 'c')}</MediaContainer>`;
    expect(read(fromXml(xml))?.devices.map(({ id, name }) => [id, name])).toEqual([
      ['1', '<i> \u{1F4FA}'],
      ['2', null],
      ['3', 'c'],
    ]);
  });

  test('are read from the XML of v2', () => {
    const xml = '<devices><device id="7" name="a"/><device id="8" name="b"/></devices>';
    expect(read(fromXml(xml))?.devices.map(({ id }) => id)).toEqual(['7', '8']);
  });

  test('a thousand of them, with markup in every name, are all read', () => {
    const devices = Array.from(
      { length: 1_000 },
      (_, index) => `<Device id="${index}" name="&lt;b&gt; &amp; ${'x'.repeat(300)}"/>`,
    );
    const found = read(fromXml(`<MediaContainer size="0">${devices.join('')}</MediaContainer>`));
    expect(found?.devices).toHaveLength(1_000);
    expect(found?.devices[999]?.name).toMatch(/^<b> & x/);
  });

  test('that say nothing but their number are read, and what is empty is null', () => {
    const blank = Object.fromEntries(Object.keys(television).map((key) => [key, null]));
    const found = read([
      { ...blank, id: '5' },
      { ...blank, id: 6, name: '' },
    ]);
    expect(found?.devices).toMatchObject([
      { id: '5', kind: 'other', name: null, clientIdentifier: null, lastSeenAt: null },
      { id: '6', name: null },
    ]);
  });

  test('have names of a length to be shown, and none where nothing of it can be seen', () => {
    const found = read([
      { ...television, id: '5', name: 'x'.repeat(100_000) },
      { ...television, id: '6', name: '\u200b\u2060' },
    ]);
    expect(found?.devices.map(({ name }) => name)).toEqual([`${'x'.repeat(299)}…`, null]);
  });

  test('without a number are counted, since nothing can be done with them', () => {
    expect(read([television, null, 'text', { ...television, id: null }])).toMatchObject({
      devices: [{ id: '901' }],
      unreadableCount: 3,
    });
  });

  test.each(['../../users/signout', '1/../2', '-1', '1e3', '', '1'.repeat(21)])(
    'have no number like %j, which would lead elsewhere',
    (id) => {
      expect(read([{ ...television, id }, television])?.devices).toHaveLength(1);
    },
  );

  test('of one number are one', () => {
    expect(read([television, { ...television, name: 'again' }])?.devices).toHaveLength(1);
  });
});

describe('what a device is to Usher', () => {
  test.each([
    ['this installation, by its client identifier', { clientIdentifier: 'ours' }, 'here'],
    ['this installation, by the token in use here', { token: reader.token }, 'here'],
    [
      'this installation, also when it is called Usher',
      { clientIdentifier: 'ours', product: 'Usher' },
      'here',
    ],
    ['another installation of Usher', { product: 'Usher' }, 'usher'],
    [
      'another installation of Usher, whatever it provides',
      { product: ' Usher ', provides: 'server' },
      'usher',
    ],
    ['a media server', { provides: 'client,server' }, 'server'],
    ['something else that has Usher in its name', { product: 'Usher Pro' }, 'other'],
  ] as const)('%s', (_name, change, kind) => {
    expect(kindOf(change)).toBe(kind);
  });
});

describe('an answer that is no list of devices', () => {
  test.each([
    ['nothing', null],
    ['text', 'devices'],
    ['an object of something else', { error: 'x' }],
    ['a bare container', { MediaContainer: null }],
    ['a container of something else', { MediaContainer: { identifier: 'com.plexapp' } }],
    ['a container that is said to be full', { MediaContainer: { size: '3', publicAddress: '' } }],
    ['a list of which nothing can be read', [null, { name: 'a' }]],
    ['devices that are no list', { devices: 'none' }],
  ])('is never taken for an empty one: %s', (_name, body) => {
    expect(read(body)).toBeNull();
  });

  test.each([
    ['an empty array', []],
    ['an empty container', { MediaContainer: { publicAddress: '198.51.100.7', size: '0' } }],
    ['an empty container that says no size', { MediaContainer: { publicAddress: null } }],
    ['an empty list in XML', fromXml('<devices></devices>')],
  ])('while %s is empty', (_name, body) => {
    expect(read(body)).toEqual({ devices: [], unreadableCount: 0 });
  });

  test('makes nothing throw', () => {
    fc.assert(
      fc.property(fc.anything(), (body) => {
        read(body);
        read({ MediaContainer: { Device: body } });
        read([body]);
      }),
    );
  });
});
