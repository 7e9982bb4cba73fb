import { leafText } from './leaf-text.ts';
import { queryPattern } from './query-pattern.ts';
import type { RecordNode } from './record-node.ts';

/** The lines whose key or value holds the query, in their order. */
export const searchRecord = (
  nodes: readonly RecordNode[],
  query: string,
): readonly RecordNode[] => {
  const pattern = queryPattern(query);
  if (pattern === null) return [];
  const holds = (text: string | null): boolean => text !== null && text.search(pattern) !== -1;
  return nodes.filter((node) => holds(node.key) || holds(leafText(node.value)));
};
