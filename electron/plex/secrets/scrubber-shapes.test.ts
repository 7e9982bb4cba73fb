import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyText } from '../testing/answering.ts';
import { redactRecord } from './redact-record.ts';
import { scrubText } from './scrubber.ts';

/** Texts in which a token of classic form, which shows by nothing itself, stands under its name. */
const tokenShapes: readonly ((name: string, token: string) => string)[] = [
  (name, token) => `GET /user?${name}=${token}&a=1`,
  (name, token) => `${name}: ${token}`,
  (name, token) => `{ ${name}: '${token}' }`,
  (name, token) => `<user id="1" ${name}="${token}" title="x"/>`,
  (name, token) => `<${name}>${token}</${name}>`,
  (name, token) => `<${name} type="string"> ${token} </${name}>`,
  (name, token) => `<${name}><![CDATA[${token}]]></${name}>`,
  (name, token) => `<${name}><value>${token}</value></${name}>`,
  (name, token) => `<header name="${name}" value="${token}"/>`,
  (name, token) => `<setting value='${token}' hidden="1" id='${name}'/>`,
  (name, token) => `- name: ${name}\n  value: ${token}`,
  (name, token) => `('${name}', '${token}')`,
  (name, token) => `usher --${name} ${token}`,
  (name, token) => `cut: {"${name}":"${token}`,
];

/** Documents that hold it: what a log prints of them, and what is shown of them as records. */
const documentShapes: readonly ((name: string, token: string) => unknown)[] = [
  (name, token) => ({ [name]: token, a: 1 }),
  (name, token) => ({ [name]: [null, token, 'other'] }),
  (name, token) => ({ [name]: ['other', { deep: [token] }] }),
  (name, token) => ({ [name]: { of: 'plex', value: token } }),
  (name, token) => ({ [`${name}s`]: ['other', token] }),
  (name, token) => ({ [`${name}s`]: { attic: 'other', cellar: token } }),
  (name, token) => [name, token],
  (name, token) => ['accept', 'text/html', name, token, 'host', 'plex.tv'],
  (name, token) => ({ argv: ['usher', `--${name}`, token] }),
  (name, token) => ({ name, value: token }),
  (name, token) => ({ value: token, comment: '', name }),
  (name, token) => ({ key: name, enabled: true, value: { text: token } }),
  (name, token) => ({ note: `asked with ${name}=${token}, refused` }),
  (name, token) => ({ body: JSON.stringify({ [name]: token }) }),
];

const escaped = (text: string, escape: (unit: number) => string): string =>
  text.replaceAll(/[^\w\s-]/g, (sign) => escape(sign.charCodeAt(0)));
const hex = (unit: number, length: number): string => unit.toString(16).padStart(length, '0');

const inHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

const inJson = (text: string): string => JSON.stringify({ text });

/** How text is packed into other text. None of these changes a token, but for base64. */
const packings: readonly ((text: string) => string)[] = [
  encodeURIComponent,
  (text) => encodeURIComponent(text).replaceAll(/%../g, (escape) => escape.toLowerCase()),
  inJson,
  (text) => escaped(text, (unit) => String.raw`\u${hex(unit, 4)}`),
  (text) => escaped(text, (unit) => String.raw`\x${hex(unit, 2)}`),
  (text) => escaped(text, (unit) => `&#${String(unit)};`),
  (text) => escaped(text, (unit) => `&#x${hex(unit, 2)};`),
  inHtml,
];

const inBase64 = (text: string): string => Buffer.from(text).toString('base64');
const inBase64Url = (text: string): string => Buffer.from(text).toString('base64url');

const word = fc.stringMatching(/^[A-Za-z0-9]{10}$/);
const name = fc.constantFrom(
  'X-Plex-Token',
  'authentication-token',
  'authToken',
  'access_token',
  'token',
);
const shape = fc.oneof(
  fc.constantFrom(...tokenShapes),
  fc.constantFrom(...documentShapes).map(
    (document) =>
      (field: string, token: string): string =>
        JSON.stringify(document(field, token)),
  ),
);

