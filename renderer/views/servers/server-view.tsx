import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { Show, type JSX } from 'solid-js';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { createOpeningCheck } from '../../state/create-opening-check.ts';
import { useUsher } from '../../state/use-usher.ts';
import { serverPageText, serverText } from '../../../shared/words/servers.ts';
import { Chip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ConnectionsSection } from './connections-section.tsx';
import { MintSection } from './mint-section.tsx';
import { ServerFacts } from './server-facts.tsx';
import { ServerGone } from './server-gone.tsx';
import { ServerWarnings } from './server-warnings.tsx';
import { SourceSection } from './source-section.tsx';
import styles from './server-view.module.css';

interface ServerViewProps {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
}

/** One server: minting first, then how it is reached and what it is. */
export function ServerView(props: ServerViewProps): JSX.Element {
  const usher = useUsher();
  const server = () =>
    usher.state.servers
      .find((list) => list.accountId === props.accountId)
      ?.servers.find((each) => each.id === props.serverId);
  const toServers = (): void => usher.navigate({ view: 'servers', accountId: props.accountId });
  return (
    <Show
      when={server()}
      fallback={
        <div class={styles.view}>
          <ServerGone title={serverPageText().facts} accountId={props.accountId} />
        </div>
      }
    >
      {(present) => <ServerPage server={present()} onBack={toServers} />}
    </Show>
  );
}

interface ServerPageProps {
  readonly server: ServerSummary;
  readonly onBack: () => void;
}

function ServerPage(props: ServerPageProps): JSX.Element {
  const usher = useUsher();
  createOpeningCheck(() => [
    { kind: 'access', accountId: props.server.accountId, serverId: props.server.id },
    ...usher.state.tokens
      .filter(
        ({ accountId, serverId, remainingMs }) =>
          remainingMs > 0 && accountId === props.server.accountId && serverId === props.server.id,
      )
      .map(({ id }) => ({ kind: 'transient', tokenId: id }) as const),
  ]);

  return (
    <div class={styles.view}>
      <PageHeader
        above={
          <Button
            size="small"
            kind="quiet"
            class={styles.back}
            icon={<ArrowLeft size={14} aria-hidden="true" />}
            onClick={() => props.onBack()}
          >
            {serverPageText().back}
          </Button>
        }
        title={props.server.name}
        badges={
          <>
            <Chip tone={props.server.isOnline ? 'ok' : 'neutral'}>
              {props.server.isOnline ? serverText().online : serverText().offline}
            </Chip>
            <Chip>{serverText().ownership[props.server.ownership]}</Chip>
          </>
        }
      />
      <ServerWarnings server={props.server} />
      <MintSection server={props.server} />
      <ConnectionsSection server={props.server} />
      <ServerFacts server={props.server} />
      <SourceSection server={props.server} />
    </div>
  );
}
