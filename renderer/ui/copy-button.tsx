import Check from 'lucide-solid/icons/check';
import CopyIcon from 'lucide-solid/icons/copy';
import { Show, type JSX } from 'solid-js';
import { verdictReasonText } from '../../shared/words/verdicts.ts';
import { createCopy, type Copy, type CopyWhat } from '../state/create-copy.ts';
import { uiText } from '../../shared/words/app.ts';
import { Button } from './button.tsx';
import { ButtonError } from './button-error.tsx';
import styles from './button-with-outcome.module.css';
import { IconButton } from './icon-button.tsx';

interface CopyButtonProps {
  /** What is copied, in words for readers: "address of Attic", "token of Maja Lind". */
  readonly name: string;
  readonly what: CopyWhat;
  /** Shared with other ways of copying the same thing. */
  readonly copy?: Copy;
  /** On the button, in place of "Copy". */
  readonly label?: string;
  /** Only the icon, for dense rows. */
  readonly isCompact?: boolean;
  readonly kind?: 'filled' | 'secondary' | 'quiet';
  readonly size?: 'small' | 'medium';
}

export function CopyButton(props: CopyButtonProps): JSX.Element {
  const own = createCopy();
  const copy = (): Copy => props.copy ?? own;
  const icon = (size: number) => (
    <Show when={copy().isCopied()} fallback={<CopyIcon size={size} aria-hidden="true" />}>
      <Check size={size} aria-hidden="true" />
    </Show>
  );

  return (
    <span class={styles.pair}>
      <Show
        when={props.isCompact === true}
        fallback={
          <Button
            kind={props.kind ?? 'secondary'}
            size={props.size ?? 'small'}
            icon={icon(14)}
            isBusy={copy().isBusy()}
            labels={[uiText().copied, props.label ?? uiText().copy]}
            aria-label={uiText().copyLabel(props.name)}
            onClick={() => void copy().run(props.what, props.name)}
          >
            {copy().isCopied() ? uiText().copied : (props.label ?? uiText().copy)}
          </Button>
        }
      >
        <IconButton
          size="small"
          icon={icon(14)}
          isBusy={copy().isBusy()}
          label={uiText().copyLabel(props.name)}
          tip={copy().isCopied() ? uiText().copied : uiText().copy}
          onClick={() => void copy().run(props.what, props.name)}
        />
      </Show>
      <CopyWarning copy={copy()} />
      <ButtonError error={copy().error()} />
    </span>
  );
}

/** That what was copied could not be tested before. */
export function CopyWarning(props: { readonly copy: Copy }): JSX.Element {
  return (
    <Show when={props.copy.warning()}>
      {(reason) => (
        <span class={styles.warning} role="status" title={verdictReasonText(reason())}>
          {uiText().copiedUnchecked}
        </span>
      )}
    </Show>
  );
}
