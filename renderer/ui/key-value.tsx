import { children, Show, type JSX } from 'solid-js';
import { commonText } from '../../shared/words/app.ts';
import { cx } from './cx.ts';
import styles from './key-value-list.module.css';

interface KeyValueProps {
  readonly label: string;
  /** Null, undefined and "" show as "not given". */
  readonly children?: JSX.Element;
  /** For identifiers and addresses. */
  readonly isMono?: boolean;
}

export function KeyValue(props: KeyValueProps): JSX.Element {
  const value = children(() => props.children);
  const isMissing = () => {
    const resolved = value();
    return resolved === null || resolved === undefined || resolved === '';
  };
  return (
    <div class={styles.row}>
      <dt class={styles.label}>{props.label}</dt>
      <dd class={cx(styles.value, props.isMono === true && styles.mono)} dir="auto">
        <Show
          when={!isMissing()}
          fallback={<span class={styles.missing}>{commonText().notGiven}</span>}
        >
          {value()}
        </Show>
      </dd>
    </div>
  );
}
