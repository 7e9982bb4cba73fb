import CircleAlert from 'lucide-solid/icons/circle-alert';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { children, createUniqueId, For, Show, type JSX } from 'solid-js';
import { doctorText, type DoctorFindingText } from '../../../shared/words/doctor-findings.ts';
import { CodeLine } from '../../ui/code-line.tsx';
import { cx } from '../../ui/cx.ts';
import styles from './finding-card.module.css';

interface FindingCardProps {
  readonly text: DoctorFindingText;
  /** What the page itself can do about it, as buttons. */
  readonly actions?: JSX.Element;
}

/** One thing that is wrong, and the steps that mend it, in their order. */
export function FindingCard(props: FindingCardProps): JSX.Element {
  const titleId = createUniqueId();
  const actions = children(() => props.actions);
  return (
    <section class={cx(styles.card, styles[props.text.tone])} aria-labelledby={titleId}>
      <header class={styles.header}>
        <div class={styles.icon}>
          <Show
            when={props.text.tone === 'danger'}
            fallback={<CircleAlert size={20} aria-hidden="true" />}
          >
            <TriangleAlert size={20} aria-hidden="true" />
          </Show>
        </div>
        <div class={styles.words}>
          <h2 id={titleId} class={styles.title}>
            {props.text.title}
          </h2>
          <p class={styles.detail}>{props.text.detail}</p>
        </div>
      </header>
      <div class={styles.repair}>
        <h3 class={styles.heading}>{doctorText().steps}</h3>
        <ol class={styles.steps}>
          <For each={props.text.steps}>
            {(step) => (
              <li class={styles.step}>
                <p class={styles.text}>{step.text}</p>
                <Show when={step.command}>
                  {(command) => (
                    <CodeLine code={command()} name={doctorText().commandName(command())} />
                  )}
                </Show>
              </li>
            )}
          </For>
        </ol>
        <Show when={actions()}>
          <div class={styles.actions}>{actions()}</div>
        </Show>
      </div>
    </section>
  );
}
