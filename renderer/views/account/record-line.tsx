import ChevronRight from 'lucide-solid/icons/chevron-right';
import { Show, type JSX } from 'solid-js';
import { recordText } from '../../../shared/words/account.ts';
import { cx } from '../../ui/cx.ts';
import { MarkedText } from './marked-text.tsx';
import type { RecordNode } from './record-node.ts';
import { RecordValue } from './record-value.tsx';
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
        <RecordValue
          value={props.node.value}
          childCount={props.node.childCount}
          query={props.query}
        />
      </span>
    </div>
  );
}
