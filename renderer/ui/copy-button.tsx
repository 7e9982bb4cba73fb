import Check from 'lucide-solid/icons/check';
import Copy from 'lucide-solid/icons/copy';
import { Show, type JSX } from 'solid-js';
import type { SecretRef } from '../../shared/model/token.ts';
import { createAction } from '../state/create-action.ts';
import { useUsher } from '../state/use-usher.ts';
import { errorText } from '../../shared/text/error-text.ts';
import { uiText } from '../text/ui-text.ts';
import { Button } from './button.tsx';
import { createCopied } from './create-copied.ts';
import { IconButton } from './icon-button.tsx';
import styles from './copy-button.module.css';

interface CopyButtonProps {
  /** What is copied, in words for readers: "address of Attic", "token of Maja Lind". */
  readonly name: string;
  /** Text that is no secret, or the name of a secret, which main copies without the page seeing it. */
  readonly what: { readonly text: string } | { readonly secret: SecretRef };
  /** On the button, in place of "Copy". */
  readonly label?: string;
  /** Only the icon, for dense rows. */
  readonly isCompact?: boolean;
  readonly variant?: 'primary' | 'secondary' | 'quiet';
  readonly size?: 'small' | 'medium';
}

export function CopyButton(props: CopyButtonProps): JSX.Element {
  const usher = useUsher();
  const copyText = createAction('text.copy');
  const copySecret = createAction('secret.copy');
  const copied = createCopied();
  const error = () => copyText.error() ?? copySecret.error();
  const isBusy = () => copyText.isBusy() || copySecret.isBusy();

  const copy = async (): Promise<void> => {
    const { what, name } = props;
    const result = 'text' in what ? await copyText.run(what) : await copySecret.run(what);
    if (!result.ok) return;
    copied.mark();
    usher.announce(uiText.copiedAnnouncement(name));
  };
  const icon = (size: number) => (
    <Show when={copied.isCopied()} fallback={<Copy size={size} aria-hidden="true" />}>
      <Check size={size} aria-hidden="true" />
    </Show>
  );

  return (
    <span class={styles.copy}>
      <Show
        when={props.isCompact === true}
        fallback={
          <Button
            variant={props.variant ?? 'secondary'}
            size={props.size ?? 'small'}
            icon={icon(14)}
            isBusy={isBusy()}
            aria-label={uiText.copyLabel(props.name)}
            onClick={() => void copy()}
          >
            {copied.isCopied() ? uiText.copied : (props.label ?? uiText.copy)}
          </Button>
        }
      >
        <IconButton
          size="small"
          icon={icon(14)}
          isBusy={isBusy()}
          label={uiText.copyLabel(props.name)}
          tip={copied.isCopied() ? uiText.copied : uiText.copy}
          onClick={() => void copy()}
        />
      </Show>
      <Show when={error()}>
        {(failure) => (
          <span class={styles.error} role="alert" title={errorText(failure()).nextStep}>
            {errorText(failure()).title}
          </span>
        )}
      </Show>
    </span>
  );
}
