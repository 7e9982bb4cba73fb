import { createMemo, For, Show, type JSX } from 'solid-js';
import { identificationLifeMs } from '../../../shared/model/identification.ts';
import { identifyText } from '../../../shared/words/identify.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { CountdownRing } from '../../ui/ring.tsx';
import { FoundTokenCard } from './found-token-card.tsx';
import styles from './identify-view.module.css';
import { PasteZone } from './paste-zone.tsx';

/** Tells what a pasted token is, whose, what it opens and when it ends. */
export function IdentifyView(): JSX.Element {
  const usher = useUsher();
  const forget = createAction('identify.forget');
  const found = () => usher.state.identification;
  // By id, so that a card keeps its element, and what is open in it, while another one is asked about.
  const ids = createMemo(() => found().tokens.map(({ id }) => id));
  const tokenOf = (id: string) => found().tokens.find((one) => one.id === id);
  const receivedAt = () => usher.state.receivedAt.identification;

  const forgetAll = async (): Promise<void> => {
    const forgotten = await forget.run({ foundTokenId: null });
    if (forgotten.ok) usher.announce(identifyText().allForgotten);
  };

  return (
    <div class={styles.view}>
      <PageHeader title={identifyText().title} description={identifyText().description} />
      <PasteZone />
      <Show when={ids().length > 0}>
        <div class={styles.results}>
          <div class={styles.bar}>
            <h2 class={styles.title}>{identifyText().results(ids().length)}</h2>
            <Show when={ids().length > 1}>
              <span class={styles.count}>{ids().length}</span>
            </Show>
            <p class={styles.left}>
              <CountdownRing
                remainingMs={found().remainingMs}
                totalMs={identificationLifeMs}
                receivedAt={receivedAt()}
              />
              <span>
                {identifyText().forgottenIn(
                  <Countdown isShort remainingMs={found().remainingMs} receivedAt={receivedAt()} />,
                )}
              </span>
            </p>
            <Show when={ids().length > 1}>
              <Button
                size="small"
                kind="quiet"
                isBusy={forget.isBusy()}
                onClick={() => void forgetAll()}
              >
                {identifyText().forgetAll}
              </Button>
            </Show>
          </div>
          <Show when={found().isCutOff}>
            <p class={styles.note}>{identifyText().cutOff}</p>
          </Show>
          <ul class={styles.found}>
            <For each={ids()}>
              {(id) => (
                <Show when={tokenOf(id)}>{(token) => <FoundTokenCard found={token()} />}</Show>
              )}
            </For>
          </ul>
        </div>
      </Show>
      <p class={styles.note}>{identifyText().promise}</p>
    </div>
  );
}
