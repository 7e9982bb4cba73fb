import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parse,
  parseAllDocuments,
  type Document,
  type ParsedNode,
} from 'yaml';
import { err, ok } from '../../shared/result.ts';
import {
  keyOfParts,
  partsOfKey,
  type FindSpot,
  type ListValues,
  type ListedValue,
} from './spot.ts';

/**
 * A value of a YAML file. One that is written elsewhere, and only named here (`*anchor`), is not replaced: it would be
 * another one everywhere it is named.
 */
export const findInYaml: FindSpot = (text, key) => {
  const documents = parseAllDocuments(text, { uniqueKeys: true });
  const [document, ...others] = Array.isArray(documents) ? documents : [];
  if (document === undefined) return err({ code: 'destination.noKey' });
  const [error] = document.errors;
  if (error !== undefined) {
    const isTwice = error.code === 'DUPLICATE_KEY';
    const line = error.linePos?.[0].line ?? null;
    return err(
      isTwice ? { code: 'destination.ambiguous' } : { code: 'destination.unparsable', line },
    );
  }
  if (others.length > 0) return err({ code: 'destination.ambiguous' });
  let node: ParsedNode | null = document.contents;
  for (const part of partsOfKey(key)) {
    const inner = childOf(node, part);
    if (inner === undefined) return err({ code: 'destination.noKey' });
    node = inner;
  }
  if (node === null || isAlias(node) || !isScalar(node)) {
    return err({ code: 'destination.notReplaceable' });
  }
  // What a tag makes of it, as `!secret`, would become another thing.
  if (node.tag !== undefined && node.tag !== 'tag:yaml.org,2002:str') {
    return err({ code: 'destination.notReplaceable' });
  }
  const [start, end] = node.range;
  const source = text.slice(start, end);
  if (source === '') {
    // Behind the colon, with a space between.
    const gap = text[start - 1] === ':' ? ' ' : '';
    return ok({ start, end, value: '', written: (value) => gap + plainOrQuoted(value) });
  }
  switch (node.type) {
    case 'QUOTE_DOUBLE':
      return ok({
        start,
        end,
        value: String(node.value),
        written: (value) => JSON.stringify(value),
      });
    case 'QUOTE_SINGLE':
      return ok({
        ...{ start, end, value: String(node.value) },
        written: (value) => `'${value.replaceAll("'", "''")}'`,
      });
    case 'PLAIN':
      return ok({
        ...{ start, end, value: node.value === null ? '' : source },
        written: plainOrQuoted,
      });
    default:
      return err({ code: 'destination.notReplaceable' });
  }
};

/** What is only named (`*anchor`) is listed where it is named too: there it can't be replaced. */
export const listInYaml: ListValues = (text) => {
  const documents = parseAllDocuments(text, { uniqueKeys: false });
  const values: ListedValue[] = [];
  for (const document of Array.isArray(documents) ? documents : []) {
    const [error] = document.errors;
    if (error !== undefined) {
      return err({ code: 'destination.unparsable', line: error.linePos?.[0].line ?? null });
    }
    values.push(...valuesIn(document, document.contents, []));
  }
  return ok(values);
};

const valuesIn = (
  document: Document,
  node: unknown,
  parts: readonly string[],
): readonly ListedValue[] => {
  if (isMap(node)) {
    return node.items.flatMap(({ key, value }) =>
      isScalar(key) ? valuesIn(document, value, [...parts, String(key.value)]) : [],
    );
  }
  if (isSeq(node)) {
    return node.items.flatMap((item, index) => valuesIn(document, item, [...parts, String(index)]));
  }
  // SECURITY: not into what is named there: lists that name each other would go on without end.
  const named = isAlias(node) ? node.resolve(document) : node;
  if (!isScalar(named) || typeof named.value !== 'string') return [];
  return [{ key: keyOfParts(parts), value: named.value }];
};

/** Undefined where there is none. */
function childOf(node: ParsedNode | null, part: string): ParsedNode | null | undefined {
  if (isSeq(node)) return /^\d+$/.test(part) ? node.items[Number(part)] : undefined;
  if (!isMap(node)) return undefined;
  return node.items.find(({ key }) => isScalar(key) && String(key.value) === part)?.value;
}

/** Bare, a token could be read as a number, or a word that means something. */
const plainOrQuoted = (value: string): string =>
  /^[\w./:-]+$/.test(value) && !value.endsWith(':') && parse(value) === value
    ? value
    : JSON.stringify(value);
