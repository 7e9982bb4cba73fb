import { Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { useUsher } from '../../state/use-usher.ts';
import { serverText } from '../../../shared/words/servers.ts';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import { createMint } from './create-mint.ts';
import { isMintKey } from './is-mint-key.ts';
import { MintButton } from './mint-button.tsx';
import { MintError } from './mint-error.tsx';
import { OnlineState } from './online-state.tsx';
import { shortVersion } from './short-version.ts';
import { summariseConnections } from './summarise-connections.ts';
import { TokenHoleMark } from './token-hole-mark.tsx';
import styles from './server-row.module.css';

interface ServerRowProps {
  readonly server: ServerSummary;
  readonly now: number;
}

/** One server of the list: a press opens it, the button mints at once. */
export function ServerRow(props: ServerRowProps): JSX.Element {
  const usher = useUsher();
  const mint = createMint(() => props.server);
  const connections = () => summariseConnections(props.server.connections);
  const platform = () =>
    [props.server.platform, props.server.platformVersion].filter(Boolean).join(' ');

  const onKeyDown = (event: KeyboardEvent): void => {
    if (!isMintKey(event)) return;
    event.preventDefault();
    mint.run();
  };

  return (
    <li class={styles.row} onKeyDown={onKeyDown}>
      <div class={styles.identity}>
        <button
          type="button"
          data-server-row
          class={styles.open}
          title={props.server.name}
          onClick={() =>
            usher.navigate({
              view: 'server',
              accountId: props.server.accountId,
              serverId: props.server.id,
            })
          }
        >
          <bdi>{props.server.name}</bdi>
        </button>
        <span class={styles.note}>
          <OnlineState server={props.server} now={props.now} />
          <Show when={props.server.verdict.kind === 'rejected'}>
            <VerdictBadge verdict={props.server.verdict} on="access" />
          </Show>
          <Show when={props.server.ownerName}>
            {(owner) => (
              <span class={styles.owner} title={owner()}>
                {serverText().by(<bdi>{owner()}</bdi>)}
              </span>
            )}
          </Show>
        </span>
      </div>
      <div class={styles.facts}>
        <span class={styles.clipped} title={props.server.version ?? undefined}>
          <bdi>{shortVersion(props.server.version ?? '') || '—'}</bdi>
        </span>
        <span class={styles.note} title={platform()}>
          <bdi class={styles.clipped}>{platform()}</bdi>
        </span>
      </div>
      <div class={styles.facts}>
        <Show
          when={connections()}
          fallback={<span class={styles.note}>{serverText().noConnections}</span>}
        >
          {(short) => (
            <>
              <span class={styles.clipped}>
                {short()
                  .kinds.map((kind) => serverText().kinds[kind])
                  .join(' · ')}
              </span>
              <span class={styles.note}>{serverText().security[short().security]}</span>
            </>
          )}
        </Show>
      </div>
      <div class={styles.action}>
        <TokenHoleMark version={props.server.version} />
        <MintButton mint={mint} serverName={props.server.name} />
      </div>
      <MintError mint={mint} />
    </li>
  );
}
