import { createEffect, createRenderEffect, on, onCleanup, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { catchFocus } from './catch-focus.ts';
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
        if (isOpen) opener = openerOf(document.activeElement);
      },
    ),
  );
  // One that is open goes with what it is about, such as a row, and does not close before.
  onCleanup(() => {
    if (opener !== null) queueMicrotask(catchFocus);
  });
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
            else catchFocus();
          }}
        />
      )}
    </Show>
  );
}

/** Of an entry of a menu, which is gone by the time, the button that the menu belongs to. */
function openerOf(active: Element | null): Element | null {
  const menu = active?.closest('[role="menu"]');
  return menu === null || menu === undefined
    ? active
    : openerOf(document.getElementById(menu.getAttribute('aria-labelledby') ?? ''));
}
