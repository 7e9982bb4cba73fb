import { createEffect, createRenderEffect, on, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import type { DialogProps } from './dialog-window.tsx';
import { onDemand } from './on-demand.ts';

/** Kobalte's is large, and no view begins with a dialog. */
const dialogWindow = onDemand(async () => (await import('./dialog-window.tsx')).DialogWindow);

/** Over everything else; keeps the focus, gives it back, closes on Escape. */
export function Dialog(props: DialogProps): JSX.Element {
  // Opened by state and not by a trigger of Kobalte's, which would know whom to give the focus back to.
  let opener: Element | null = null;
  createRenderEffect(
    on(
      () => props.isOpen,
      (isOpen) => {
        if (isOpen) opener = document.activeElement;
      },
    ),
  );
  createEffect(() => {
    if (props.isOpen) void dialogWindow.load();
  });
  return (
    <Show when={dialogWindow.component()}>
      {(component) => (
        <Dynamic
          component={component()}
          {...props}
          onClosed={() => {
            if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
          }}
        />
      )}
    </Show>
  );
}
