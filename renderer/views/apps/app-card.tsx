import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { createSignal, createUniqueId, For, Show, type JSX } from 'solid-js';
import type { AppTokenSummary, DestinationSummary } from '../../../shared/model/app-token.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { commonText, uiText } from '../../../shared/words/app.ts';
import { createAction } from '../../state/create-action.ts';
import { createCopy } from '../../state/create-copy.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ErrorLine } from '../../ui/error-line.tsx';
import { Chip } from '../../ui/chip.tsx';
import { createRevealed } from '../../ui/create-revealed.ts';
import { createSummons } from '../../ui/create-summons.ts';
import { InlineError } from '../../ui/inline-error.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import { AddFileDialog } from './add-file-dialog.tsx';
import { AppMenu } from './app-menu.tsx';
import { AppMeta } from './app-meta.tsx';
import { AppTile } from './app-tile.tsx';
import { createRotation } from './create-rotation.ts';
import { DestinationLine } from './destination-line.tsx';
import { fileName } from './file-name.ts';
import { createRemoval, RevokeDialog } from './revoke-dialog.tsx';
import { RotateButton, RotateDialog, StoppedRotation } from './rotation-parts.tsx';
import styles from './app-card.module.css';

/** One program: whether its token is valid, where it reads it, and what can be done with it. */
export function AppCard(props: { readonly app: AppTokenSummary }): JSX.Element {
  const usher = useUsher();
  const titleId = createUniqueId();
  const copy = createCopy();
  const forget = createAction('appToken.removeDestination');
  const rotation = createRotation(() => props.app);
  const removal = createRemoval(() => props.app);
  const [isAddingFile, setIsAddingFile] = createSignal(false);
  const revealed = createRevealed({
    get secret() {
      return { kind: 'app', appTokenId: props.app.id } as const;
    },
    get token() {
      return props.app.token;
    },
  });
  const { summons, summon } = createSummons();
  const isStopped = () => props.app.work.kind === 'rotationStopped';
  const changedCount = () =>
    props.app.destinations.filter(({ state }) => state.kind === 'changed').length;
  const error = () => copy.error() ?? revealed.error() ?? rotation.error() ?? forget.error();

  const removeFile = async ({ id, path }: DestinationSummary): Promise<void> => {
    const removed = await forget.run({ appTokenId: props.app.id, destinationId: id });
    if (removed.ok) usher.tell({ title: appsText().fileRemoved(fileName(path)) });
  };

  return (
    <li class={styles.card} aria-labelledby={titleId} onContextMenu={summon}>
      <span class={styles.tile}>
        <AppTile name={props.app.name} />
      </span>
      <div class={styles.words}>
        <div class={styles.titleLine}>
          <h2 id={titleId} class={styles.name} title={props.app.name}>
            <bdi>{props.app.name}</bdi>
          </h2>
          <VerdictBadge verdict={props.app.verdict} on="app" />
          <Show when={changedCount() > 0}>
            <Chip
              tone="warn"
              icon={<TriangleAlert size={12} stroke-width={2.25} aria-hidden="true" />}
            >
              {appsText().filesChanged(changedCount())}
            </Chip>
          </Show>
        </div>
        <AppMeta app={props.app} revealed={revealed.shown()} />
      </div>
      <Show when={!isStopped()}>
        <span class={styles.rotate}>
          <RotateButton app={props.app} rotation={rotation} />
        </span>
      </Show>
      <span class={styles.more}>
        <AppMenu
          app={props.app}
          copy={copy}
          isRevealed={revealed.shown() !== null}
          summons={summons()}
          onToggle={revealed.toggle}
          onAddFile={() => setIsAddingFile(true)}
          onRemoveFile={(destination) => void removeFile(destination)}
          onRevoke={removal.ask}
        />
      </span>
      <Show when={error()}>
        {(failure) => (
          <div class={styles.below}>
            <ErrorLine error={failure()} />
          </div>
        )}
      </Show>
      <Show when={error() === null && copy.warning() !== null}>
        <div class={styles.below}>
          <InlineError tone="warn">{commonText().sentence(uiText().copiedUnchecked)}</InlineError>
        </div>
      </Show>
      <Show when={isStopped()}>
        <div class={styles.below}>
          <StoppedRotation app={props.app} rotation={rotation} />
        </div>
      </Show>
      <Show when={props.app.destinations.length > 0}>
        <ul class={styles.files}>
          <For each={props.app.destinations}>
            {(destination) => <DestinationLine app={props.app} destination={destination} />}
          </For>
        </ul>
      </Show>
      <RotateDialog app={props.app} rotation={rotation} />
      <RevokeDialog app={props.app} removal={removal} />
      <AddFileDialog
        app={props.app}
        isOpen={isAddingFile()}
        onClose={() => setIsAddingFile(false)}
      />
    </li>
  );
}
