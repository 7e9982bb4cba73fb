import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { err, ok, type Result } from '../../shared/result.ts';
import {
  keyOfParts,
  partsOfKey,
  type FindSpot,
  type ListValues,
  type ListedValue,
} from './spot.ts';

/** A value of a JSON file, with comments or without. */
export const findInJson: FindSpot = (text, key) => {
  const offset = text.startsWith('\ufeff') ? 1 : 0;
  const tree = treeOf(text.slice(offset));
  if (!tree.ok) return tree;
  let node = tree.value;
  for (const part of partsOfKey(key)) {
    if (node.type === 'object' && countOf(node, part) > 1) {
      return err({ code: 'destination.ambiguous' });
    }
    const isIndex = node.type === 'array' && /^\d+$/.test(part);
    const inner = findNodeAtLocation(node, [isIndex ? Number(part) : part]);
    if (inner === undefined) return err({ code: 'destination.noKey' });
    node = inner;
  }
  if (node.type !== 'string' && node.type !== 'null') {
    return err({ code: 'destination.notReplaceable' });
  }
  const start = offset + node.offset;
  return ok({
    start,
    end: start + node.length,
    value: typeof node.value === 'string' ? node.value : '',
    written: (value) => JSON.stringify(value),
  });
};

export const listInJson: ListValues = (text) => {
  const tree = treeOf(text.replace(/^\ufeff/, ''));
  return tree.ok ? ok(valuesIn(tree.value, [])) : tree;
};

const treeOf = (text: string): Result<Node> => {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { allowTrailingComma: true });
  const [error] = errors;
  if (tree !== undefined && error === undefined) return ok(tree);
  const line = text.slice(0, error?.offset ?? 0).split('\n').length;
  return err({ code: 'destination.unparsable', line });
};

const valuesIn = (
  { type, value, children = [] }: Node,
  parts: readonly string[],
): readonly ListedValue[] => {
  if (type === 'string') return [{ key: keyOfParts(parts), value: String(value) }];
  if (type === 'array') {
    return children.flatMap((child, index) => valuesIn(child, [...parts, String(index)]));
  }
  return children.flatMap(({ children: [name, inner] = [] }) =>
    inner === undefined ? [] : valuesIn(inner, [...parts, String(name?.value)]),
  );
};

const countOf = ({ children = [] }: Node, name: string): number =>
  children.filter((property) => property.children?.[0]?.value === name).length;
