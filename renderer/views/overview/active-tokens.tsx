import Ticket from 'lucide-solid/icons/ticket';
import { createMemo, For, Show, type JSX } from 'solid-js';
import { transientLifeMs, type TransientTokenSummary } from '../../../shared/model/token.ts';
import { uiText } from '../../../shared/words/app.ts';
import { overviewText } from '../../../shared/words/overview.ts';
import { tokenFormText, tokenText } from '../../../shared/words/tokens.ts';
import { createCopy } from '../../state/create-copy.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ErrorLine } from '../../ui/error-line.tsx';
import { createSummons } from '../../ui/create-summons.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { animateRows } from '../../ui/motion.ts';
import { SplitButton } from '../../ui/split-button.tsx';
import { TimeBar } from '../../ui/time-bar.tsx';
import { tokenFormEntries } from '../../ui/token-form-entries.ts';
import { isLive } from '../tokens/is-live.ts';
import { Block } from '../../ui/block.tsx';
import styles from './active-tokens.module.css';

const mostShown = 2;

/** The newest of the tokens that live, to be copied once more. */
export function ActiveTokens(): JSX.Element {
  const usher = useUsher();
  const live = createMemo(() => usher.state.tokens.filter(isLive));
  return (
    <Block
      title={overviewText().tokens.title}
      count={live().length}
      end={
        <Show when={live().length > 0}>
          <button
            type="button"
            class={styles.all}
            onClick={() => usher.navigate({ view: 'tokens' })}
          >
            {overviewText().tokens.all}
          </button>
        </Show>
      }
    >
      <Show when={live().length > 0} fallback={<None />}>
        <ul ref={animateRows}>
          <For each={live().slice(0, mostShown)}>{(token) => <TokenLine token={token} />}</For>
        </ul>
      </Show>
    </Block>
  );
}

function None(): JSX.Element {
  return (
    <div class={styles.none}>
      <span class={styles.tile}>
        <Ticket size={16} aria-hidden="true" />
      </span>
      <p>{overviewText().tokens.empty}</p>
    </div>
  );
}

function TokenLine(props: { readonly token: TransientTokenSummary }): JSX.Element {
  const usher = useUsher();
  const copy = createCopy();
  const name = () => overviewText().tokens.nameOf(props.token.serverName);
  const { summons, summon } = createSummons();
  const form = () => usher.state.settings.tokenForm;
  const run = (as = form()): void =>
    void copy.run(
      { secret: { kind: 'transient', tokenId: props.token.id }, form: as },
      tokenFormText().nameAs(name(), as),
    );
  return (
    <li class={styles.row} onContextMenu={summon}>
      <span class={styles.what}>
        <span class={styles.server}>
          <bdi>{props.token.serverName}</bdi>
        </span>{' '}
        <span class={styles.account}>
          <bdi>{props.token.accountName}</bdi>
        </span>
      </span>
      <code class={styles.masked} dir="ltr">
        {tokenText().lastFour(props.token.token.lastFour)}
      </code>
      <span class={styles.left}>
        <Countdown
          isShort
          remainingMs={props.token.remainingMs}
          receivedAt={usher.state.receivedAt.tokens}
        />
        <TimeBar
          isThin
          remainingMs={props.token.remainingMs}
          receivedAt={usher.state.receivedAt.tokens}
          totalMs={transientLifeMs}
        />
      </span>
      <SplitButton
        size="copy"
        label={uiText().copy}
        name={uiText().copyLabel(name())}
        busyLabel={uiText().copy}
        doneLabel={uiText().copied}
        menuLabel={tokenFormText().menu(name())}
        isBusy={copy.isBusy()}
        isDone={copy.isCopied()}
        menu={tokenFormEntries(props.token.token.lastFour, run)}
        summons={summons()}
        onPress={() => run()}
      />
      <Show when={copy.error()}>
        {(error) => (
          <div class={styles.trouble}>
            <ErrorLine error={error()} />
          </div>
        )}
      </Show>
    </li>
  );
}
