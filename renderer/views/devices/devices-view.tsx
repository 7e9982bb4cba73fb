import { Show, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { AccountHeader } from '../account/account-header.tsx';
import { DevicesBody, devicesOf } from './devices-body.tsx';
import styles from './devices-view.module.css';

interface DevicesViewProps {
  readonly accountId: AccountId;
}

/** The account's Authorized Devices. */
export function DevicesView(props: DevicesViewProps): JSX.Element {
  const usher = useUsher();
  const account = () => usher.state.accounts.find((each) => each.id === props.accountId);
  const isAsking = () => devicesOf(usher.state, props.accountId).isAsking;
  return (
    <div class={styles.view}>
      <Show
        when={account()}
        fallback={
          <>
            <PageHeader title={deviceText().title} />
            <Card>
              <EmptyState title={deviceText().gone.title} detail={deviceText().gone.text} />
            </Card>
          </>
        }
      >
        {(present) => (
          <>
            <AccountHeader
              account={present()}
              page="devices"
              refresh={{
                label: isAsking() ? deviceText().refreshing : deviceText().refresh,
                isBusy: isAsking(),
                run: () => void usher.request('devices.refresh', { accountId: present().id }),
              }}
            />
            <DevicesBody account={present()} />
          </>
        )}
      </Show>
    </div>
  );
}
