import ShieldQuestion from 'lucide-solid/icons/shield-question-mark';
import type { JSX } from 'solid-js';
import type { TokenRef } from '../../shared/model/token.ts';
import { createAction } from '../state/create-action.ts';
import { useUsher } from '../state/use-usher.ts';
import { uiText } from '../../shared/words/app.ts';
import { Button } from './button.tsx';
import { ButtonError } from './button-error.tsx';
import styles from './button-with-outcome.module.css';

interface CheckButtonProps {
  readonly tokens: readonly TokenRef[];
  /** What is checked, in words for readers: "token of Attic". */
  readonly name: string;
}

/** Asks at once whether tokens are still good; the answer shows where their verdict does. */
export function CheckButton(props: CheckButtonProps): JSX.Element {
  const usher = useUsher();
  const check = createAction('verdicts.check');
  const run = async (): Promise<void> => {
    const { tokens, name } = props;
    const checked = await check.run({ tokens, isAsked: true });
    if (checked.ok) usher.announce(uiText().checkedAnnouncement(name));
  };
  return (
    <span class={styles.pair}>
      <Button
        size="small"
        kind="quiet"
        icon={<ShieldQuestion size={14} aria-hidden="true" />}
        isBusy={check.isBusy()}
        labels={[uiText().checking, uiText().check]}
        aria-label={uiText().checkLabel(props.name)}
        onClick={() => void run()}
      >
        {check.isBusy() ? uiText().checking : uiText().check}
      </Button>
      <ButtonError error={check.error()} />
    </span>
  );
}
