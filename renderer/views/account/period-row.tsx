import { For, Show, type JSX } from 'solid-js';
import type { SubscriptionBilling, SubscriptionPeriod } from '../../../shared/model/account.ts';
import { accountFieldText, knownValue, planText, yesOrNo } from '../../../shared/words/account.ts';
import { Chip } from '../../ui/chip.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { dateOrNull } from './date-or-null.ts';
import { FeatureList } from './feature-list.tsx';
import { FieldRow } from './field-row.tsx';
import styles from './group.module.css';

interface PeriodRowProps {
  readonly period: SubscriptionPeriod;
}

const text = () => accountFieldText().subscriptions;

/** One subscription, present or past: what it is and how it stands. */
export function PeriodRow(props: PeriodRowProps): JSX.Element {
  const name = () =>
    [
      knownValue(planText().type, props.period.type) ?? text().unnamed,
      knownValue(planText().plan, props.period.mode),
    ]
      .filter((part) => part !== null)
      .join(', ');
  return (
    <li class={styles.period}>
      <div class={styles.summary}>
        <bdi class={styles.name} title={name()}>
          {name()}
        </bdi>
        <Show when={knownValue(planText().state, props.period.state)}>
          {(state) => (
            <Chip tone={props.period.state === 'active' ? 'ok' : 'neutral'}>{state()}</Chip>
          )}
        </Show>
        <Show when={props.period.isCanceled === true}>
          <Chip tone="warn">{text().canceled}</Chip>
        </Show>
        <Show when={props.period.isInGracePeriod === true}>
          <Chip tone="warn">{text().grace}</Chip>
        </Show>
        <Show when={props.period.isOnHold === true}>
          <Chip tone="warn">{text().onHold}</Chip>
        </Show>
      </div>
      <PeriodFacts period={props.period} />
    </li>
  );
}

/** What else Plex told of it. What it did not is left out: there are many, and few have any of these. */
function PeriodFacts(props: PeriodRowProps): JSX.Element {
  const facts = () =>
    [
      { label: text().active, value: yesOrNo(props.period.isActive) },
      { label: text().since, value: dateOrNull(props.period.subscribedAt) },
      { label: text().renews, value: dateOrNull(props.period.renewsAt) },
      {
        label: props.period.state === 'ended' ? text().ended : text().ends,
        value: dateOrNull(props.period.endsAt),
      },
      { label: text().paymentService, value: props.period.paymentService },
      { label: text().possible, value: possibleText(props.period) },
      { label: text().transfer, value: props.period.transfer },
      { label: text().paymentMethod, value: paymentText(props.period.billing) },
    ].filter(({ value }) => value !== null);
  return (
    <>
      <Show when={facts().length > 0}>
        <KeyValueList>
          <For each={facts()}>{({ label, value }) => <FieldRow label={label} value={value} />}</For>
        </KeyValueList>
      </Show>
      <FeatureList features={props.period.features} />
    </>
  );
}

const abilities = ['canReactivate', 'canUpgrade', 'canDowngrade', 'canConvert'] as const;

const possibleText = (period: SubscriptionPeriod): string | null => {
  if (abilities.every((ability) => period[ability] === null)) return null;
  const possible = abilities.filter((ability) => period[ability] === true);
  return possible.length === 0
    ? text().nothingPossible
    : possible.map((ability) => text().can[ability]).join(', ');
};

const paymentText = (billing: SubscriptionBilling | null): string | null => {
  if (billing === null) return null;
  const { paymentMethodId, hasInternalPaymentMethod } = billing;
  if (paymentMethodId !== null) return text().paymentMethodId(paymentMethodId);
  if (hasInternalPaymentMethod === null) return null;
  return hasInternalPaymentMethod ? text().paymentMethodKept : text().noPaymentMethod;
};
