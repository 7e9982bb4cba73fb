import { Show, type JSX } from 'solid-js';
import { settingsText, type SettingId } from '../../../shared/words/settings.ts';
import { cx } from '../../ui/cx.ts';
import styles from './settings-view.module.css';

interface SettingRowProps {
  readonly id: SettingId;
  /** In place of the words that belong to it. */
  readonly label?: string;
  readonly hint?: JSX.Element;
  /** Whether the control brings the words along. */
  readonly isWhole?: boolean;
  /** Whether the view begins here: the focus goes to its control. */
  readonly isStart: boolean;
  readonly children: JSX.Element;
}

/** One setting: what it is, and at the end of its line the control. */
export function SettingRow(props: SettingRowProps): JSX.Element {
  const words = () => settingsText().settings[props.id];
  return (
    <div
      class={cx(styles.row, props.isStart && styles.start)}
      data-setting={props.id}
      data-starts-here={props.isStart ? '' : undefined}
    >
      <Show when={props.isWhole !== true} fallback={props.children}>
        <div class={styles.words}>
          {/* The control is called by it too. */}
          <p>
            <bdi>{props.label ?? words().label}</bdi>
          </p>
          <Show when={props.hint ?? words().hint}>
            {(hint) => <p class={styles.hint}>{hint()}</p>}
          </Show>
        </div>
        <div class={styles.control}>{props.children}</div>
      </Show>
    </div>
  );
}
