import { For, Show, type JSX } from 'solid-js';
import type {
  JsonObject,
  JsonValue,
  SubscriptionPeriod,
  Told,
} from '../../../shared/model/account.ts';
import type { EpochMs } from '../../../shared/model/ids.ts';
import { accountFieldText } from '../../../shared/words/account.ts';
import { formatDate } from '../../../shared/words/formats.ts';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import { Section } from '../../ui/section.tsx';
import { FieldRow } from './field-row.tsx';
import styles from './group.module.css';
import { leafText } from './leaf-text.ts';
import { PeriodRow } from './period-row.tsx';

interface SubscriptionsGroupProps {
  readonly current: readonly SubscriptionPeriod[];
  readonly past: Told<SubscriptionPeriod> | null;
  /** Plex does not document their form: every field is shown as it came, a time with its day before it. */
  readonly trials: Told<JsonObject> | null;
  /** When the present ones were told. */
  readonly askedAt: EpochMs;
}

const text = () => accountFieldText().subscriptions;

export function SubscriptionsGroup(props: SubscriptionsGroupProps): JSX.Element {
  return (
    <Section title={text().title}>
      <ToldList
        title={text().current}
        none={text().noCurrent}
        told={{ at: props.askedAt, list: props.current }}
        askedAt={props.askedAt}
      >
        {(periods) => <Periods periods={periods} />}
      </ToldList>
      <ToldList title={text().past} none={text().noPast} told={props.past} askedAt={props.askedAt}>
        {(periods) => <Periods periods={periods} />}
      </ToldList>
      <ToldList
        title={text().trials}
        none={text().noTrials}
        told={props.trials}
        askedAt={props.askedAt}
      >
        {(trials) => <For each={trials}>{(trial) => <Trial trial={trial} />}</For>}
      </ToldList>
    </Section>
  );
}

interface ToldListProps<Item> {
  readonly title: string;
  readonly none: string;
  readonly told: Told<Item> | null;
  readonly askedAt: EpochMs;
  readonly children: (list: readonly Item[]) => JSX.Element;
}

/** A list with its heading, and of when it is where that is not now. */
function ToldList<Item>(props: ToldListProps<Item>): JSX.Element {
  return (
    <>
      <h3 class={styles.heading}>{props.title}</h3>
      <Show when={props.told} fallback={<p class={styles.none}>{text().notTold}</p>}>
        {(told) => (
          <>
            <Show when={told().list.length > 0} fallback={<p class={styles.none}>{props.none}</p>}>
              {props.children(told().list)}
            </Show>
            <Show when={told().at !== props.askedAt}>
              <p class={styles.note}>{text().asOf(formatDate(told().at))}</p>
            </Show>
          </>
        )}
      </Show>
    </>
  );
}

function Periods(props: { readonly periods: readonly SubscriptionPeriod[] }): JSX.Element {
  return (
    <ul class={styles.periods}>
      <For each={props.periods}>{(period) => <PeriodRow period={period} />}</For>
    </ul>
  );
}

function Trial(props: { readonly trial: JsonObject }): JSX.Element {
  return (
    <KeyValueList>
      <For each={Object.entries(props.trial)}>
        {([key, value]) => <FieldRow label={key} value={trialText(key, value)} />}
      </For>
    </KeyValueList>
  );
}

const trialText = (key: string, value: JsonValue): string =>
  key.endsWith('At') && typeof value === 'number' && Number.isSafeInteger(value)
    ? `${formatDate(value * 1000)} (${String(value)})`
    : (leafText(value) ?? JSON.stringify(value));
