import Ticket from 'lucide-solid/icons/ticket';
import { createMemo, Match, Show, Switch, type JSX } from 'solid-js';
import { transientLifeMs, type TransientTokenSummary } from '../../../shared/model/token.ts';
import { commonText, uiText } from '../../../shared/words/app.ts';
import { whenText } from '../../../shared/words/formats.ts';
import { tokenListText, tokenStateText, tokenText } from '../../../shared/words/tokens.ts';
import { rejectionText } from '../../../shared/words/verdicts.ts';
import { createCheck } from '../../state/create-check.ts';
import { createCopy } from '../../state/create-copy.ts';
import { useUsher } from '../../state/use-usher.ts';
import { serverOf } from '../../state/usher-state.ts';
import { ErrorLine } from '../../ui/error-line.tsx';
import { Chip } from '../../ui/chip.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { createRemaining } from '../../ui/create-remaining.ts';
import { createRevealed } from '../../ui/create-revealed.ts';
import { createSummons } from '../../ui/create-summons.ts';
import { cx } from '../../ui/cx.ts';
import { InlineError } from '../../ui/inline-error.tsx';
import { HidesIn, PlainSecret } from '../../ui/masked-secret.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { TimeBar } from '../../ui/time-bar.tsx';
import { TipMark } from '../../ui/tooltip.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { UpdateChip } from '../servers/server-chips.tsx';
import { createForgetting, ForgetDialog } from './forget-dialog.tsx';
import { createMinting, TokenActions } from './token-actions.tsx';
import { TokenChip } from './token-chip.tsx';
import styles from './token-row.module.css';

interface TokenRowProps {
  readonly entry: TransientTokenSummary;
  /** Without server and account, where the page is the server's own. */
  readonly isOnServerPage?: boolean;
}

/** One transient token: what it is for, whether it is valid, how long still, and what can be done with it. */
export function TokenRow(props: TokenRowProps): JSX.Element {
  const usher = useUsher();
  const remaining = createRemaining(
    () => props.entry.remainingMs,
    () => usher.state.receivedAt.tokens,
  );
  const life = createMemo(() =>
    remaining() === 0 ? 'expired' : props.entry.verdict.kind === 'rejected' ? 'ended' : 'live',
  );
  const server = () => serverOf(usher.state, props.entry);
  const name = () => tokenListText().nameOf(props.entry.serverName);
  const copy = createCopy();
  const check = createCheck();
  const minting = createMinting(() => props.entry);
  const forgetting = createForgetting(() => props.entry);
  const revealed = createRevealed({
    get secret() {
      return { kind: 'transient', tokenId: props.entry.id } as const;
    },
    get token() {
      return props.entry.token;
    },
  });
  const { summons, summon } = createSummons();
  const shown = () => (life() === 'live' ? revealed.shown() : null);
  const error = () => copy.error() ?? revealed.error() ?? check.error() ?? minting.error();

  return (
    <li
      class={cx(
        styles.row,
        life() === 'live' && styles.live,
        props.isOnServerPage === true && styles.onServerPage,
      )}
      onContextMenu={summon}
    >
      <span class={styles.tile}>
        <Ticket size={16} aria-hidden="true" />
      </span>
      <Show when={props.isOnServerPage !== true}>
        <Of entry={props.entry} />
      </Show>
      <div class={styles.facts}>
        <Show
          when={shown()}
          fallback={
            <>
              <code class={styles.secret} dir="ltr">
                <span aria-hidden="true">{tokenText().lastFour(props.entry.token.lastFour)}</span>
                <VisuallyHidden>
                  {tokenText().maskedForReaders(props.entry.token.lastFour)}
                </VisuallyHidden>
              </code>
              <span class={styles.chip}>
                <Show
                  when={check.isBusy()}
                  fallback={<TokenChip token={props.entry} isBesideTime />}
                >
                  <Chip tone="info" icon={<Spinner />}>
                    {uiText().checking}
                  </Chip>
                </Show>
              </span>
              <Time
                entry={props.entry}
                life={life()}
                isWithMinted={props.isOnServerPage === true}
              />
            </>
          }
        >
          {(present) => (
            <span class={styles.revealed}>
              <PlainSecret secret={present().secret} />
              <HidesIn shown={present()} />
            </span>
          )}
        </Show>
      </div>
      <TokenActions
        entry={props.entry}
        life={life()}
        name={name()}
        copy={copy}
        minting={minting}
        isRevealed={shown() !== null}
        summons={summons()}
        onToggle={revealed.toggle}
        onCheck={() => void check.run([{ kind: 'transient', tokenId: props.entry.id }], name())}
        onForget={forgetting.ask}
      />
      <Show when={life() === 'live' && props.isOnServerPage !== true && server()}>
        {(present) => (
          <span class={styles.update}>
            <UpdateChip server={present()} />
          </span>
        )}
      </Show>
      <Show when={error()}>
        {(failure) => (
          <div class={styles.trouble}>
            <ErrorLine error={failure()} />
          </div>
        )}
      </Show>
      <Show when={error() === null && copy.warning() !== null}>
        <div class={styles.trouble}>
          <InlineError tone="warn">{commonText().sentence(uiText().copiedUnchecked)}</InlineError>
        </div>
      </Show>
      <ForgetDialog entry={props.entry} forgetting={forgetting} />
    </li>
  );
}