test('a token gets through in no shape, in whatever it is packed', () => {
  fc.assert(
    fc.property(
      name,
      shape,
      word,
      fc.array(fc.constantFrom(...packings), { maxLength: 3 }),
      anyText(),
      anyText(),
      (field, shaped, token, packed, before, after) => {
        const text = packed.reduce((inner, pack) => pack(inner), shaped(field, token));
        const clean = scrubText(`${before} ${text}\n${after}`);
        expect(clean).not.toContain(token);
        expect(scrubText(clean)).toBe(clean);
      },
    ),
    { numRuns: 1000 },
  );
});

test('a token gets through in base64 neither, once or twice', () => {
  fc.assert(
    fc.property(
      name,
      shape,
      word,
      fc.constantFrom(inBase64, inBase64Url),
      fc.constantFrom(...packings, (text: string) => text),
      fc.nat(2),
      (field, shaped, token, encode, pack, shift) => {
        const inner = `${' '.repeat(shift)}${shaped(field, token)}`;
        for (const encoded of [encode(inner), encode(encode(inner))]) {
          const runs = encoded.match(/[A-Za-z0-9]{8,}/g) ?? [];
          const clean = scrubText(`got ${pack(encoded)} back`);
          for (const run of runs) expect(clean).not.toContain(run);
        }
      },
    ),
    { numRuns: 300 },
  );
});

test('no part of a password gets through, whatever characters are in it', () => {
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 2, maxLength: 4 }),
      fc.constantFrom(...'&=%+#?/\\"\'<>()[]{},;: é'.split(/(?:)/u)),
      fc.array(fc.constantFrom(...packings), { maxLength: 2 }),
      (words, sign, packed) => {
        const password = words.join(sign);
        for (const shaped of [
          `login=pat&password=${encodeURIComponent(password)}&rememberMe=true`,
          new URLSearchParams({ login: 'pat', password, rememberMe: 'true' }).toString(),
          JSON.stringify({ password, rememberMe: true }),
        ]) {
          const text = packed.reduce((inner, pack) => pack(inner), shaped);
          const clean = scrubText(`sent ${text} to Plex`);
          for (const part of words) expect(clean).not.toContain(part);
        }
      },
    ),
    {
      numRuns: 500,
      // What looks like a quote or the end of a line in another kind of escape, and is none.
      examples: [
        [['0A0aA00aAA', '22a0aa00a0', 'a0aAA00Aa0'], '%', [inHtml]],
        [['00AaAa0a0A', '0a0AA000aa'], '%', [inJson, encodeURIComponent]],
      ],
    },
  );
});

test('a secret that is known gets through nowhere, in base64 at any offset neither', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Za-z0-9_-]{12,30}$/),
      fc.nat(4),
      fc.constantFrom(inBase64, inBase64Url),
      anyText(),
      (secret, offset, encode, around) => {
        const encoded = encode(`${'~'.repeat(offset)}${secret}~`);
        // What stays in one piece of three bytes with its neighbours may stay.
        const core = encode(`${'~'.repeat(offset)}${secret}`).slice(offset + 4, -4);
        expect(scrubText(`${around} ${encoded} ${around}`, [secret])).not.toContain(core);
        expect(scrubText(`x/${encoded}/y`, [secret])).not.toContain(core);
      },
    ),
    { numRuns: 500 },
  );
});

test('a record is shown without a token in any such shape', () => {
  fc.assert(
    fc.property(
      name,
      fc.constantFrom(...documentShapes),
      word,
      fc.nat(2),
      (field, document, token, depth) => {
        let record = document(field, token);
        for (let level = 0; level < depth; level += 1) record = { list: [record, { more: 1 }] };
        expect(JSON.stringify(redactRecord(record))).not.toContain(token);
      },
    ),
    { numRuns: 500 },
  );
});
