import ChevronDown from 'lucide-solid/icons/chevron-down';
import ChevronUp from 'lucide-solid/icons/chevron-up';
import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js';
import { recordText } from '../../../shared/words/account.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { RecordLine } from './record-line.tsx';
import type { RecordTree } from './record-tree.ts';
import styles from './record-view.module.css';

interface RecordViewProps {
  readonly tree: RecordTree;
}

/** Finds in the record, and opens or closes all of it. */
export function RecordTools(props: RecordViewProps): JSX.Element {
  const hasQuery = () => props.tree.query().trim() !== '';
  const matchCount = () => props.tree.matches().length;
  return (
    <>
      <div
        class={styles.search}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
          event.preventDefault();
          props.tree.step(event.shiftKey ? -1 : 1);
        }}
      >
        <SearchField
          class={styles.field}
          label={recordText().search}
          placeholder={recordText().searchHint}
          value={props.tree.query()}
          onInput={props.tree.search}
        />
        <IconButton
          label={recordText().previous}
          icon={<ChevronUp size={16} aria-hidden="true" />}
          disabled={matchCount() === 0}
          onClick={() => props.tree.step(-1)}
        />
        <IconButton
          label={recordText().next}
          icon={<ChevronDown size={16} aria-hidden="true" />}
          disabled={matchCount() === 0}
          onClick={() => props.tree.step(1)}
        />
        <span class={styles.count} role="status">
          <Show when={hasQuery()}>
            {matchCount() === 0
              ? recordText().noMatch
              : recordText().matchOf(props.tree.matchIndex() + 1, matchCount())}
          </Show>
        </span>
      </div>
      <span class={styles.all}>
        <Button kind="quiet" onClick={() => props.tree.openAll()}>
          {recordText().expandAll}
        </Button>
        <Button kind="quiet" onClick={() => props.tree.closeAll()}>
          {recordText().collapseAll}
        </Button>
      </span>
    </>
  );
}

const linesAtOnce = 1_000;

/** The lines of the record as a tree that arrow keys walk through. */
export function RecordTreeView(props: RecordViewProps): JSX.Element {
  const [limit, setLimit] = createSignal(linesAtOnce);
  const [focusedPath, setFocusedPath] = createSignal('');
  let container: HTMLDivElement | undefined;

  const lines = () => props.tree.lines().slice(0, limit());
  const hiddenCount = () => props.tree.lines().length - lines().length;
  const tabStop = () =>
    lines().some((line) => line.path === focusedPath()) ? focusedPath() : (lines()[0]?.path ?? '');

  const elementOf = (path: string): HTMLElement | undefined =>
    [...(container?.querySelectorAll<HTMLElement>('[role="treeitem"]') ?? [])].find(
      (element) => element.dataset['path'] === path,
    );
  const focusLine = (path: string | null | undefined): void => {
    if (path !== null && path !== undefined) elementOf(path)?.focus();
  };

  createEffect(
    on([() => props.tree.currentPath(), () => props.tree.matchIndex()], ([path]) => {
      if (path === null) return;
      const index = props.tree.lines().findIndex((line) => line.path === path);
      if (index >= limit()) setLimit(index + linesAtOnce);
      elementOf(path)?.scrollIntoView({ block: 'center' });
    }),
  );

  const moves: Readonly<Record<string, (index: number) => void>> = {
    ArrowDown: (index) => focusLine(lines()[index + 1]?.path),
    ArrowUp: (index) => focusLine(lines()[index - 1]?.path),
    Home: () => focusLine(lines()[0]?.path),
    End: () => focusLine(lines().at(-1)?.path),
    ArrowRight: (index) => {
      const line = lines()[index];
      if (line === undefined || (line.childCount ?? 0) === 0) return;
      if (props.tree.isOpen(line.path)) focusLine(lines()[index + 1]?.path);
      else props.tree.setOpen(line.path, true);
    },
    ArrowLeft: (index) => {
      const line = lines()[index];
      if (line === undefined) return;
      if ((line.childCount ?? 0) > 0 && props.tree.isOpen(line.path)) {
        props.tree.setOpen(line.path, false);
      } else focusLine(line.parentPath);
    },
    Enter: (index) => {
      const line = lines()[index];
      if (line !== undefined && (line.childCount ?? 0) > 0) {
        props.tree.setOpen(line.path, !props.tree.isOpen(line.path));
      }
    },
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const move = moves[event.key === ' ' ? 'Enter' : event.key];
    if (move === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    move(lines().findIndex((line) => line.path === tabStop()));
  };

  return (
    <>
      <div
        ref={(element) => (container = element)}
        role="tree"
        aria-label={recordText().tree}
        class={styles.tree}
        onKeyDown={onKeyDown}
      >
        <For each={lines()}>
          {(node) => (
            <RecordLine
              node={node}
              isOpen={props.tree.isOpen(node.path)}
              isCurrent={props.tree.currentPath() === node.path}
              isTabStop={tabStop() === node.path}
              query={props.tree.query()}
              onToggle={() => props.tree.setOpen(node.path, !props.tree.isOpen(node.path))}
              onFocus={() => setFocusedPath(node.path)}
            />
          )}
        </For>
      </div>
      <Show when={hiddenCount() > 0}>
        <div class={styles.more}>
          <Button onClick={() => setLimit(limit() + linesAtOnce)}>
            {recordText().moreLines(Math.min(hiddenCount(), linesAtOnce))}
          </Button>
        </div>
      </Show>
    </>
  );
}
