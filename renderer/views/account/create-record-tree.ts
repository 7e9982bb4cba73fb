import { batch, createMemo, createSignal, type Accessor } from 'solid-js';
import type { JsonValue } from '../../../shared/model/account.ts';
import { ancestorsOf } from './ancestors-of.ts';
import { flattenRecord } from './flatten-record.ts';
import type { RecordNode } from './record-node.ts';
import { searchRecord } from './search-record.ts';
import { visibleNodes } from './visible-nodes.ts';

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

/** What the Record tab shows of a record: what is open, what was searched for, and which find is the present one. */
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
