import Check from 'lucide-solid/icons/check';
import CircleDashed from 'lucide-solid/icons/circle-dashed';
import CircleX from 'lucide-solid/icons/circle-x';
import Loader from 'lucide-solid/icons/loader';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createEffect, createMemo, For, on, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { replaceableApps, type AppTokenSummary } from '../../../shared/model/app-token.ts';
import type { AppRepair, UnwrittenFile } from '../../../shared/model/sign-in.ts';
import { appsText, destinationReasonText } from '../../../shared/words/app-tokens.ts';
import { repairText } from '../../../shared/words/sign-in.ts';
import { createAction } from '../../state/create-action.ts';
import { createCopy } from '../../state/create-copy.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { ButtonError } from '../../ui/button-error.tsx';
import { Chip } from '../../ui/chip.tsx';
import { ErrorLine } from '../../ui/error-line.tsx';
import { AppTile } from '../apps/app-tile.tsx';
import styles from './app-repair.module.css';

const text = () => repairText().apps;

interface AppRow {
  readonly app: AppTokenSummary;
  /** Null for one that nobody has begun with. */
  readonly progress: AppRepair['progress'] | null;
}

/** The app tokens that Plex rejects, and what became of those that are made anew. */
export function createAppRows() {
  const usher = useUsher();
  const rows = createMemo((): readonly AppRow[] => {
    const { appTokens, repair } = usher.state;
    const begun = repair.apps.flatMap(({ appTokenId, progress }) => {
      const app = appTokens.find(({ id }) => id === appTokenId);
      return app === undefined ? [] : [{ app, progress }];
    });
    const open = appTokens.filter(
      ({ id, verdict }) =>
        verdict.kind === 'rejected' && !repair.apps.some(({ appTokenId }) => appTokenId === id),
    );
    return [...begun, ...open.map((app) => ({ app, progress: null }))];
  });
  return {
    rows,
    isWorking: () =>
      rows().some(({ progress }) => progress?.kind === 'waiting' || progress?.kind === 'working'),
    /** Those that the next press is about. */
    openCount: () => replaceableApps(usher.state.appTokens, usher.state.accounts).length,
    doneCount: () => rows().filter(({ progress }) => progress?.kind === 'done').length,
  };
}

/** Makes the tokens of all programs anew that were signed out with their accounts, by one press, and tells what came of it. */
export function AppRepairList(props: {
  readonly apps: ReturnType<typeof createAppRows>;
  readonly onDone: () => void;
}): JSX.Element {
  const usher = useUsher();
  const replace = createAction('repair.replaceApps');
  const rows = () => props.apps.rows();
  const isOver = () => !props.apps.isWorking() && rows().every(({ progress }) => progress !== null);
  const title = () =>
    isOver() ? text().replaced(props.apps.doneCount(), rows().length) : text().title;
  createEffect(
    on(
      isOver,
      (over) => {
        if (over) usher.announce(title());
      },
      { defer: true },
    ),
  );

  return (
    <section class={styles.apps} aria-labelledby="repair-apps">
      <h2 id="repair-apps" tabindex={-1}>
        {title()}
      </h2>
      <Show when={!isOver()}>
        <p class={styles.lead}>{text().lead(rows().length)}</p>
      </Show>
      <Show when={props.apps.isWorking()}>
        <progress
          class={styles.bar}
          aria-label={text().progress(props.apps.doneCount(), rows().length)}
          max={rows().length}
          value={props.apps.doneCount()}
        />
      </Show>
      <ul class={styles.list} aria-label={text().list}>
        <For each={rows().map(({ app }) => app.id)}>
          {(id) => (
            <Show when={rows().find(({ app }) => app.id === id)}>
              {(row) => <Row app={row().app} progress={row().progress} />}
            </Show>
          )}
        </For>
      </ul>
      <Show when={replace.error()}>{(error) => <ErrorLine error={error()} />}</Show>
      <div class={styles.actions}>
        <Show
          when={props.apps.openCount() > 0 || props.apps.isWorking()}
          fallback={
            <Show when={isOver()} fallback={<p class={styles.lead}>{text().accountFirst}</p>}>
              <Button kind="filled" onClick={() => props.onDone()}>
                {repairText().done}
              </Button>
            </Show>
          }
        >
          <Button
            kind="filled"
            isBusy={props.apps.isWorking()}
            onClick={() => void replace.run({})}
          >
            {props.apps.isWorking()
              ? text().progress(props.apps.doneCount(), rows().length)
              : text().action(props.apps.openCount())}
          </Button>
        </Show>
      </div>
    </section>
  );
}

