import Lock from 'lucide-solid/icons/lock';
import LockOpen from 'lucide-solid/icons/lock-open';
import { For, Show, type JSX } from 'solid-js';
import type { SourceConnection, SourceDevice } from '../../../shared/model/source.ts';
import { serverPageText } from '../../../shared/words/servers.ts';
import { sourceText } from '../../../shared/words/sources.ts';
import { Chip } from '../../ui/chip.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { MaskedSecret } from '../../ui/masked-secret.tsx';
import { Section } from '../../ui/section.tsx';
import styles from './source-fold.module.css';

interface SourceDeviceViewProps {
  readonly device: SourceDevice;
  /** Tells it apart from the others of the answer. */
  readonly name: string;
}

export function SourceDeviceView(props: SourceDeviceViewProps): JSX.Element {
  return (
    <Section title={props.name}>
      <KeyValueList>
        <KeyValue label={sourceText().identifier} isMono>
          {props.device.clientIdentifier}
        </KeyValue>
        <KeyValue label={sourceText().token}>
          <Show when={props.device.token} fallback={sourceText().noToken}>
            {(token) => (
              <MaskedSecret
                secret={{ kind: 'source', tokenId: token().id }}
                token={token()}
                name={sourceText().tokenName(props.name)}
                hasKind={false}
              />
            )}
          </Show>
        </KeyValue>
      </KeyValueList>
      <h3 class={styles.heading}>{sourceText().connections}</h3>
      <Show
        when={props.device.connections.length > 0}
        fallback={<p class={styles.note}>{sourceText().noConnections}</p>}
      >
        <ul>
          <For each={props.device.connections}>
            {(connection) => <SourceConnectionRow connection={connection} />}
          </For>
        </ul>
      </Show>
    </Section>
  );
}

interface SourceConnectionRowProps {
  readonly connection: SourceConnection;
}

function SourceConnectionRow(props: SourceConnectionRowProps): JSX.Element {
  const isSecure = () => props.connection.protocol === 'https';
  return (
    <li class={styles.connection}>
      <code class={styles.uri}>
        <bdi>{props.connection.uri}</bdi>
      </code>
      <span class={styles.badges}>
        <Chip>{serverPageText().kinds[props.connection.kind]}</Chip>
        <Show
          when={props.connection.protocol}
          fallback={<Chip>{sourceText().protocolUnknown}</Chip>}
        >
          <Show
            when={isSecure()}
            fallback={
              <Chip
                tone="warn"
                icon={<LockOpen size={11} aria-hidden="true" />}
                title={serverPageText().plainHttpNote}
              >
                {serverPageText().plainHttp}
              </Chip>
            }
          >
            <Chip icon={<Lock size={11} aria-hidden="true" />}>{serverPageText().secure}</Chip>
          </Show>
        </Show>
      </span>
      <span class={styles.copy}>
        <CopyButton
          isCompact
          name={serverPageText().addressName(props.connection.uri)}
          what={{ text: props.connection.uri }}
        />
      </span>
    </li>
  );
}
