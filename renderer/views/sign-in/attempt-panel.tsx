import { createUniqueId, onMount, type JSX } from 'solid-js';
import styles from './attempt-panel.module.css';

interface AttemptPanelProps {
  readonly title: string;
  readonly children: JSX.Element;
  readonly actions: JSX.Element;
}

/** A sign-in under way, in place of the ways. Its heading takes the focus: the button that began it is gone. */
export function AttemptPanel(props: AttemptPanelProps): JSX.Element {
  const titleId = createUniqueId();
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());
  return (
    <section class={styles.panel} aria-labelledby={titleId}>
      <h2 id={titleId} class={styles.title} tabindex={-1} ref={(element) => (heading = element)}>
        {props.title}
      </h2>
      {props.children}
      <div class={styles.actions}>{props.actions}</div>
    </section>
  );
}
