import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { createEffect, For, Match, Show, Switch, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { createQuery } from '../../state/create-query.ts';
import { useUsher } from '../../state/use-usher.ts';
import { appText } from '../../../shared/words/app.ts';
import { doctorFindingText, doctorText } from '../../../shared/words/doctor-findings.ts';
import { doctorReportText } from '../../../shared/words/doctor-facts.ts';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { VaultWaiting } from '../../ui/vault-waiting.tsx';
import { DoctorFacts } from './doctor-facts.tsx';
import { DoctorWorks } from './doctor-works.tsx';
import { FindingCard } from './finding-card.tsx';
import styles from './doctor-view.module.css';

/** The keychain doctor: what is wrong with the place where tokens are kept, and what mends it on this system. */
export function DoctorView(): JSX.Element {
  const usher = useUsher();
  const query = createQuery('doctor.run', () => ({}));
  const useKeychain = createAction('vault.check');

  createEffect(() => {
    const report = query.value();
    if (report === null) return;
    const [first] = report.findings;
    const title = first === undefined ? doctorText().works : doctorFindingText(first, report).title;
    usher.announce(doctorText().foundAnnouncement(title));
  });

  return (
    <div class={styles.view}>
      <PageHeader
        title={doctorText().title}
        description={doctorText().lead}
        actions={
          <>
            <Show when={usher.state.accounts.length === 0}>
              <Button kind="plain" onClick={() => usher.navigate({ view: 'signIn' })}>
                {appText().back}
              </Button>
            </Show>
            <Button
              icon={<RefreshCw size={14} aria-hidden="true" />}
              isBusy={query.isLoading()}
              onClick={() => query.reload()}
            >
              {query.isLoading() ? doctorText().checking : doctorText().checkAgain}
            </Button>
          </>
        }
      />
      <Show when={usher.state.vaultActivity.isWaiting}>
        <VaultWaiting />
      </Show>
      <Show when={query.error()}>
        {(failure) => (
          <ErrorState
            isInline
            error={failure()}
            isRetrying={query.isLoading()}
            onRetry={() => query.reload()}
          />
        )}
      </Show>
      <Switch>
        <Match when={query.value()}>
          {(report) => (
            <>
              <DoctorWorks report={report()} />
              <For each={report().findings}>
                {(finding) => (
                  <FindingCard
                    text={doctorFindingText(finding, report())}
                    actions={
                      <Show
                        when={finding === 'sessionOnly' && report().roundTrip.kind === 'passed'}
                      >
                        <Button
                          size="small"
                          isBusy={useKeychain.isBusy()}
                          onClick={() => void useKeychain.run({}).then(() => query.reload())}
                        >
                          {doctorText().useKeychain}
                        </Button>
                      </Show>
                    }
                  />
                )}
              </For>
              <DoctorFacts
                report={report()}
                actions={
                  <CopyButton
                    name={doctorText().reportName}
                    label={doctorText().copyReport}
                    what={{ text: doctorReportText(report()) }}
                  />
                }
              />
            </>
          )}
        </Match>
        <Match when={query.isLoading()}>
          <Card>
            <Skeleton lines={6} label={doctorText().checkingLabel} />
          </Card>
        </Match>
      </Switch>
    </div>
  );
}
