import { createEffect, Show, type JSX } from 'solid-js';
import { Dynamic } from 'solid-js/web';
import { createOpener } from './create-opener.ts';
import type { DialogProps } from './dialog-window.tsx';
import { onDemand } from './on-demand.ts';

/** Kobalte's is large, and no view begins with a dialog. */
const dialogWindow = onDemand(async () => (await import('./dialog-window.tsx')).DialogWindow);

/** Over everything else; keeps the focus, gives it back, closes on Escape. */
export function Dialog(props: DialogProps): JSX.Element {
  const giveBackFocus = createOpener(() => props.isOpen);
  createEffect(() => {
    if (props.isOpen) void dialogWindow.load();
  });
  return (
    <Show when={dialogWindow.component()}>
      {(component) => <Dynamic component={component()} {...props} onClosed={giveBackFocus} />}
    </Show>
  );
}
