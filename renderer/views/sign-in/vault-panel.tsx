import Clock from 'lucide-solid/icons/clock';
import { createEffect, Match, on, onMount, Show, Switch, type Accessor, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import { uiText } from '../../../shared/words/app.ts';
import { doctorText } from '../../../shared/words/doctor-findings.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { vaultText } from '../../../shared/words/vault.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Banner } from '../../ui/banner.tsx';
import { Button } from '../../ui/button.tsx';
import { DoctorButton } from '../../ui/doctor-button.tsx';
import { VaultWaiting } from '../../ui/vault-waiting.tsx';
import { WayCard, WayRow } from './column.tsx';
import styles from './panels.module.css';

export interface VaultCheck {
  readonly isBusy: Accessor<boolean>;
  /** Why there is no place to keep a token. */
  readonly error: Accessor<AppError | null>;
  /** There is one, or the person does without. */
  readonly canKeep: Accessor<boolean>;
  readonly askAgain: () => void;
}

/** Asks the keychain before anything is typed: a token that cannot be kept is found out now, not after the password. */
export function createVaultCheck(): VaultCheck {
  const usher = useUsher();
  const check = createAction('vault.check');
  const isSessionOnly = () => usher.state.vault.kind === 'sessionOnly';

  onMount(() => {
    if (!isSessionOnly()) void check.run({});
  });
  // What main tells of the keychain is newer than how the last question ended.
  createEffect(on(() => usher.state.vault, check.clearError, { defer: true }));

  const error = () => {
    const { vault } = usher.state;
    if (vault.kind === 'sessionOnly') return null;
    return check.error() ?? (vault.kind === 'unusable' ? vault.error : null);
  };

  return {
    isBusy: check.isBusy,
    error,
    canKeep: () =>
      isSessionOnly() ||
      (usher.state.vault.kind === 'ready' && !check.isBusy() && error() === null),
    askAgain: () => void check.run({}),
  };
}

/** The keychain, where it stands between the person and signing in: what is wrong, and the ways on. */
export function VaultPanel(props: { readonly check: VaultCheck }): JSX.Element {
  const usher = useUsher();
  const useSessionOnly = createAction('vault.useSessionOnly');
  const isSessionOnly = () => usher.state.vault.kind === 'sessionOnly';
  const isWaiting = () => usher.state.vaultActivity.isWaiting;

  return (
    <Show when={isWaiting() || props.check.error() !== null || isSessionOnly()}>
      <section class={styles.vault} aria-label={vaultText().region}>
        <Switch>
          <Match when={isWaiting()}>
            <div role="status">
              <VaultWaiting />
            </div>
          </Match>
          <Match when={props.check.error()}>
            {(failure) => (
              <>
                <div role="alert">
                  <Banner
                    tone="danger"
                    title={errorText(failure()).title}
                    detail={errorText(failure()).detail}
                    actions={
                      <>
                        <Button
                          size="small"
                          isBusy={props.check.isBusy()}
                          onClick={() => props.check.askAgain()}
                        >
                          {uiText().tryAgain}
                        </Button>
                        <DoctorButton error={failure()} label={doctorText().whatIsWrong} />
                      </>
                    }
                  />
                </div>
                <WayCard label={vaultText().withoutKeychain}>
                  <WayRow
                    icon={<Clock size={16} aria-hidden="true" />}
                    title={vaultText().useSessionOnly}
                    detail={vaultText().sessionOnlyExplained}
                    isBusy={useSessionOnly.isBusy()}
                    onChoose={() => void useSessionOnly.run({})}
                  />
                </WayCard>
              </>
            )}
          </Match>
          <Match when={isSessionOnly()}>
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
      </section>
    </Show>
  );
}
