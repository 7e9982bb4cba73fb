import { batch, createMemo, createSignal, type Accessor } from 'solid-js';
import { redactedMark, type JsonValue } from '../../../shared/model/account.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';

/** One line of the record: a value and where it stands. */
export interface RecordNode {
  /** A JSON pointer: unique, and a prefix of the path of everything inside. */
  readonly path: string;
  /** Null for the record itself. */
  readonly parentPath: string | null;
  readonly key: string | null;
  readonly depth: number;
  readonly value: JsonValue;
  /** Null for a value that holds no others. */
  readonly childCount: number | null;
}

export interface RecordTree {
  readonly lines: Accessor<readonly RecordNode[]>;
  readonly isOpen: (path: string) => boolean;
  readonly setOpen: (path: string, isOpen: boolean) => void;
  readonly openAll: () => void;
  readonly closeAll: () => void;
  readonly query: Accessor<string>;
  readonly search: (query: string) => void;
  readonly matches: Accessor<readonly RecordNode[]>;
  /** Which match is the present one, from 0; -1 without any. */
  readonly matchIndex: Accessor<number>;
  readonly step: (by: 1 | -1) => void;
  readonly currentPath: Accessor<string | null>;
}

/** What is shown of a record: what is open, what was searched for, and which find is the present one. */
export const createRecordTree = (record: Accessor<JsonValue>): RecordTree => {
  const nodes = createMemo(() => flattenRecord(record()));
  const [open, setOpen] = createSignal<ReadonlySet<string>>(new Set(['']));
  const [query, setQuery] = createSignal('');
  const [wantedIndex, setWantedIndex] = createSignal(0);
  const lines = createMemo(() => visibleNodes(nodes(), open()));
  const matches = createMemo(() => searchRecord(nodes(), query()));
  // A record that came anew may hold fewer matches than the one that was stepped through.
  const matchIndex = (): number => Math.min(wantedIndex(), matches().length - 1);
  const current = (): RecordNode | undefined => matches()[matchIndex()];

  const openUpTo = (path: string): void =>
    void setOpen((before) => new Set([...before, ...ancestorsOf(path)]));
  // Who follows the find must find its line there: what is found and what is opened for it change as one.
  const goTo = (index: number): void =>
    batch(() => {
      setWantedIndex(index);
      const match = current();
      if (match !== undefined) openUpTo(match.path);
    });

  return {
    lines,
    isOpen: (path) => open().has(path),
    setOpen: (path, isOpen) =>
      void setOpen((before) => {
        const after = new Set(before);
        if (isOpen) after.add(path);
        else after.delete(path);
        return after;
      }),
    openAll: () =>
      void setOpen(new Set(nodes().flatMap((node) => (node.childCount === null ? [] : node.path)))),
    closeAll: () => void setOpen(new Set([''])),
    query,
    search: (text) =>
      batch(() => {
        setQuery(text);
        goTo(0);
      }),
    matches,
    matchIndex,
    step: (by) => {
      const count = matches().length;
      if (count > 0) goTo((matchIndex() + by + count) % count);
    },
    currentPath: () => current()?.path ?? null,
  };
};

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

/** The paths of everything a line is inside, the record itself first. */
export const ancestorsOf = (path: string): readonly string[] => {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
};

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

/** Finds the query as it was typed, whatever its case; null for nothing typed. */
const queryPattern = (query: string): RegExp | null => {
  const text = query.trim();
  return text === '' ? null : new RegExp(text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&'), 'giu');
};

/** Text in parts, so that what was searched for can be marked. */
export const splitMatches = (
  text: string,
  query: string,
): readonly { readonly text: string; readonly isMatch: boolean }[] => {
  const pattern = queryPattern(query);
  const parts: { text: string; isMatch: boolean }[] = [];
  let end = 0;
  for (const match of pattern === null ? [] : text.matchAll(pattern)) {
    if (match.index > end) parts.push({ text: text.slice(end, match.index), isMatch: false });
    parts.push({ text: match[0], isMatch: true });
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), isMatch: false });
  return parts;
};

/** The text of a value that holds no others, as it is searched and shown; null for a list or an object. */
export const leafText = (value: JsonValue): string | null =>
  typeof value === 'string'
    ? value
    : value === null || typeof value !== 'object'
      ? String(value)
      : null;

/** Whether a value stands where a secret was. It is only drawn differently: nothing hangs on it. */
export const isRemoved = (value: JsonValue): boolean => value === redactedMark;

/** When a field such as `joinedAt` was, which Plex tells in seconds since 1970; null for what is no such field. */
export const momentOf = (key: string | null, value: JsonValue): EpochMs | null =>
  key?.endsWith('At') === true && typeof value === 'number' && Number.isSafeInteger(value)
    ? value * 1000
    : null;
