import { createRenderEffect, on, onCleanup, type Accessor } from 'solid-js';
import { catchFocus } from './catch-focus.ts';

/**
 * Remembers who had the focus when a dialog opened, and returns what gives it back. It is opened by state and not by a
 * trigger of Kobalte's, which would know.
 */
export function createOpener(isOpen: Accessor<boolean>): () => void {
  let opener: Element | null = null;
  createRenderEffect(
    on(isOpen, (opened) => {
      if (opened) opener = openerOf(document.activeElement);
    }),
  );
  // One that is open goes with what it is about, such as a row, and does not close before.
  onCleanup(() => {
    if (opener !== null) queueMicrotask(catchFocus);
  });
  return () => {
    if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    else catchFocus();
  };
}

/** Of an entry of a menu, which is gone by the time, the button that the menu belongs to. */
function openerOf(active: Element | null): Element | null {
  const menu = active?.closest('[role="menu"]');
  return menu === null || menu === undefined
    ? active
    : openerOf(document.getElementById(menu.getAttribute('aria-labelledby') ?? ''));
}
