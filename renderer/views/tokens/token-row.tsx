import Ticket from 'lucide-solid/icons/ticket-plus';
import { createSignal, Show, type JSX } from 'solid-js';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { rejectionText } from '../../../shared/words/verdicts.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { tokenListText, tokenText } from '../../../shared/words/tokens.ts';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { createRemaining } from '../../ui/create-remaining.ts';
import { cx } from '../../ui/cx.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { MaskedSecret } from '../../ui/masked-secret.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import { UpdateChip } from '../servers/server-chips.tsx';
import styles from './token-row.module.css';

interface TokenRowProps {
  readonly entry: TransientTokenSummary;
  /** Without server and account, where the page is the server's own. */
  readonly isOnServerPage?: boolean;
}

/** One transient token: what it is for, how long it still lives, Copy, Reveal and Forget. */
export function TokenRow(props: TokenRowProps): JSX.Element {
  const usher = useUsher();
  const forget = createAction('token.forget');
  const [isAsking, setIsAsking] = createSignal(false);
  const [isLeaving, setIsLeaving] = createSignal(false);
  const remaining = createRemaining(
    () => props.entry.remainingMs,
    () => usher.state.receivedAt.tokens,
  );
  const isExpired = () => remaining() === 0;
  const isDead = () => isExpired() || props.entry.verdict.kind === 'rejected';
  const mintAnew = createAction('token.mintAnew');
  const mint = async (): Promise<void> => {
    const { id, serverName } = props.entry;
    const result = await mintAnew.run({ tokenId: id });
    if (result.ok) usher.announce(tokenListText().mintedAnew(serverName));
  };
  const server = () =>
    usher.state.servers
      .find(({ accountId }) => accountId === props.entry.accountId)
      ?.servers.find(({ id }) => id === props.entry.serverId);
  const account = () => usher.state.accounts.find((each) => each.id === props.entry.accountId);

  const confirm = async (): Promise<void> => {
    const { id, serverName } = props.entry;
    const result = await forget.run({ tokenId: id });
    if (!result.ok) return;
    setIsLeaving(true);
    setIsAsking(false);
    usher.announce(tokenListText().forgotten(serverName));
  };

  return (
    <li class={cx(styles.row, props.isOnServerPage === true && styles.onServerPage)}>
      <Show when={props.isOnServerPage !== true}>
        <div class={styles.server}>
          <button
            type="button"
            class={styles.name}
            title={props.entry.serverName}
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
          <span class={styles.note} title={props.entry.accountName}>
            <bdi>{account()?.title ?? props.entry.accountName}</bdi>
          </span>
          <SessionBadge storage={props.entry.storage} />
        </div>
      </Show>
      <div class={styles.secret}>
        <MaskedSecret
          secret={{ kind: 'transient', tokenId: props.entry.id }}
          token={props.entry.token}
          name={tokenListText().nameOf(props.entry.serverName)}
          hasKind={false}
          isDead={isDead()}
        />
        <Show when={!isExpired()}>
          <VerdictBadge verdict={props.entry.verdict} on="transient" />
        </Show>
        {/* The server's own page says it above the list. */}
        <Show when={!isDead() && props.isOnServerPage !== true && server()}>
          {(present) => <UpdateChip server={present()} />}
        </Show>
        <Show when={isDead()}>
          <Button
            size="small"
            icon={<Ticket size={14} aria-hidden="true" />}
            isBusy={mintAnew.isBusy()}
            aria-label={tokenListText().mintAnewLabel(props.entry.serverName)}
            onClick={() => void mint()}
          >
            {tokenListText().mintAnew}
          </Button>
        </Show>
        <Show when={isDead() ? deadBecause(props.entry, isExpired()) : null}>
          {(because) => <p class={styles.because}>{because()}</p>}
        </Show>
        <Show when={mintAnew.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
        <Show when={props.isOnServerPage === true}>
          <SessionBadge storage={props.entry.storage} />
        </Show>
      </div>
      <div class={styles.time}>
        <Show
          when={isExpired() || !isDead()}
          fallback={<span class={cx(styles.left, styles.expired)}>{tokenText().ended}</span>}
        >
          <Countdown
            class={cx(styles.left, isExpired() && styles.expired)}
            remainingMs={props.entry.remainingMs}
            receivedAt={usher.state.receivedAt.tokens}
            overText={tokenText().expired}
          />
        </Show>
        <span class={styles.note}>
          {tokenListText().minted(<TimeAgo at={props.entry.mintedAt} />)}
        </span>
      </div>
      <div class={styles.action}>
        <Button
          size="small"
          kind="quiet"
          disabled={isLeaving()}
          aria-label={tokenListText().forgetLabel(
            props.entry.serverName,
            props.entry.token.lastFour,
          )}
          onClick={() => {
            forget.clearError();
            setIsAsking(true);
          }}
        >
          {tokenListText().forget}
        </Button>
      </div>
      <ConfirmDialog
        isOpen={isAsking()}
        title={tokenListText().forgetConfirm.title}
        description={tokenListText().forgetConfirm.text(props.entry.serverName)}
        confirmLabel={tokenListText().forgetConfirm.action}
        isDangerous
        isBusy={forget.isBusy()}
        onConfirm={() => void confirm()}
        onClose={() => setIsAsking(false)}
      >
        <Show when={forget.error()}>{(error) => <ErrorState error={error()} isInline />}</Show>
      </ConfirmDialog>
    </li>
  );
}

function deadBecause({ verdict }: TransientTokenSummary, isExpired: boolean): string {
  if (isExpired) return rejectionText().expired;
  const because = verdict.kind === 'rejected' ? verdict.because : null;
  return rejectionText()[because ?? 'unclear'];
}
