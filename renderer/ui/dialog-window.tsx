import { Dialog as KobalteDialog } from '@kobalte/core/dialog';
import X from 'lucide-solid/icons/x';
import { children, Show, type JSX } from 'solid-js';
import { uiText } from '../../shared/words/app.ts';
import { cx } from './cx.ts';
import styles from './dialog.module.css';

export interface DialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly description?: JSX.Element;
  /** Buttons at the bottom: the one that changes nothing first, which has the focus, and the main one last. */
  readonly actions?: JSX.Element;
  readonly size?: 'medium' | 'large';
  readonly children?: JSX.Element;
}

/** The dialog itself, on Kobalte. */
export function DialogWindow(props: DialogProps & { readonly onClosed: () => void }): JSX.Element {
  return (
    <KobalteDialog
      open={props.isOpen}
      onOpenChange={(isOpen) => {
        if (!isOpen) props.onClose();
      }}
    >
      <KobalteDialog.Portal>
        <KobalteDialog.Overlay class={styles.overlay} />
        <div class={styles.place}>
          <KobalteDialog.Content
            class={cx(styles.dialog, props.size === 'large' && styles.large)}
            onCloseAutoFocus={(event) => {
              event.preventDefault();
              props.onClosed();
            }}
          >
            <Inside {...props} />
          </KobalteDialog.Content>
        </div>
      </KobalteDialog.Portal>
    </KobalteDialog>
  );
}

function Inside(props: DialogProps): JSX.Element {
  const description = children(() => props.description);
  const actions = children(() => props.actions);
  return (
    <>
      <div class={styles.header}>
        <KobalteDialog.Title class={styles.title}>{props.title}</KobalteDialog.Title>
        {/* Where there are buttons, one of them closes it. */}
        <Show when={!actions()}>
          {/* Without a tooltip, which would take the first Escape for itself: it has the focus from the start. */}
          <KobalteDialog.CloseButton class={styles.close} aria-label={uiText().close}>
            <X size={16} aria-hidden="true" />
          </KobalteDialog.CloseButton>
        </Show>
      </div>
      <div class={styles.body}>
        <Show when={description()}>
          <KobalteDialog.Description as="div" class={styles.description}>
            {description()}
          </KobalteDialog.Description>
        </Show>
        {props.children}
      </div>
      <Show when={actions()}>
        <div class={styles.actions}>{actions()}</div>
      </Show>
    </>
  );
}
