import ArrowLeft from 'lucide-solid/icons/arrow-left';
import ChevronRight from 'lucide-solid/icons/chevron-right';
import { createUniqueId, onMount, Show, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { signInText } from '../../../shared/words/sign-in.ts';
import { Banner } from '../../ui/banner.tsx';
import { cx } from '../../ui/cx.ts';
import { DoctorButton } from '../../ui/doctor-button.tsx';
import { ErrorDetails } from '../../ui/error-details.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import styles from './column.module.css';

/** Everything there is to sign in with, one below the other. */
export function Column(props: { readonly children: JSX.Element }): JSX.Element {
  return <div class={styles.column}>{props.children}</div>;
}

interface OpenedWayProps {
  readonly title: string;
  readonly backLabel: string;
  readonly onBack: () => void;
  /** For what has two halves. */
  readonly isWide?: boolean;
  /** A field in it takes the focus; else its heading does, since the button that opened it is gone. */
  readonly hasField?: boolean;
  readonly children: JSX.Element;
}

/** One way to sign in, in place of the choice between them. */
export function OpenedWay(props: OpenedWayProps): JSX.Element {
  const titleId = createUniqueId();
  let heading: HTMLHeadingElement | undefined;
  onMount(() => {
    if (props.hasField !== true) heading?.focus();
  });
  return (
    <section
      class={cx(styles.opened, props.isWide === true && styles.wide)}
      data-way
      aria-labelledby={titleId}
    >
      <header class={styles.heading}>
        <IconButton
          size="small"
          class={styles.back}
          icon={<ArrowLeft size={16} aria-hidden="true" />}
          label={props.backLabel}
          onClick={() => props.onBack()}
        />
        <h2 id={titleId} class={styles.title} tabindex={-1} ref={(element) => (heading = element)}>
          {props.title}
        </h2>
      </header>
      {props.children}
    </section>
  );
}

/** Between the way that is offered first and the others. */
export function Or(): JSX.Element {
  return <p class={styles.or}>{signInText().or}</p>;
}

interface WayCardProps {
  /** What there is to choose between, for readers. */
  readonly label?: string;
  readonly children: JSX.Element;
}

/** Further ways on, a row each. */
export function WayCard(props: WayCardProps): JSX.Element {
  return (
    <div class={styles.card} role="group" aria-label={props.label ?? signInText().ways}>
      {props.children}
    </div>
  );
}

interface WayRowProps {
  readonly icon: JSX.Element;
  readonly title: string;
  readonly detail: string;
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly ref?: (element: HTMLButtonElement) => void;
  readonly onChoose: () => void;
}

export function WayRow(props: WayRowProps): JSX.Element {
  return (
    <button
      type="button"
      ref={(element) => props.ref?.(element)}
      class={styles.row}
      disabled={props.isDisabled}
      aria-busy={props.isBusy === true ? 'true' : undefined}
      onClick={() => {
        if (props.isBusy !== true) props.onChoose();
      }}
    >
      <span class={styles.tile}>{props.icon}</span>
      <span class={styles.words}>
        <span class={styles.name}>{props.title}</span>
        <span class={styles.detail}>{props.detail}</span>
      </span>
      <Show
        when={props.isBusy === true}
        fallback={
          <span class={styles.chevron}>
            <ChevronRight size={16} aria-hidden="true" />
          </span>
        }
      >
        <Spinner />
      </Show>
    </button>
  );
}

interface TroubleProps {
  readonly error: AppError;
  /** In place of what its words say is to be done, such as a sentence with the way on in it. */
  readonly detail?: JSX.Element;
  /** At most two small buttons. */
  readonly actions?: JSX.Element;
}

/** Why it went wrong, as wide as the column: what happened, and below it what to do. */
export function Trouble(props: TroubleProps): JSX.Element {
  return (
    <div role="alert">
      <Banner
        tone="danger"
        title={errorText(props.error).title}
        detail={
          <>
            <p>{props.detail ?? errorText(props.error).nextStep}</p>
            <Show when={!isExplained(props.error)}>
              <ErrorDetails error={props.error} />
            </Show>
          </>
        }
        actions={
          <>
            {props.actions}
            <DoctorButton error={props.error} />
          </>
        }
      />
    </div>
  );
}

/** Whether Usher knows what it means, so that Plex's own words add nothing. */
function isExplained({ code }: AppError): boolean {
  switch (code) {
    case 'plex.badCredentials':
    case 'plex.emailRequired':
    case 'plex.addressBlocked':
    case 'plex.browserRequired':
    case 'plex.rateLimited':
    case 'plex.pinExpired':
      return true;
    default:
      return false;
  }
}
