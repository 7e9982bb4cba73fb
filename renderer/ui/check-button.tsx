import ShieldQuestion from 'lucide-solid/icons/shield-question-mark';
import { Show, type JSX } from 'solid-js';
import type { TokenRef } from '../../shared/model/token.ts';
import { createCheck } from '../state/create-check.ts';
import { uiText } from '../../shared/words/app.ts';
import { Button } from './button.tsx';
import { ButtonError } from './button-error.tsx';
import styles from './button-with-outcome.module.css';

interface CheckButtonProps {
  readonly tokens: readonly TokenRef[];
  /** What is checked, in words for readers: "token of Attic". */
  readonly name: string;
  readonly kind?: 'quiet' | 'secondary';
}

/** Checks tokens at once; the answer shows where their state does. */
export function CheckButton(props: CheckButtonProps): JSX.Element {
  const check = createCheck();
  const isQuiet = () => props.kind !== 'secondary';
  return (
    <span class={styles.pair}>
      <Button
        size={isQuiet() ? 'small' : 'medium'}
        kind={props.kind ?? 'quiet'}
        icon={
          <Show when={isQuiet()}>
            <ShieldQuestion size={14} aria-hidden="true" />
          </Show>
        }
        isBusy={check.isBusy()}
        labels={[uiText().checking, uiText().check]}
        aria-label={uiText().checkLabel(props.name)}
        onClick={() => void check.run(props.tokens, props.name)}
      >
        {check.isBusy() ? uiText().checking : uiText().check}
      </Button>
      <ButtonError error={check.error()} />
    </span>
  );
}
