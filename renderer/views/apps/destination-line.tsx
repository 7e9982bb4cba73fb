import Check from 'lucide-solid/icons/check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import FilePenLine from 'lucide-solid/icons/file-pen-line';
import FileText from 'lucide-solid/icons/file-text';
import ShieldAlert from 'lucide-solid/icons/shield-alert';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type {
  AppTokenSummary,
  DestinationState,
  DestinationSummary,
} from '../../../shared/model/app-token.ts';
import { appsText, destinationReasonText } from '../../../shared/words/app-tokens.ts';
import { sinceText } from '../../../shared/words/formats.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ErrorLine } from '../../ui/error-line.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { catchFocus } from '../../ui/catch-focus.ts';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { fileName } from './file-name.ts';
import styles from './destination-line.module.css';

interface DestinationLineProps {
  readonly app: AppTokenSummary;
  readonly destination: DestinationSummary;
}

const text = () => appsText().file;

/** One file that a program reads its token from, and what is to be done about it. */
export function DestinationLine(props: DestinationLineProps): JSX.Element {
  const usher = useUsher();
  const write = createAction('appToken.write');
  const restrict = createAction('appToken.restrict');
  const identify = createAction('identify.askFile');
  const identifyFound = async (): Promise<void> => {
    const asked = await identify.run({
      appTokenId: props.app.id,
      destinationId: props.destination.id,
    });
    if (asked.ok) usher.navigate({ view: 'identify' });
  };
  const act = async (action: typeof write | typeof restrict, done: string): Promise<void> => {
    const result = await action.run({
      appTokenId: props.app.id,
      destinationId: props.destination.id,
    });
    if (!result.ok) return;
    usher.tell({ title: done });
    // The button may have gone with what it was about.
    queueMicrotask(catchFocus);
  };
  const file = () => fileName(props.destination.path);
  const error = () => {
    const failure = write.error() ?? restrict.error() ?? identify.error();
    return failure?.code === 'question.declined' ? null : failure;
  };
  const stateOf = <Kind extends DestinationState['kind']>(kind: Kind) => {
    const { state } = props.destination;
    return isState(state, kind) ? state : null;
  };
  const reason = () => (stateOf('notWritten') ?? stateOf('notChecked'))?.reason ?? null;
  const writeButton = (label: string) => (
    <Button
      size="small"
      isBusy={write.isBusy()}
      aria-label={text().actionName(label, props.destination.path)}
      onClick={() => void act(write, text().written(file()))}
    >
      {label}
    </Button>
  );

  return (
    <li class={styles.file}>
      <Show
        when={stateOf('changed')}
        fallback={
          <div class={styles.line}>
            <span class={styles.icon}>
              <FileText size={14} aria-hidden="true" />
            </span>
            <div class={styles.words}>
              <Place of={props.destination} />
              <Show when={reason()}>
                {(code) => <p class={styles.reason}>{destinationReasonText(code())}</p>}
              </Show>
            </div>
            <Switch>
              <Match when={stateOf('upToDate')}>
                <span class={styles.good}>
                  <Check size={14} stroke-width={2.25} aria-hidden="true" />
                  {text().upToDate}
                </span>
              </Match>
              <Match when={stateOf('notWritten')}>
                <span class={styles.state}>{text().notWritten}</span>
                {writeButton(text().write)}
              </Match>
              <Match when={stateOf('notChecked')}>
                <span class={styles.state}>
                  <CircleDashed size={14} stroke-width={2.25} aria-hidden="true" />
                  {text().notChecked}
                </span>
              </Match>
            </Switch>
          </div>
        }
      >
        {(changed) => (
          <Banner
            tone="warn"
            icon={<FilePenLine size={14} aria-hidden="true" />}
            title={<Place of={props.destination} />}
            detail={<p>{changeOf(changed(), props.app)}</p>}
            actions={
              <>
                <Show when={changed().found}>
                  <Button
                    size="small"
                    kind="quiet"
                    isBusy={identify.isBusy()}
                    aria-label={text().actionName(text().identify, props.destination.path)}
                    onClick={() => void identifyFound()}
                  >
                    {text().identify}
                  </Button>
                </Show>
                {writeButton(text().review)}
              </>
            }
          />
        )}
      </Show>
      <Show when={props.destination.isReadableByOthers}>
        <div class={styles.line}>
          <span class={styles.icon}>
            <ShieldAlert size={14} aria-hidden="true" />
          </span>
          <p class={styles.words}>{text().othersCanRead}</p>
          <Button
            size="small"
            kind="quiet"
            class={styles.flush}
            isBusy={restrict.isBusy()}
            aria-label={text().actionName(text().restrict, props.destination.path)}
            onClick={() => void act(restrict, text().restricted(file()))}
          >
            {text().restrict}
          </Button>
        </div>
      </Show>
      <Show when={error()}>
        {(failure) => (
          <div class={styles.trouble}>
            <ErrorLine error={failure()} />
          </div>
        )}
      </Show>
    </li>
  );
}

/** Path and key. Long ones are broken rather than cut: what differs between two of them may stand anywhere. */
function Place(props: { readonly of: DestinationSummary }): JSX.Element {
  const keys = () => [props.of.key, props.of.urlKey].filter((key) => key !== null).join(', ');
  return (
    <code class={styles.place} dir="ltr" translate="no">
      {props.of.path}
      <Show when={keys()}>
        {(present) => (
          <>
            <span class={styles.step}>{' › '}</span>
            {present()}
          </>
        )}
      </Show>
    </code>
  );
}

function changeOf(
  { at, found }: Extract<DestinationState, { kind: 'changed' }>,
  { token }: AppTokenSummary,
): JSX.Element {
  const since = () => <TimeAgo at={at} words={sinceText} />;
  const masked = (lastFour: string) => (
    <code class={styles.secret} dir="ltr">
      {tokenText().lastFour(lastFour)}
    </code>
  );
  return found === null
    ? text().isEmpty<JSX.Element>(since())
    : text().differs<JSX.Element>(since(), masked(found.lastFour), masked(token.lastFour));
}

const isState = <Kind extends DestinationState['kind']>(
  state: DestinationState,
  kind: Kind,
): state is Extract<DestinationState, { kind: Kind }> => state.kind === kind;
