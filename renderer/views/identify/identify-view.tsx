import { createMemo, For, Show, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { FoundTokenCard } from './found-token-card.tsx';
import { PasteForm } from './paste-form.tsx';
import styles from './identify-view.module.css';

/** Tells what a pasted token is, whose, what it opens and when it ends. */
export function IdentifyView(): JSX.Element {
  const usher = useUsher();
  const forget = createAction('identify.forget');
  const found = () => usher.state.identification;
  // By id, so that a card keeps its element, and what is open in it, while another one is asked about.
  const ids = createMemo(() => found().tokens.map(({ id }) => id));
  const tokenOf = (id: string) => found().tokens.find((one) => one.id === id);

  const forgetAll = async (): Promise<void> => {
    const forgotten = await forget.run({ foundTokenId: null });
    if (forgotten.ok) usher.announce(identifyText().allForgotten);
  };

  return (
    <div class={styles.view}>
      <PageHeader title={identifyText().title} description={identifyText().description} />
      <PasteForm />
      <Show when={ids().length > 0}>
        <div class={styles.bar}>
          <p class={styles.count}>
            <strong>{identifyText().found(ids().length)}</strong>
            <Show when={found().isCutOff}> {identifyText().cutOff}</Show>
          </p>
          <p class={styles.left}>
            {identifyText().forgottenIn(
              <Countdown
                remainingMs={found().remainingMs}
                receivedAt={usher.state.receivedAt.identification}
              />,
            )}
          </p>
          <Button size="small" isBusy={forget.isBusy()} onClick={() => void forgetAll()}>
            {identifyText().forgetAll}
          </Button>
        </div>
        <ul class={styles.found}>
          <For each={ids()}>
            {(id) => (
              <Show when={tokenOf(id)}>{(token) => <FoundTokenCard found={token()} />}</Show>
            )}
          </For>
        </ul>
      </Show>
    </div>
  );
}
