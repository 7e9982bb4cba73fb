import { Show, type JSX } from 'solid-js';
import { deviceText } from '../../../shared/words/devices.ts';
import { Button } from '../../ui/button.tsx';
import type { DeviceActions } from './create-device-actions.ts';
import styles from './devices-view.module.css';

/** As many as one request takes. */
const mostAtOnce = 1_000;

/** What is selected, also where the search hides it, and revoking all of that. */
export function SelectionBar(props: { readonly desk: DeviceActions }): JSX.Element {
  const count = () => props.desk.selected().length;
  return (
    <Show when={count() > 0}>
      <div class={styles.selection} role="group" aria-label={deviceText().selected(count())}>
        <span class={styles.selectedCount}>{deviceText().selected(count())}</span>
        <Show when={count() > mostAtOnce}>
          <span class={styles.tooMany}>{deviceText().tooMany(mostAtOnce)}</span>
        </Show>
        <Button kind="quiet" onClick={() => props.desk.selection.clear()}>
          {deviceText().clearSelection}
        </Button>
        <Button
          kind="danger"
          disabled={props.desk.isBusy() || count() > mostAtOnce}
          onClick={() => props.desk.askToRevoke(props.desk.selected())}
        >
          {deviceText().revokeSelected(count())}
        </Button>
      </div>
    </Show>
  );
}
