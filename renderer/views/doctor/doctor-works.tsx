import ShieldCheck from 'lucide-solid/icons/shield-check';
import { createMemo, Show, type JSX } from 'solid-js';
import type { DoctorReport } from '../../../shared/model/doctor-report.ts';
import { doctorText } from '../../../shared/words/doctor-findings.ts';
import { keeperName, keychainSetting } from '../../../shared/words/steps.ts';
import { Card } from '../../ui/card.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import styles from './doctor-works.module.css';

interface DoctorWorksProps {
  readonly report: DoctorReport;
}

/** The good news, where there is any: a test entry was kept. Where there is none, the first finding is the news. */
export function DoctorWorks(props: DoctorWorksProps): JSX.Element {
  const passed = createMemo(() => {
    const { roundTrip } = props.report;
    return roundTrip.kind === 'passed' ? roundTrip : null;
  });
  return (
    <Show when={passed()}>
      {(roundTrip) => (
        <Card class={styles.card}>
          <section class={styles.works} aria-label={doctorText().works}>
            <span class={styles.tile}>
              <ShieldCheck size={16} aria-hidden="true" />
            </span>
            <div class={styles.words}>
              <h2 class={styles.title}>{doctorText().works}</h2>
              <p class={styles.detail}>
                {doctorText().worksDetail(
                  keeperName(keychainSetting(props.report)),
                  roundTrip().elapsedMs,
                )}{' '}
                <Show when={props.report.findings.length > 0}>
                  {doctorText().stillWorks(props.report.findings.length)}
                </Show>
              </p>
            </div>
            <span class={styles.when}>
              {doctorText().checked(<TimeAgo at={props.report.at} />)}
            </span>
          </section>
        </Card>
      )}
    </Show>
  );
}
