import ChevronRight from 'lucide-solid/icons/chevron-right';
import Lock from 'lucide-solid/icons/lock-keyhole';
import { For, Match, Show, Switch, type JSX } from 'solid-js';
import { recordText } from '../../../shared/words/account.ts';
import { formatDate } from '../../../shared/words/formats.ts';
import { cx } from '../../ui/cx.ts';
import { isRemoved, leafText, momentOf, splitMatches, type RecordNode } from './record-tree.ts';
import styles from './record-line.module.css';

interface RecordLineProps {
  readonly node: RecordNode;
  readonly isOpen: boolean;
  readonly isCurrent: boolean;
  /** Whether Tab leads here; arrow keys lead to the others. */
  readonly isTabStop: boolean;
  readonly query: string;
  readonly onToggle: () => void;
  readonly onFocus: () => void;
}

// Deeper lines would leave the window; the level is told to readers all the same.
const deepestIndent = 8;

/** One line of the record's tree. */
export function RecordLine(props: RecordLineProps): JSX.Element {
  const hasInside = () => (props.node.childCount ?? 0) > 0;
  return (
    <div
      role="treeitem"
      aria-level={props.node.depth + 1}
      aria-expanded={hasInside() ? props.isOpen : undefined}
      aria-current={props.isCurrent ? 'true' : undefined}
      tabIndex={props.isTabStop ? 0 : -1}
      data-path={props.node.path}
      data-depth={Math.min(props.node.depth, deepestIndent)}
      class={cx(styles.line, props.isCurrent && styles.current)}
      onClick={() => {
        if (hasInside()) props.onToggle();
      }}
      onFocus={() => props.onFocus()}
    >
      <span class={styles.mark} aria-hidden="true">
        <Show when={hasInside()}>
          <ChevronRight size={14} class={cx(styles.chevron, props.isOpen && styles.opened)} />
        </Show>
      </span>
      <span class={styles.key}>
        <MarkedText text={props.node.key ?? recordText().root} query={props.query} />
      </span>
      <span class={styles.value}>
        <RecordValue node={props.node} query={props.query} />
      </span>
    </div>
  );
}

interface RecordValueProps {
  readonly node: RecordNode;
  readonly query: string;
}

// Enough to read; a value of a megabyte would make the window stand still.
const longestShown = 2_000;

/** What stands behind a key: the value as JSON has it, or how much is inside. */
function RecordValue(props: RecordValueProps): JSX.Element {
  const value = () => props.node.value;
  const text = () => leafText(value()) ?? '';
  const size = () =>
    Array.isArray(value())
      ? recordText().items(props.node.childCount ?? 0)
      : recordText().fields(props.node.childCount ?? 0);
  return (
    <Switch
      fallback={
        <>
          <span class={styles.plain}>
            <MarkedText text={text()} query={props.query} />
          </span>
          <Show when={momentOf(props.node.key, value())}>
            {(at) => <span class={styles.size}> · {formatDate(at())}</span>}
          </Show>
        </>
      }
    >
      <Match when={props.node.childCount !== null}>
        <span class={styles.size}>{size()}</span>
      </Match>
      <Match when={isRemoved(value())}>
        <span class={styles.removed} title={text()}>
          <Lock size={11} aria-hidden="true" />
          {recordText().removed}
        </span>
      </Match>
      <Match when={typeof value() === 'string'}>
        <span class={styles.string}>
          "<MarkedText text={text().slice(0, longestShown)} query={props.query} />"
          <Show when={text().length > longestShown}>
            <span class={styles.size}>
              {' '}
              {recordText().moreCharacters(text().length - longestShown)}
            </span>
          </Show>
        </span>
      </Match>
    </Switch>
  );
}

interface MarkedTextProps {
  readonly text: string;
  readonly query: string;
}

/** Text from Plex, set apart from the direction of the text around it, with what was searched for marked. */
function MarkedText(props: MarkedTextProps): JSX.Element {
  return (
    <bdi>
      <For each={splitMatches(props.text, props.query)}>
        {(part) => (
          <Show when={part.isMatch} fallback={part.text}>
            <mark class={styles.match}>{part.text}</mark>
          </Show>
        )}
      </For>
    </bdi>
  );
}
