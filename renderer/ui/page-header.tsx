import RefreshCw from 'lucide-solid/icons/refresh-cw';
import { children, Show, type JSX } from 'solid-js';
import { IconButton } from './icon-button.tsx';
import { VisuallyHidden } from './visually-hidden.tsx';
import styles from './page-header.module.css';

export interface PageHeaderProps {
  /** A name from outside is shown as text, in its own direction. */
  readonly title: string;
  /** Which of the title's pages it is, for readers; the tabs below show it. */
  readonly page?: string;
  /** Badges right after the title. */
  readonly badges?: JSX.Element;
  readonly description?: JSX.Element;
  /** An avatar or an icon before the title. */
  readonly leading?: JSX.Element;
  readonly actions?: JSX.Element;
  /** Asks again for what is shown; at the end of the title's line, also where the window is narrow. */
  readonly refresh?: {
    readonly label: string;
    readonly isBusy: boolean;
    readonly run: () => void;
    /** In the tooltip, where that says more than its name. */
    readonly tip?: string;
  };
  /** A menu of what else there is to do, at the very end. */
  readonly more?: JSX.Element;
  /** Above the title, such as the way back. */
  readonly above?: JSX.Element;
}

/** The heading (h1) of a view. It takes the focus when the view opens. */
export function PageHeader(props: PageHeaderProps): JSX.Element {
  const badges = children(() => props.badges);
  const description = children(() => props.description);
  const leading = children(() => props.leading);
  const actions = children(() => props.actions);
  const above = children(() => props.above);
  const more = children(() => props.more);
  return (
    <header class={styles.header}>
      <Show when={above()}>
        <div class={styles.above}>{above()}</div>
      </Show>
      <div class={styles.row}>
        <Show when={leading()}>{leading()}</Show>
        <div class={styles.heading}>
          <div class={styles.titleRow}>
            <h1 class={styles.title} tabindex={-1} title={props.title}>
              <bdi>{props.title}</bdi>
              <Show when={props.page}>{(page) => <VisuallyHidden>: {page()}</VisuallyHidden>}</Show>
            </h1>
            <Show when={badges()}>{badges()}</Show>
          </div>
          <Show when={description()}>
            <div class={styles.description}>{description()}</div>
          </Show>
        </div>
        <Show when={actions()}>
          <div class={styles.actions}>{actions()}</div>
        </Show>
        <Show when={props.refresh}>
          {(refresh) => (
            <div class={styles.refresh} data-refresh>
              <IconButton
                label={refresh().label}
                tip={refresh().tip ?? refresh().label}
                isBusy={refresh().isBusy}
                icon={<RefreshCw size={16} aria-hidden="true" />}
                onClick={() => refresh().run()}
              />
            </div>
          )}
        </Show>
        <Show when={more()}>
          <div class={styles.more}>{more()}</div>
        </Show>
      </div>
    </header>
  );
}
