import type { JSX } from 'solid-js';
import { CopyButton } from './copy-button.tsx';
import styles from './code-line.module.css';

interface CodeLineProps {
  readonly code: string;
  /** For the copy button: what it is. */
  readonly name: string;
}

/** A line to be run elsewhere, shown whole and ready to be copied. */
export function CodeLine(props: CodeLineProps): JSX.Element {
  return (
    <div class={styles.line}>
      <code class={styles.code} dir="ltr" translate="no">
        {props.code}
      </code>
      <CopyButton isCompact name={props.name} what={{ text: props.code }} />
    </div>
  );
}
