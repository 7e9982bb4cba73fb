import { describe, expect, test } from 'vitest';
import { toXml } from './answers.ts';

describe('a document in XML', () => {
  const bare = (value: Parameters<typeof toXml>[1]): string =>
    toXml('root', value).split('\n')[1] ?? '';

  test('has values as attributes, booleans as 1 and 0, null as nothing', () => {
    expect(
      bare({ text: 'x', number: 7, yes: true, no: false, none: null, absent: undefined }),
    ).toBe('<root text="x" number="7" yes="1" no="0" none=""/>');
  });

  test('has objects and lists as elements, a list of words as elements with an id', () => {
    expect(bare({ services: [{ a: 1 }], roles: ['plexpass'], profile: { b: 2 } })).toBe(
      '<root><services><service a="1"/></services><roles><role id="plexpass"/></roles><profile b="2"/></root>',
    );
  });

  test('repeats the element of a list with a capital', () => {
    expect(bare({ size: 2, Device: [{ n: 1 }, { n: 2 }] })).toBe(
      '<root size="2"><Device n="1"/><Device n="2"/></root>',
    );
  });

  test('escapes what would break it and drops what XML cannot hold', () => {
    expect(bare({ text: `<&"'>\n\u0000\uD800🦉` })).toBe(
      '<root text="&lt;&amp;&quot;&#39;&gt;&#10;🦉"/>',
    );
  });
});
