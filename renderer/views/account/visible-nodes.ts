import type { RecordNode } from './record-node.ts';

/** The lines that are not inside something closed. */
export const visibleNodes = (
  nodes: readonly RecordNode[],
  open: ReadonlySet<string>,
): readonly RecordNode[] => {
  let closedDepth = Number.POSITIVE_INFINITY;
  return nodes.filter((node) => {
    if (node.depth > closedDepth) return false;
    closedDepth =
      node.childCount === null || open.has(node.path) ? Number.POSITIVE_INFINITY : node.depth;
    return true;
  });
};
