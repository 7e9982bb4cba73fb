import ArrowLeft from 'lucide-solid/icons/arrow-left';
import { createSignal, Show, type JSX } from 'solid-js';
import type { AccountId, ServerId } from '../../../shared/model/ids.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { Result } from '../../../shared/result.ts';
import {
  sourceNeedsVersion,
  tokensToAskWith,
  type SourceAnswer,
} from '../../../shared/model/source.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { sourceText } from '../../../shared/words/sources.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Banner } from '../../ui/banner.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { createPlainHttpRetry } from '../servers/create-plain-http-retry.ts';
import { ServerGone } from '../servers/server-gone.tsx';
import { TokenHoleNotice } from '../servers/token-hole-notice.tsx';
import { SourceAnswerView } from './source-answer-view.tsx';
import { SourceForm, type SourceQuestion } from './source-form.tsx';
import { sourceObstacle } from './source-obstacle.ts';
import styles from './source-view.module.css';

interface SourceViewProps {
  readonly accountId: AccountId;
  readonly serverId: ServerId;
}

/** Asks a server of one's own how to reach a source. */
export function SourceView(props: SourceViewProps): JSX.Element {
  const usher = useUsher();
  const servers = () =>
    usher.state.servers.find((list) => list.accountId === props.accountId)?.servers ?? [];
  const server = () => servers().find((each) => each.id === props.serverId);
  return (
    <Show
      when={server()}
      fallback={
        <div class={styles.view}>
          <ServerGone title={sourceText().title} accountId={props.accountId} />
        </div>
      }
    >
      {(present) => <SourcePage server={present()} known={servers()} />}
    </Show>
  );
}

interface SourcePageProps {
  readonly server: ServerSummary;
  /** The servers offered by name. */
  readonly known: readonly ServerSummary[];
}

function SourcePage(props: SourcePageProps): JSX.Element {
  const usher = useUsher();
  const action = createAction('server.askSource');
  const [answer, setAnswer] = createSignal<SourceAnswer | null>(null);
  const obstacle = () => sourceObstacle(props.server);

  const plainHttp = createPlainHttpRetry(action);

  const ask = async (
    { accountId, id }: ServerSummary,
    question: SourceQuestion,
  ): Promise<Result<unknown>> => {
    // Main keeps the tokens of the last answer only: older ones on the screen could no longer be copied.
    setAnswer(null);
    const result = await action.run({ accountId, serverId: id, ...question });
    if (!result.ok) return result;
    setAnswer(result.value);
    usher.announce(sourceText().announceAnswer(result.value.devices.length));
    return result;
  };

  return (
    <div class={styles.view}>
      <PageHeader
        above={
          <Button
            size="small"
            kind="quiet"
            class={styles.back}
            icon={<ArrowLeft size={14} aria-hidden="true" />}
            onClick={() =>
              usher.navigate({
                view: 'server',
                accountId: props.server.accountId,
                serverId: props.server.id,
              })
            }
          >
            <bdi>{props.server.name}</bdi>
          </Button>
        }
        title={sourceText().title}
        description={sourceText().intro}
      />
      <Show
        when={obstacle()}
        fallback={
          <>
            <Banner
              title={sourceText().rules.title}
              detail={sourceText().rules.text(sourceNeedsVersion)}
            />
            <TokenHoleNotice version={props.server.version} />
            <SourceForm
              known={props.known}
              tokens={tokensToAskWith(usher.state.tokens, props.server)}
              isBusy={action.isBusy() || plainHttp.isAsking()}
              onAsk={(question) => {
                const { server } = props;
                void plainHttp.run(server, () => ask(server, question));
              }}
            />
            <Show when={plainHttp.error()}>
              {(error) => <ErrorState error={error()} isInline />}
            </Show>
            <Show when={answer()}>{(present) => <SourceAnswerView answer={present()} />}</Show>
          </>
        }
      >
        {(present) => <Obstacle obstacle={present()} />}
      </Show>
    </div>
  );
}

interface ObstacleProps {
  readonly obstacle: NonNullable<ReturnType<typeof sourceObstacle>>;
}

function Obstacle(props: ObstacleProps): JSX.Element {
  const words = () =>
    props.obstacle.kind === 'notOwner'
      ? sourceText().obstacle.notOwner
      : {
          title: sourceText().obstacle.tooOld.title,
          text: sourceText().obstacle.tooOld.text(props.obstacle.version, sourceNeedsVersion),
        };
  return (
    <Card>
      <EmptyState title={words().title} detail={words().text} />
    </Card>
  );
}
