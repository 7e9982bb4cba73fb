import KeyRound from 'lucide-solid/icons/key-round';
import { Match, Show, Switch, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { useUsher } from '../../state/use-usher.ts';
import { accountText } from '../../../shared/words/account.ts';
import { dateText, formatDateTime } from '../../../shared/words/formats.ts';
import { tokenStateText } from '../../../shared/words/tokens.ts';
import { Card } from '../../ui/card.tsx';
import { CheckButton } from '../../ui/check-button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { MaskedSecret } from '../../ui/masked-secret.tsx';
import { SessionBadge } from '../../ui/session-badge.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { VerdictBadge } from '../../ui/verdict-badge.tsx';
import styles from './token-card.module.css';

interface TokenCardProps {
  readonly account: AccountSummary;
}

const text = () => accountText().token;
const titleId = 'account-token-title';

/** The account token: what it is, whether it is good, and Copy and Reveal. */
export function TokenCard(props: TokenCardProps): JSX.Element {
  const usher = useUsher();
  const provedAt = () =>
    props.account.verdict.kind === 'valid'
      ? props.account.verdict.provedAt
      : props.account.verdict.kind === 'unknown'
        ? props.account.verdict.lastProvedAt
        : null;
  const rejectedAt = () =>
    props.account.verdict.kind === 'rejected' ? props.account.verdict.rejectedAt : null;
  return (
    <section aria-labelledby={titleId}>
      <Card class={styles.card}>
        <span class={styles.tile} aria-hidden="true">
          <KeyRound size={16} />
        </span>
        <div class={styles.content}>
          <div class={styles.head}>
            <h2 id={titleId} class={styles.title}>
              {text().title}
            </h2>
            <VerdictBadge verdict={props.account.verdict} />
            <SessionBadge storage={props.account.storage} />
          </div>
          <p class={styles.note}>{text().note}</p>
          <div class={styles.token}>
            <MaskedSecret
              secret={{ kind: 'account', accountId: props.account.id }}
              token={props.account.token}
              name={text().nameOf(props.account.title)}
              hasKind={false}
              deadReason={rejectedAt() === null ? undefined : text().dead}
              actions={
                <CheckButton
                  kind="secondary"
                  tokens={[{ kind: 'account', accountId: props.account.id }]}
                  name={text().nameOf(props.account.title)}
                />
              }
            />
          </div>
          <dl class={styles.facts}>
            <Fact label={text().kind}>{text().kinds[props.account.token.kind]}</Fact>
            <Fact label={rejectedAt() === null ? text().proved : text().rejected}>
              <Switch fallback={text().neverProved}>
                <Match when={rejectedAt()}>{(at) => <TimeAgo at={at()} />}</Match>
                <Match when={provedAt()}>{(at) => <TimeAgo at={at()} />}</Match>
              </Switch>
            </Fact>
            <Show when={props.account.tokenEnd}>
              {(end) => (
                <Fact label={end().remainingMs === 0 ? text().ended : text().ends}>
                  <Show when={end().remainingMs > 0} fallback={<TimeAgo at={end().at} />}>
                    <span title={formatDateTime(end().at)}>
                      {text().endsIn(
                        <Countdown
                          remainingMs={end().remainingMs}
                          receivedAt={usher.state.receivedAt.accounts}
                          overText={tokenStateText().expired}
                        />,
                      )}
                    </span>
                  </Show>
                </Fact>
              )}
            </Show>
            <Fact label={text().storage}>{text().storages[props.account.storage]}</Fact>
            <Fact label={props.account.homeOf === null ? text().signedInAt : text().switchedAt}>
              <TimeAgo at={props.account.signedInAt} words={dateText} />
            </Fact>
            <Show when={props.account.homeOf}>
              {(homeOf) => (
                <Fact label={text().switchedFrom}>
                  <bdi>
                    {usher.state.accounts.find(({ id }) => id === homeOf())?.title ??
                      text().switchedFromGone}
                  </bdi>
                </Fact>
              )}
            </Show>
          </dl>
        </div>
      </Card>
    </section>
  );
}

interface FactProps {
  readonly label: string;
  readonly children: JSX.Element;
}

function Fact(props: FactProps): JSX.Element {
  return (
    <div>
      <dt class={styles.label}>{props.label}</dt>
      <dd class={styles.fact}>{props.children}</dd>
    </div>
  );
}
