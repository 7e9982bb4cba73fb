import { Show, type JSX } from 'solid-js';
import { errorText } from '../../../shared/words/errors.ts';
import { commonText, uiText } from '../../../shared/words/app.ts';
import X from 'lucide-solid/icons/x';
import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { ErrorDetails } from '../../ui/error-details.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import type { Mint } from './create-mint.ts';
import styles from './mint-error.module.css';

interface MintErrorProps {
  readonly mint: Mint;
}

/** Why minting failed, beside the button that was pressed, with the next step. */
export function MintError(props: MintErrorProps): JSX.Element {
  return (
    <Show when={props.mint.error()}>
      {(error) => (
        <div role="alert" class={styles.box}>
          <TriangleAlert size={14} aria-hidden="true" />
          <div class={styles.words}>
            <p>
              <strong>{commonText().sentence(errorText(error()).title)}</strong>{' '}
              {errorText(error()).detail} {errorText(error()).nextStep}
            </p>
            <ErrorDetails error={error()} />
          </div>
          <IconButton
            size="small"
            label={uiText().dismiss}
            icon={<X size={14} aria-hidden="true" />}
            onClick={() => props.mint.clearError()}
          />
        </div>
      )}
    </Show>
  );
}