const marks = {
  open: { tone: 'danger', icon: CircleX },
  waiting: { tone: 'neutral', icon: CircleDashed },
  working: { tone: 'info', icon: Loader },
  done: { tone: 'ok', icon: Check },
  unwritten: { tone: 'warn', icon: TriangleAlert },
  failed: { tone: 'danger', icon: CircleX },
} as const;

const stateOf = (progress: AppRow['progress']): keyof typeof marks => {
  if (progress === null) return 'open';
  return progress.kind === 'done' && progress.unwritten.length > 0 ? 'unwritten' : progress.kind;
};

function Row(props: AppRow): JSX.Element {
  const mark = () => marks[stateOf(props.progress)];
  const done = () => (props.progress?.kind === 'done' ? props.progress : null);
  const failed = () => (props.progress?.kind === 'failed' ? props.progress : null);
  /** The program reads it from no file that Usher writes, or from one that it could not write. */
  const isToPaste = () =>
    done() !== null && (done()?.unwritten.length !== 0 || props.app.destinations.length === 0);
  return (
    <li class={styles.row}>
      <AppTile name={props.app.name} />
      <div class={styles.words}>
        <div class={styles.titleLine}>
          <span class={styles.name} title={props.app.name}>
            <bdi>{props.app.name}</bdi>
          </span>
          <Chip
            tone={mark().tone}
            icon={<Dynamic component={mark().icon} size={12} aria-hidden="true" />}
          >
            {text().states[stateOf(props.progress)]}
          </Chip>
        </div>
        <ul class={styles.files}>
          <For each={props.app.destinations}>
            {({ id, path, key }) => (
              <li>
                <code dir="ltr" translate="no">
                  {key === null ? path : `${path} › ${key}`}
                </code>
                <Show when={unwrittenOf(done()?.unwritten ?? [], id)}>
                  {(file) => (
                    <span class={styles.reason}>{destinationReasonText(file().reason)}</span>
                  )}
                </Show>
              </li>
            )}
          </For>
        </ul>
        <Show
          when={isToPaste()}
          fallback={
            <Show when={props.app.destinations.length === 0}>
              <p class={styles.reason}>{text().noFile}</p>
            </Show>
          }
        >
          <p class={styles.reason}>{text().paste(props.app.name)}</p>
        </Show>
        <Show when={failed()}>{(of) => <ErrorLine error={of().error} />}</Show>
      </div>
      <Show when={isToPaste()}>
        <CopyToken app={props.app} />
      </Show>
    </li>
  );
}

const unwrittenOf = (all: readonly UnwrittenFile[], id: UnwrittenFile['destinationId']) =>
  all.find(({ destinationId }) => destinationId === id);

function CopyToken(props: { readonly app: AppTokenSummary }): JSX.Element {
  const usher = useUsher();
  const copy = createCopy();
  const name = () => appsText().nameOf(props.app.name);
  return (
    <span class={styles.copy}>
      <Button
        size="small"
        isBusy={copy.isBusy()}
        aria-label={text().copyLabel(name())}
        onClick={() =>
          void copy.run(
            {
              secret: { kind: 'app', appTokenId: props.app.id },
              form: usher.state.settings.tokenForm,
            },
            name(),
          )
        }
      >
        {appsText().copyToken}
      </Button>
      <ButtonError error={copy.error()} />
    </span>
  );
}
