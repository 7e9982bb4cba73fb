import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyText } from '../testing/answering.ts';
import { decodeBody } from './decode-body.ts';

const dataOf = (text: string, contentType = ''): unknown => {
  const body = decodeBody(contentType, text);
  return body.kind === 'data' ? body.value : body.kind;
};

describe('decoding a body', () => {
  test.each(['application/json', 'text/plain', 'application/xml', 'text/html', ''])(
    'reads JSON whatever the type says: "%s"',
    (type) => {
      expect(dataOf(' {"a":[1]}', type)).toEqual({ a: [1] });
    },
  );

  test.each(['application/xml', 'text/xml;charset=utf-8', 'application/json', ''])(
    'reads XML whatever the type says: "%s"',
    (type) => {
      expect(dataOf('<pin id="1" authToken=""/>', type)).toEqual({ id: '1', authToken: null });
    },
  );

  test.each([
    ['text/html', '<p>hello</p>'],
    ['text/html', 'Service Unavailable'],
    ['application/json', '<!DOCTYPE html><html></html>'],
    ['application/xml', '<?xml version="1.0"?>\n<html xmlns="x"/>'],
    ['', '\n<!-- a --><HTML><head></head></HTML>'],
  ])('knows a page for people: %s %s', (type, text) => {
    expect(decodeBody(type, text)).toEqual({ kind: 'html' });
  });

  test.each(['', '  \n'])('knows that there is nothing in "%s"', (text) => {
    expect(decodeBody('application/json', text)).toEqual({ kind: 'empty' });
  });

  test.each([
    '{"a":',
    '[1,2',
    'hello',
    '<user id="1"',
    '<user id="1"><a></user>',
    '<a/><b/>',
    '<a b=1/>',
    `<a>${'<b>'.repeat(5000)}`,
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>',
    '<?xml version="1.0"?><!DOCTYPE x SYSTEM "http://example.invalid/x.dtd"><x/>',
    '<x __proto__="1"/>',
  ])('calls malformed what is cut off, broken or a trap: %s', (text) => {
    expect(decodeBody('', text)).toEqual({ kind: 'malformed' });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(anyText(), fc.string(), (text, type) => {
        decodeBody(type, text);
        decodeBody('application/xml', `<${text}`);
        decodeBody('application/json', `{${text}`);
      }),
    );
  });
});

describe('giving XML the shape of JSON', () => {
  test('attributes become fields, "" becomes null, entities become letters', () => {
    expect(dataOf('<user a="1" b="" c="Zo&#235; &amp; &quot;P&quot;"/>')).toEqual({
      a: '1',
      b: null,
      c: 'Zoë & "P"',
    });
  });

  test('elements in a plural become a list, and a mere id becomes its text', () => {
    expect(
      dataOf(
        '<user id="1"><roles><role id="plexpass"/></roles><services><service identifier="a" token="t"/></services><trials/></user>',
      ),
    ).toEqual({
      id: '1',
      roles: ['plexpass'],
      services: [{ identifier: 'a', token: 't' }],
      trials: [],
    });
  });

  test('repeated elements of a server become a list under their name, a single one stays alone', () => {
    expect(
      dataOf(
        '<MediaContainer size="1"><Device><Connection uri="a"/><Connection uri="b"/></Device></MediaContainer>',
      ),
    ).toEqual({
      MediaContainer: { size: '1', Device: { Connection: [{ uri: 'a' }, { uri: 'b' }] } },
    });
  });

  test('errors keep their name, as in JSON', () => {
    expect(dataOf('<errors><error code="1029" message="m" status="401"/></errors>')).toEqual({
      errors: [{ code: '1029', message: 'm', status: '401' }],
    });
    expect(dataOf('<errors><error>Invalid token</error></errors>')).toEqual({
      errors: ['Invalid token'],
    });
  });

  test('names of what every object has are mere names', () => {
    expect(JSON.stringify(dataOf('<x constructor="1" toString="2"/>'))).toMatch(/malformed|"1"/);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
