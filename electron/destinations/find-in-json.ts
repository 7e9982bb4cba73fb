import { findNodeAtLocation, parseTree, type Node, type ParseError } from 'jsonc-parser';
import { err, ok } from '../../shared/result.ts';
import { partsOfKey, type FindSpot } from './spot.ts';

/** A value of a JSON file, with comments or without. */
export const findInJson: FindSpot = (text, key) => {
  const offset = text.startsWith('\ufeff') ? 1 : 0;
  const errors: ParseError[] = [];
  const tree = parseTree(text.slice(offset), errors, { allowTrailingComma: true });
  const [error] = errors;
  if (tree === undefined || error !== undefined) {
    const line = text.slice(0, error?.offset ?? 0).split('\n').length;
    return err({ code: 'destination.unparsable', line });
  }
  let node: Node = tree;
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

const countOf = ({ children = [] }: Node, name: string): number =>
  children.filter((property) => property.children?.[0]?.value === name).length;