/** Of which server and account it is. */
function Of(props: { readonly entry: TransientTokenSummary }): JSX.Element {
  const usher = useUsher();
  const account = () => usher.state.accounts.find((each) => each.id === props.entry.accountId);
  return (
    <div class={styles.words}>
      <button
        type="button"
        class={styles.name}
        onClick={() =>
          usher.navigate({
            view: 'server',
            accountId: props.entry.accountId,
            serverId: props.entry.serverId,
          })
        }
      >
        <bdi>{props.entry.serverName}</bdi>
      </button>
      <span class={styles.meta}>
        <bdi>{account()?.title ?? props.entry.accountName}</bdi>
        <Minted entry={props.entry} />
      </span>
    </div>
  );
}

function Minted(props: { readonly entry: TransientTokenSummary }): JSX.Element {
  return (
    <>
      <span class={styles.part}>
        {tokenListText().minted(<TimeAgo at={props.entry.mintedAt} words={whenText} />)}
      </span>
      <Show when={props.entry.storage === 'session'}>
        <span class={styles.part}>
          <TipMark label={tokenText().untilQuit} tip={tokenText().untilQuitDetail}>
            {tokenText().untilQuit}
          </TipMark>
        </span>
      </Show>
    </>
  );
}

/** How long it still has, or why it has none. */
function Time(props: {
  readonly entry: TransientTokenSummary;
  readonly life: 'live' | 'ended' | 'expired';
  readonly isWithMinted: boolean;
}): JSX.Element {
  const usher = useUsher();
  const because = () => {
    const { verdict } = props.entry;
    return (verdict.kind === 'rejected' ? verdict.because : null) ?? 'unclear';
  };
  return (
    <div class={styles.time}>
      <span class={styles.left}>
        <Switch>
          <Match when={props.life === 'live'}>
            <span>
              {tokenListText().left(
                <Countdown
                  class={styles.countdown}
                  remainingMs={props.entry.remainingMs}
                  receivedAt={usher.state.receivedAt.tokens}
                />,
              )}
            </span>
          </Match>
          <Match when={props.life === 'ended'}>
            <TipMark label={tokenStateText().ended[because()]} tip={rejectionText()[because()]}>
              {tokenStateText().ended[because()]}
            </TipMark>
          </Match>
          <Match when={props.life === 'expired'}>
            <span>
              {tokenListText().expiredWhen(<TimeAgo at={props.entry.expiresAt} words={whenText} />)}
            </span>
          </Match>
        </Switch>
        <Show when={props.isWithMinted}>
          <span class={styles.meta}>
            <Minted entry={props.entry} />
          </span>
        </Show>
      </span>
      <Show when={props.life === 'live'}>
        <TimeBar
          remainingMs={props.entry.remainingMs}
          receivedAt={usher.state.receivedAt.tokens}
          totalMs={transientLifeMs}
        />
      </Show>
    </div>
  );
}
