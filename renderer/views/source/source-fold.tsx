import { createSignal, Show, type JSX } from 'solid-js';
import { isOlderVersion, type ServerSummary } from '../../../shared/model/server.ts';
import type { Result } from '../../../shared/result.ts';
import {
  sourceNeedsVersion,
  tokensToAskWith,
  type SourceAnswer,
} from '../../../shared/model/source.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { sourceText } from '../../../shared/words/sources.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { Fold } from '../../ui/fold.tsx';
import { createPlainHttpRetry } from '../servers/create-plain-http-retry.ts';
import { NoDevices, SourceAnswerView } from './source-answer-view.tsx';
import { SourceForm, type SourceQuestion } from './source-form.tsx';
import styles from './source-fold.module.css';

/** What a server of one's own can be asked beyond itself: how to reach a source. */
export function SourceFold(props: { readonly server: ServerSummary }): JSX.Element {
  const usher = useUsher();
  const known = () =>
    usher.state.servers.find((list) => list.accountId === props.server.accountId)?.servers ?? [];
  const obstacle = () => {
    if (props.server.ownership !== 'owned') return sourceText().ownerOnly;
    return isOlderVersion(props.server.version, sourceNeedsVersion) === true
      ? sourceText().tooOld(props.server.version ?? '', sourceNeedsVersion)
      : undefined;
  };
  return (
    <Fold
      title={sourceText().advanced}
      summary={<span>{sourceText().title}</span>}
      disabledReason={obstacle()}
    >
      <SourcePanel server={props.server} known={known()} />
    </Fold>
  );
}

interface SourcePanelProps {
  readonly server: ServerSummary;
  /** The servers offered by name. */
  readonly known: readonly ServerSummary[];
}

function SourcePanel(props: SourcePanelProps): JSX.Element {
  const usher = useUsher();
  const action = createAction('server.askSource');
  const [answer, setAnswer] = createSignal<SourceAnswer | null>(null);
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
      <p class={styles.lead}>{sourceText().intro}</p>
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
        {(error) => (
          <Show
            when={error().code === 'source.notFound'}
            fallback={<ErrorState error={error()} isInline />}
          >
            <NoDevices />
          </Show>
        )}
      </Show>
      <Show when={answer()}>{(present) => <SourceAnswerView answer={present()} />}</Show>
    </div>
  );
}
