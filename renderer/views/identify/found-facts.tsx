import { For, Match, Show, Switch, type JSX } from 'solid-js';
import type { FoundToken, OpenedServer } from '../../../shared/model/identification.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { identifyText, tokenEndText } from '../../../shared/words/identify.ts';
import { useUsher } from '../../state/use-usher.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { AskedServers } from './asked-servers.tsx';
import styles from './identify-view.module.css';

interface FoundFactsProps {
  readonly found: FoundToken;
  /** The one of the list of those minted here that it is. */
  readonly minted: TransientTokenSummary | null;
}

const labels = () => identifyText().labels;
const shownServers = 12;

/** Where the token stood, whose it is, what it opens and when it ends. */
export function FoundFacts(props: FoundFactsProps): JSX.Element {
  const usher = useUsher();
  const ofKind = <Kind extends FoundToken['finding']['kind']>(kind: Kind) => {
    const { finding } = props.found;
    return finding.kind === kind
      ? (finding as Extract<FoundToken['finding'], { kind: Kind }>)
      : null;
  };
  const titleOf = (accountId: string): string | null =>
    usher.state.accounts.find(({ id }) => id === accountId)?.title ?? null;
  const owner = () => {
    const id = ofKind('server')?.accessTokenOf ?? null;
    return id === null ? null : titleOf(id);
  };
  return (
    <KeyValueList>
      <KeyValue label={labels().place}>{identifyText().place(props.found.place)}</KeyValue>
      <Switch>
        <Match when={props.minted}>
          {(minted) => (
            <>
              <KeyValue label={labels().mintedFor}>
                <bdi>{minted().serverName}</bdi>
              </KeyValue>
              <KeyValue label={labels().account}>
                <bdi>{titleOf(minted().accountId) ?? minted().accountName}</bdi>
              </KeyValue>
              <KeyValue label={labels().mintedAt}>
                <TimeAgo at={minted().mintedAt} />
              </KeyValue>
            </>
          )}
        </Match>
        <Match when={ofKind('account')}>
          {(finding) => (
            <>
              <KeyValue label={labels().account}>
                <bdi>{finding().account.title}</bdi>
              </KeyValue>
              <KeyValue label={labels().email}>{finding().account.email}</KeyValue>
              <KeyValue label={labels().device}>
                <Show when={finding().device} fallback={identifyText().noDevice}>
                  {(device) => identifyText().device(device())}
                </Show>
              </KeyValue>
              <KeyValue label={labels().servers}>
                <Show when={finding().servers} fallback={identifyText().serversUnknown}>
                  {(servers) => <Servers servers={servers()} />}
                </Show>
              </KeyValue>
            </>
          )}
        </Match>
        <Match when={ofKind('server')}>
          {(finding) => (
            <>
              <KeyValue label={labels().servers}>
                <Servers servers={[finding().server]} />
              </KeyValue>
              <Show when={owner()}>
                {(title) => (
                  <KeyValue label={labels().accessTokenOf}>
                    {identifyText().accessTokenOf(title())}
                  </KeyValue>
                )}
              </Show>
            </>
          )}
        </Match>
        <Match when={ofKind('refused') ?? ofKind('unknown')}>
          {(finding) => (
            <Show when={finding().servers.length > 0}>
              <KeyValue label={labels().askedServers}>
                <AskedServers servers={finding().servers} />
              </KeyValue>
            </Show>
          )}
        </Match>
      </Switch>
      <Show when={props.minted !== null || ofKind('refused') === null}>
        <KeyValue label={labels().ends}>{tokenEndText(props.found, props.minted)}</KeyValue>
      </Show>
    </KeyValueList>
  );
}

interface ServersProps {
  readonly servers: readonly OpenedServer[];
}

function Servers(props: ServersProps): JSX.Element {
  const leftCount = () => props.servers.length - shownServers;
  return (
    <Show when={props.servers.length > 0} fallback={identifyText().noServers}>
      <ul class={styles.servers}>
        <For each={props.servers.slice(0, shownServers)}>
          {(server) => (
            <li>
              <bdi>{server.name}</bdi>
              <Show when={server.isOwned ? null : server.ownerName}>
                {(name) => <span class={styles.soft}> {identifyText().sharedBy(name())}</span>}
              </Show>
            </li>
          )}
        </For>
        <Show when={leftCount() > 0}>
          <li class={styles.soft}>{identifyText().moreServers(leftCount())}</li>
        </Show>
      </ul>
    </Show>
  );
}
