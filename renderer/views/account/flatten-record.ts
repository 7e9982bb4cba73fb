import type { JsonValue } from '../../../shared/model/account.ts';
import type { RecordNode } from './record-node.ts';

const entriesOf = (value: JsonValue): readonly (readonly [string, JsonValue])[] | null =>
  value === null || typeof value !== 'object' ? null : Object.entries(value);

const pointerPart = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

/** The record as lines, each before what is inside it. No recursion: a record may be nested very deep. */
export const flattenRecord = (record: JsonValue): readonly RecordNode[] => {
  const nodes: RecordNode[] = [];
  const waiting: Omit<RecordNode, 'childCount'>[] = [
    { path: '', parentPath: null, key: null, depth: 0, value: record },
  ];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { path, depth } = next;
    const entries = entriesOf(next.value);
    nodes.push({ ...next, childCount: entries?.length ?? null });
    for (const [key, value] of entries?.toReversed() ?? []) {
      waiting.push({
        path: `${path}/${pointerPart(key)}`,
        parentPath: path,
        key,
        depth: depth + 1,
        value,
      });
    }
  }
  return nodes;
};
