import { Match, Switch, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { doctorText } from '../../../shared/words/doctor-findings.ts';
import { vaultText } from '../../../shared/words/vault.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { Banner } from '../../ui/banner.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import type { VaultCheck } from './create-vault-check.ts';
import styles from './vault-panel.module.css';

interface VaultPanelProps {
  readonly check: VaultCheck;
}

/** The keychain, where it stands between the person and signing in: what is wrong, and the ways on. */
export function VaultPanel(props: VaultPanelProps): JSX.Element {
  const usher = useUsher();
  const cancel = createAction('vault.cancelWaiting');
  const useSessionOnly = createAction('vault.useSessionOnly');

  return (
    <Switch>
      <Match when={usher.state.vaultActivity.isWaiting}>
        <section class={styles.waiting} aria-label={vaultText().region}>
          <Spinner />
          <div class={styles.words} role="status">
            <p class={styles.title}>{vaultText().waitingTitle}</p>
            <p class={styles.detail}>{vaultText().waitingDetail}</p>
          </div>
          <Button size="small" isBusy={cancel.isBusy()} onClick={() => void cancel.run({})}>
            {vaultText().cancelWaiting}
          </Button>
        </section>
      </Match>
      <Match when={props.check.error()}>
        {(failure) => (
          <section class={styles.trouble} aria-label={vaultText().region}>
            <ErrorState
              isInline
              error={failure()}
              doctorLabel={doctorText().whatIsWrong}
              isRetrying={props.check.isBusy()}
              onRetry={() => props.check.askAgain()}
              actions={
                <Button
                  size="small"
                  isBusy={useSessionOnly.isBusy()}
                  onClick={() => void useSessionOnly.run({})}
                >
                  {vaultText().useSessionOnly}
                </Button>
              }
            />
            <p class={styles.explained}>{vaultText().sessionOnlyExplained}</p>
          </section>
        )}
      </Match>
      <Match when={usher.state.vault.kind === 'sessionOnly'}>
        <Banner
          tone="warn"
          title={vaultText().sessionOnlyTitle}
          detail={vaultText().sessionOnlyDetail}
          actions={
            <Button
              size="small"
              isBusy={props.check.isBusy()}
              onClick={() => props.check.askAgain()}
            >
              {vaultText().tryKeychain}
            </Button>
          }
        />
      </Match>
    </Switch>
  );
}
