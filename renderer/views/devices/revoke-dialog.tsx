import { For, Show, type JSX } from 'solid-js';
import type { DeviceKind } from '../../../shared/model/device.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Banner } from '../../ui/banner.tsx';
import type { DeviceActions } from './create-device-actions.ts';
import styles from './devices-view.module.css';
import { titleOfDevice } from './title-of-device.ts';

interface RevokeDialogProps {
  readonly desk: DeviceActions;
}

const text = () => deviceText().confirm;
const namesShown = 6;

/** Asks before devices are revoked, and says what else ends with them. */
export function RevokeDialog(props: RevokeDialogProps): JSX.Element {
  const devices = () => props.desk.asked() ?? [];
  const isOne = () => devices().length === 1;
  const countOf = (kind: DeviceKind) => devices().filter((device) => device.kind === kind).length;
  const title = () => {
    const [first] = devices();
    return first !== undefined && isOne()
      ? text().title(titleOfDevice(first))
      : text().titleOfSeveral(devices().length);
  };
  const action = () => (isOne() ? text().action : deviceText().revokeSelected(devices().length));
  return (
    <ConfirmDialog
      isOpen={props.desk.asked() !== null}
      title={title()}
      description={isOne() ? text().text : text().textOfSeveral}
      confirmLabel={action()}
      isDangerous
      onConfirm={() => props.desk.revoke(devices().map(({ id }) => id))}
      onClose={() => props.desk.cancel()}
    >
      <Show when={!isOne()}>
        <ul class={styles.names}>
          <For each={devices().slice(0, namesShown)}>
            {(device) => (
              <li>
                <bdi>{titleOfDevice(device)}</bdi>
              </li>
            )}
          </For>
          <Show when={devices().length > namesShown}>
            <li>{deviceText().andMore(devices().length - namesShown)}</li>
          </Show>
        </ul>
      </Show>
      <Show when={countOf('server') > 0}>
        <Banner
          tone="warn"
          title={text().server.title(countOf('server'))}
          detail={text().server.text(countOf('server'))}
        />
      </Show>
      <Show when={countOf('usher') > 0}>
        <Banner title={text().usher.title} detail={text().usher.text} />
      </Show>
    </ConfirmDialog>
  );
}
