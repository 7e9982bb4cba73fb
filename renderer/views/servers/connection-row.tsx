import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import Trash from 'lucide-solid/icons/trash';
import { Show, type JSX } from 'solid-js';
import type { ConnectionSummary } from '../../../shared/model/server.ts';
import { addedAddressText } from '../../../shared/words/added-addresses.ts';
import { serverPageText } from '../../../shared/words/servers.ts';
import { Chip } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { ConnectionState } from './connection-state.tsx';
import styles from './connections-fold.module.css';

interface ConnectionRowProps {
  readonly connection: ConnectionSummary;
  /** The address used last. */
  readonly isRoute: boolean;
  /** Of one that the person added. */
  readonly onRemove: () => void;
}

export function ConnectionRow(props: ConnectionRowProps): JSX.Element {
  const isFoundByName = () =>
    props.connection.state.kind === 'proved' && props.connection.state.isFoundByName;
  const hasOtherCertificate = () =>
    props.connection.state.kind === 'failed' &&
    props.connection.state.reason === 'network.otherCertificate';
  return (
    <li class={styles.row}>
      <code class={styles.uri}>
        <bdi>{props.connection.uri}</bdi>
      </code>
      <span class={styles.badges}>
        <Chip>{serverPageText().kinds[props.connection.kind]}</Chip>
        <Show
          when={props.connection.isSecure}
          fallback={
            <Chip
              tone={props.connection.isExposed ? 'warn' : 'neutral'}
              icon={<LockOpen size={11} aria-hidden="true" />}
              title={
                props.connection.isExposed
                  ? serverPageText().plainHttpNote
                  : serverPageText().ownPlainHttpNote
              }
            >
              {props.connection.isExposed
                ? serverPageText().plainHttp
                : serverPageText().ownPlainHttp}
            </Chip>
          }
        >
          <Chip icon={<Lock size={11} aria-hidden="true" />}>{serverPageText().secure}</Chip>
        </Show>
        <Show when={props.connection.isIPv6}>
          <Chip>{serverPageText().ipv6}</Chip>
        </Show>
        <Show when={props.connection.isAdded}>
          <Chip>{addedAddressText().mark}</Chip>
        </Show>
        <Show when={props.isRoute}>
          <Chip>{serverPageText().route}</Chip>
        </Show>
      </span>
      <span class={styles.state}>
        <ConnectionState state={props.connection.state} />
      </span>
      <Show when={isFoundByName()}>
        <p class={styles.note}>{serverPageText().foundByName}</p>
      </Show>
      <Show when={props.connection.certificate}>
        {(certificate) => (
          <p class={styles.note}>
            {hasOtherCertificate()
              ? addedAddressText().otherCertificate
              : addedAddressText().pinned}{' '}
            <code class={styles.fingerprint}>{certificate()}</code>
          </p>
        )}
      </Show>
      <span class={styles.copy}>
        <CopyButton
          isCompact
          name={serverPageText().addressName(props.connection.uri)}
          what={{ text: props.connection.uri }}
        />
        <Show when={props.connection.isAdded}>
          <IconButton
            size="small"
            icon={<Trash size={14} aria-hidden="true" />}
            label={addedAddressText().removeName(props.connection.uri)}
            tip={addedAddressText().remove}
            onClick={() => props.onRemove()}
          />
        </Show>
      </span>
    </li>
  );
}
