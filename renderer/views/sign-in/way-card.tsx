import { createUniqueId, type JSX } from 'solid-js';
import { cx } from '../../ui/cx.ts';
import styles from './ways.module.css';

interface WayCardProps {
  readonly icon: JSX.Element;
  readonly title: string;
  readonly badge?: JSX.Element;
  readonly detail: string;
  readonly isFirst?: boolean;
  readonly isForm?: boolean;
  readonly children: JSX.Element;
}

/** One way to sign in. */
export function WayCard(props: WayCardProps): JSX.Element {
  const titleId = createUniqueId();
  return (
    <section
      class={cx(
        styles.way,
        props.isFirst === true && styles.first,
        props.isForm === true && styles.form,
      )}
      aria-labelledby={titleId}
    >
      <header class={styles.head}>
        <span class={styles.icon}>{props.icon}</span>
        <h2 id={titleId} class={styles.title}>
          {props.title}
        </h2>
        <span class={styles.badge}>{props.badge}</span>
      </header>
      <p class={styles.detail}>{props.detail}</p>
      {props.children}
    </section>
  );
}
