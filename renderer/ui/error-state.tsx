import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { children, Show, type JSX } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import { errorText } from '../../shared/words/errors.ts';
import { uiText } from '../../shared/words/app.ts';
import { Button } from './button.tsx';
import { cx } from './cx.ts';
import { ErrorDetails } from './error-details.tsx';
import { DoctorButton } from './doctor-button.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import styles from './state.module.css';

interface ErrorStateProps {
  readonly error: AppError;
  /** Offers "Try again". */
  readonly onRetry?: (() => void) | undefined;
  readonly isRetrying?: boolean;
  /** Further ways on, as buttons. */
  readonly actions?: JSX.Element;
  /** On the way to the keychain doctor, which is offered where the keychain is the trouble. */
  readonly doctorLabel?: string;
  /** In a row above or between other things, in place of the middle of an empty pane. */
  readonly isInline?: boolean;
  /** When what is shown beside it was told: without a network nothing is wrong with that, and one line says how old it is. */
  readonly asOf?: number | null | undefined;
}

/** What happened, what it means, and what to do. */
export function ErrorState(props: ErrorStateProps): JSX.Element {
  const isOffline = () => props.error.code === 'network.offline' && props.asOf !== undefined;
  return (
    <Show when={isOffline()} fallback={<Whole {...props} />}>
      <OfflineBanner
        asOf={props.asOf ?? null}
        isRetrying={props.isRetrying === true}
        onRetry={() => props.onRetry?.()}
      />
    </Show>
  );
}

function Whole(props: ErrorStateProps): JSX.Element {
  const text = () => errorText(props.error);
  const actions = children(() => (
    <>
      {props.actions}
      <DoctorButton error={props.error} label={props.doctorLabel} />
    </>
  ));
  return (
    <div
      role="alert"
      class={cx(props.isInline === true ? styles.inline : styles.state, styles.error)}
    >
      <div class={styles.icon}>
        <TriangleAlert size={props.isInline === true ? 16 : 24} aria-hidden="true" />
      </div>
      <div class={styles.words}>
        <p class={styles.title}>{text().title}</p>
        <p class={styles.detail}>{text().detail}</p>
        <p class={cx(styles.detail, styles.next)}>{text().nextStep}</p>
        <ErrorDetails error={props.error} />
      </div>
      <Show when={props.onRetry !== undefined || actions.toArray().some(Boolean)}>
        <div class={styles.actions}>
          <Show when={props.onRetry}>
            {(retry) => (
              <Button size="small" isBusy={props.isRetrying === true} onClick={() => retry()()}>
                {uiText().tryAgain}
              </Button>
            )}
          </Show>
          {actions()}
        </div>
      </Show>
    </div>
  );
}
