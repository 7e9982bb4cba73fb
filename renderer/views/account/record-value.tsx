import Lock from 'lucide-solid/icons/lock-keyhole';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { JsonValue } from '../../../shared/model/account.ts';
import { recordText } from '../../../shared/words/account.ts';
import { isRemoved } from './is-removed.ts';
import { leafText } from './leaf-text.ts';
import { MarkedText } from './marked-text.tsx';
import styles from './record-line.module.css';

interface RecordValueProps {
  readonly value: JsonValue;
  readonly childCount: number | null;
  readonly query: string;
}

// Enough to read; a value of a megabyte would make the window stand still.
const longestShown = 2_000;

/** What stands behind a key: the value, or how much is inside. */
export function RecordValue(props: RecordValueProps): JSX.Element {
  const text = () => leafText(props.value) ?? '';
  const size = () =>
    Array.isArray(props.value)
      ? recordText().items(props.childCount ?? 0)
      : recordText().fields(props.childCount ?? 0);
  return (
    <Switch
      fallback={
        <span class={styles.plain}>
          <MarkedText text={text()} query={props.query} />
        </span>
      }
    >
      <Match when={props.childCount !== null}>
        <span class={styles.size}>{size()}</span>
      </Match>
      <Match when={isRemoved(props.value)}>
        <span class={styles.removed} title={text()}>
          <Lock size={11} aria-hidden="true" />
          {recordText().removed}
        </span>
      </Match>
      <Match when={typeof props.value === 'string'}>
        <span class={styles.string}>
          “<MarkedText text={text().slice(0, longestShown)} query={props.query} />”
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
