import { Show, type JSX } from 'solid-js';
import type { SubscriptionPeriod } from '../../../shared/model/account.ts';
import { accountFieldText, knownValue, planText } from '../../../shared/words/account.ts';
import { Badge } from '../../ui/badge.tsx';
import { dateOrNull } from './date-or-null.ts';
import styles from './group.module.css';

interface PeriodRowProps {
  readonly period: SubscriptionPeriod;
}

const text = () => accountFieldText().subscriptions;

/** One subscription, present or past: what it is, how it stands, and its dates. */
export function PeriodRow(props: PeriodRowProps): JSX.Element {
  const name = () =>
    [
      knownValue(planText().type, props.period.type) ?? text().unnamed,
      knownValue(planText().plan, props.period.mode),
    ]
      .filter((part) => part !== null)
      .join(', ');
  const dates = (): string => {
    const renews = dateOrNull(props.period.renewsAt);
    const ends = dateOrNull(props.period.endsAt);
    return [
      renews === null ? null : text().renews(renews),
      ends === null
        ? null
        : props.period.state === 'ended'
          ? text().ended(ends)
          : text().ends(ends),
    ]
      .filter((part) => part !== null)
      .join(' · ');
  };
  return (
    <li class={styles.period}>
      <span class={styles.badges}>
        <bdi class={styles.name} title={name()}>
          {name()}
        </bdi>
        <Show when={knownValue(planText().state, props.period.state)}>
          {(state) => <Badge>{state()}</Badge>}
        </Show>
        <Show when={props.period.isCanceled === true}>
          <Badge tone="warn">{text().canceled}</Badge>
        </Show>
        <Show when={props.period.isInGracePeriod === true}>
          <Badge tone="warn">{text().grace}</Badge>
        </Show>
        <Show when={props.period.isOnHold === true}>
          <Badge tone="warn">{text().onHold}</Badge>
        </Show>
      </span>
      <span class={styles.date}>{dates()}</span>
    </li>
  );
}
