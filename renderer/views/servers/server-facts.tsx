import { For, Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { formatDate } from '../../../shared/words/formats.ts';
import { lastProvedAt, serverPageText, serverText } from '../../../shared/words/servers.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { CheckButton } from '../../ui/check-button.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Fold } from '../../ui/fold.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import styles from './server-facts.module.css';

interface ServerFactsProps {
  readonly server: ServerSummary;
}

const text = () => serverPageText().fact;

/** What plex.tv knows of the server. */
export function ServerFacts(props: ServerFactsProps): JSX.Element {
  const platform = () =>
    [props.server.platform, props.server.platformVersion].filter(Boolean).join(' ');
  return (
    <Fold
      title={serverPageText().facts}
      summary={
        <>
          <For
            each={[platform(), props.server.device].filter((part) => part !== null && part !== '')}
          >
            {(part) => <span class={styles.fact}>{part}</span>}
          </For>
          <span class={styles.fact}>
            <code>{shortId(props.server.id)}</code>
          </span>
          <CopyButton isCompact name={text().identifier} what={{ text: props.server.id }} />
        </>
      }
      moreLabel={serverPageText().moreFacts}
    >
      <KeyValueList>
        <KeyValue label={text().owner}>
          {props.server.ownership === 'owned' ? text().ownerSelf : props.server.ownerName}
        </KeyValue>
        <KeyValue label={text().ownership}>
          {serverText().ownership[props.server.ownership]}
        </KeyValue>
        <KeyValue label={text().version}>{props.server.version}</KeyValue>
        <KeyValue label={text().platform}>{platform()}</KeyValue>
        <KeyValue label={text().device}>{props.server.device}</KeyValue>
        <KeyValue label={text().identifier} isMono>
          {props.server.id}
        </KeyValue>
        <KeyValue label={text().publicAddress} isMono>
          {props.server.publicAddress}
        </KeyValue>
        <KeyValue label={text().httpsRequired}>
          {props.server.isHttpsRequired ? text().httpsIsRequired : text().httpsIsNotRequired}
        </KeyValue>
        <KeyValue label={text().accessToken}>
          <Show when={props.server.accessToken} fallback={text().noAccessToken}>
            {(token) => (
              <span class={styles.token}>
                <code>{tokenText().kindAndMasked(token().kind, token().lastFour)}</code>
                <VerdictBadge verdict={props.server.verdict} on="access" />
                <CheckButton
                  tokens={[
                    {
                      kind: 'access',
                      accountId: props.server.accountId,
                      serverId: props.server.id,
                    },
                  ]}
                  name={text().accessTokenOf(props.server.name)}
                />
              </span>
            )}
          </Show>
        </KeyValue>
        <KeyValue label={text().proved}>
          <Show when={lastProvedAt(props.server.verdict)} fallback={text().neverProved}>
            {(at) => <TimeAgo at={at()} />}
          </Show>
        </KeyValue>
        <KeyValue label={text().lastSeen}>
          <Show when={props.server.lastSeenAt}>{(at) => <TimeAgo at={at()} />}</Show>
        </KeyValue>
        <KeyValue label={text().createdAt}>
          <Show when={props.server.createdAt}>{(at) => formatDate(at())}</Show>
        </KeyValue>
      </KeyValueList>
    </Fold>
  );
}

/** Both ends of it: enough to tell it from another. */
const shortId = (id: string): string => (id.length > 16 ? `${id.slice(0, 8)}…${id.slice(-4)}` : id);
