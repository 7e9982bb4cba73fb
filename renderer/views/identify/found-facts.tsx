import { For, Show, type JSX } from 'solid-js';
import type { AskedServer, FoundToken } from '../../../shared/model/identification.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { identifyText, tokenEndText } from '../../../shared/words/identify.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { useUsher } from '../../state/use-usher.ts';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './found-token-card.module.css';

interface FoundFactsProps {
  readonly found: FoundToken;
  /** The one of the list of those minted here that it is. */
  readonly minted: TransientTokenSummary | null;
}

const labels = () => identifyText().labels;

/** What the token opens, when it ends and where it stood: what its title does not say. */
export function FoundFacts(props: FoundFactsProps): JSX.Element {
  const usher = useUsher();
  const ofKind = <Kind extends FoundToken['finding']['kind']>(kind: Kind) => {
    const { finding } = props.found;
    return finding.kind === kind
      ? (finding as Extract<FoundToken['finding'], { kind: Kind }>)
      : null;
  };
  const unlocks = (): string | null => {
    const account = ofKind('account');
    if (account !== null) return identifyText().unlocks(account.account.title, account.servers);
    const server = ofKind('server');
    return server === null ? null : identifyText().unlocksServer(server.server);
  };
  const owner = (): string | null => {
    const id = ofKind('server')?.accessTokenOf;
    const title = usher.state.accounts.find((account) => account.id === id)?.title;
    return title === undefined ? null : identifyText().accessTokenOf(title);
  };
  const reason = (): string | null => {
    const code = props.minted === null ? (ofKind('unknown')?.reason ?? null) : null;
    return code === null ? null : identifyText().reason(code);
  };
  const asked = () => (ofKind('refused') ?? ofKind('unknown'))?.servers ?? [];
  return (
    <dl class={styles.list}>
      <Fact label={labels().email} value={ofKind('account')?.account.email ?? null} />
      <Fact label={labels().unlocks} value={unlocks()} />
      <Fact label={labels().accessTokenOf} value={owner()} />
      <Show when={reason() !== null || asked().length > 0}>
        <div>
          <dt>{labels().askedServers}</dt>
          <dd>
            <Show when={reason()}>{(why) => <p>{why()}</p>}</Show>
            <Asked servers={asked()} />
          </dd>
        </div>
      </Show>
      <Show when={props.minted !== null || ofKind('refused') === null}>
        <Fact label={labels().expires} value={tokenEndText(props.found, props.minted)} />
      </Show>
      <Fact label={labels().place} value={identifyText().place(props.found.place)} />
      <div>
        <dt>{labels().token}</dt>
        <dd>
          {tokenText().kind(props.found.token.kind)}{' '}
          <code dir="ltr">
            <span aria-hidden="true">{tokenText().lastFour(props.found.token.lastFour)}</span>
            <VisuallyHidden>
              {tokenText().maskedForReaders(props.found.token.lastFour)}
            </VisuallyHidden>
          </code>
        </dd>
      </div>
    </dl>
  );
}

function Fact(props: { readonly label: string; readonly value: string | null }): JSX.Element {
  return (
    <Show when={props.value}>
      {(value) => (
        <div>
          <dt>{props.label}</dt>
          <dd>
            <bdi>{value()}</bdi>
          </dd>
        </div>
      )}
    </Show>
  );
}

const mostServers = 12;

/** Who was asked about a token, and why it has not said yes. */
function Asked(props: { readonly servers: readonly AskedServer[] }): JSX.Element {
  return (
    <ul>
      <For each={props.servers.slice(0, mostServers)}>
        {(server) => (
          <li>
            <bdi>{server.name}</bdi>{' '}
            <span class={styles.soft}>{identifyText().asked(server.reason)}</span>
          </li>
        )}
      </For>
      <Show when={props.servers.length > mostServers}>
        <li class={styles.soft}>
          {identifyText().moreServers(props.servers.length - mostServers)}
        </li>
      </Show>
    </ul>
  );
}
