import { For, type JSX } from 'solid-js';
import type { DoctorReport } from '../../../shared/model/doctor-report.ts';
import { doctorFacts } from '../../../shared/words/doctor-facts.ts';
import { doctorText } from '../../../shared/words/doctor-findings.ts';
import { Card } from '../../ui/card.tsx';
import { Fold } from '../../ui/fold.tsx';
import { KeyValue } from '../../ui/key-value.tsx';
import { KeyValueList } from '../../ui/key-value-list.tsx';
import styles from './doctor-facts.module.css';

interface DoctorFactsProps {
  readonly report: DoctorReport;
  readonly actions: JSX.Element;
}

/** Everything that was looked at, good or bad: the same facts as in the report that is copied. */
export function DoctorFacts(props: DoctorFactsProps): JSX.Element {
  return (
    <Card class={styles.card}>
      <Fold title={doctorText().facts} summary={doctorText().reportNote} actions={props.actions}>
        <div class={styles.facts}>
          <div class={styles.groups}>
            <For each={doctorFacts(props.report)}>
              {(group) => (
                <section class={styles.group}>
                  <h3 class={styles.title}>{group.title}</h3>
                  <KeyValueList>
                    <For each={group.facts}>
                      {(fact) => <KeyValue label={fact.label}>{fact.value}</KeyValue>}
                    </For>
                  </KeyValueList>
                </section>
              )}
            </For>
          </div>
        </div>
      </Fold>
    </Card>
  );
}
