import ArrowLeft from 'lucide-solid/icons/arrow-left';
import CopyIcon from 'lucide-solid/icons/copy';
import Ellipsis from 'lucide-solid/icons/ellipsis';
import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { Show, type JSX } from 'solid-js';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { serverPageText, serverRowText, serverText } from '../../../shared/words/servers.ts';
import { createAction } from '../../state/create-action.ts';
import { createCopy } from '../../state/create-copy.ts';
import { createOpeningCheck } from '../../state/create-opening-check.ts';
import { useUsher } from '../../state/use-usher.ts';
import { serverOf } from '../../state/usher-state.ts';
import { Card } from '../../ui/card.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SourceFold } from '../source/source-fold.tsx';
import { ConnectionsFold } from './connections-fold.tsx';
import { CopyTokenButton } from './copy-token-button.tsx';
import { createPin } from './create-pin.ts';
import { createServerCopy } from './create-server-copy.ts';
import { ServerFacts } from './server-facts.tsx';
import { ServerGone } from './server-gone.tsx';
import { ServerTile } from './server-tile.tsx';
import { ServerTokens } from './server-tokens.tsx';
import { ServerTrouble } from './server-trouble.tsx';
import { ServerWarnings } from './server-warnings.tsx';
import { shortVersion } from './short-version.ts';
import styles from './server-view.module.css';

interface ServerViewProps {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
}

/** One server: a token of it first, then how it is reached and what it is. */
export function ServerView(props: ServerViewProps): JSX.Element {
  const usher = useUsher();
  const server = () => serverOf(usher.state, props);
  return (
    <Show
      when={server()}
      fallback={
        <div class={styles.view}>
          <ServerGone title={serverPageText().facts} />
        </div>
      }
    >
      {(present) => <ServerPage server={present()} />}
    </Show>
  );
}

function ServerPage(props: { readonly server: ServerSummary }): JSX.Element {
  const usher = useUsher();
  const copy = createServerCopy(() => props.server);
  const pin = createPin(() => props.server);
  const refresh = createAction('servers.refresh');
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
        leading={
          <>
            <IconButton
              icon={<ArrowLeft size={16} aria-hidden="true" />}
              label={serverPageText().back}
              class={styles.back}
              onClick={() => usher.navigate({ view: 'servers' })}
            />
            <ServerTile isOnline={props.server.isOnline} isLarge class={styles.tile} />
          </>
        }
        title={props.server.name}
        badges={
          <Chip tone={props.server.isOnline ? 'ok' : 'neutral'}>
            {props.server.isOnline ? serverText().online : serverText().offline}
          </Chip>
        }
        description={<Subtitle server={props.server} />}
        actions={
          <>
            <CopyTokenButton server={props.server} copy={copy} pin={pin} place="header" isOnEnter />
            <IconButton
              icon={<RefreshCw size={16} aria-hidden="true" />}
              label={serverText().refresh}
              isBusy={refresh.isBusy()}
              onClick={() => void refresh.run({ accountId: props.server.accountId })}
            />
            <MoreMenu server={props.server} />
          </>
        }
      />
      <ServerTrouble server={props.server} copy={copy} pin={pin} isWhole />
      <Show when={refresh.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
      <ServerWarnings server={props.server} />
      <ServerTokens server={props.server} />
      <Card class={styles.folds}>
        <ConnectionsFold server={props.server} />
        <ServerFacts server={props.server} />
        <SourceFold server={props.server} />
      </Card>
    </div>
  );
}

/** Through which account, whose it is, and what it runs. */
function Subtitle(props: { readonly server: ServerSummary }): JSX.Element {
  const usher = useUsher();
  const account = () => usher.state.accounts.find(({ id }) => id === props.server.accountId);
  return (
    <>
      <bdi>{account()?.title ?? ''}</bdi>
      {' · '}
      <Show
        when={props.server.ownership !== 'owned' && props.server.ownerName}
        fallback={serverRowText().access[props.server.ownership]}
      >
        {(owner) => serverRowText().sharedBy(<bdi>{owner()}</bdi>)}
      </Show>
      <Show when={props.server.version}>
        {(version) => ` · ${serverPageText().runs(shortVersion(version()))}`}
      </Show>
    </>
  );
}

function MoreMenu(props: { readonly server: ServerSummary }): JSX.Element {
  const copy = createCopy();
  return (
    <Menu
      label={serverPageText().more(props.server.name)}
      icon={<Ellipsis size={16} aria-hidden="true" />}
      items={[
        {
          label: serverPageText().copyId,
          icon: <CopyIcon size={16} aria-hidden="true" />,
          onSelect: () =>
            void copy.run({ text: props.server.id }, serverPageText().fact.identifier),
        },
      ]}
    />
  );
}
