import { For, Show, type JSX } from 'solid-js';
import type { JsonObject, SubscriptionPeriod } from '../../../shared/model/account.ts';
import { accountFieldText } from '../../../shared/words/account.ts';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { Section } from '../../ui/section.tsx';
import { FieldRow } from './field-row.tsx';
import styles from './group.module.css';
import { leafText } from './leaf-text.ts';
import { PeriodRow } from './period-row.tsx';

interface SubscriptionsGroupProps {
  readonly current: readonly SubscriptionPeriod[];
  readonly past: readonly SubscriptionPeriod[];
  /** Plex does not document their form: every field is shown as it came. */
  readonly trials: readonly JsonObject[];
}

const text = () => accountFieldText().subscriptions;

export function SubscriptionsGroup(props: SubscriptionsGroupProps): JSX.Element {
  return (
    <Section title={text().title}>
      <Periods title={text().current} none={text().noCurrent} periods={props.current} />
      <Periods title={text().past} none={text().noPast} periods={props.past} />
      <h3 class={styles.heading}>{text().trials}</h3>
      <Show when={props.trials.length > 0} fallback={<p class={styles.none}>{text().noTrials}</p>}>
        <For each={props.trials}>
          {(trial) => (
            <KeyValueList>
              <For each={Object.entries(trial)}>
                {([key, value]) => (
                  <FieldRow label={key} value={leafText(value) ?? JSON.stringify(value)} />
                )}
              </For>
            </KeyValueList>
          )}
        </For>
      </Show>
    </Section>
  );
}

interface PeriodsProps {
  readonly title: string;
  readonly none: string;
  readonly periods: readonly SubscriptionPeriod[];
}

function Periods(props: PeriodsProps): JSX.Element {
  return (
    <>
      <h3 class={styles.heading}>{props.title}</h3>
      <Show when={props.periods.length > 0} fallback={<p class={styles.none}>{props.none}</p>}>
        <ul class={styles.periods}>
          <For each={props.periods}>{(period) => <PeriodRow period={period} />}</For>
        </ul>
      </Show>
    </>
  );
}
