import { createEffect, on, type Accessor } from 'solid-js';

/**
 * Begins a dialog anew whenever it opens or closes. Called when something is asked, it returns whether the dialog is still in
 * that opening: what came of one that was given up says nothing of the next.
 */
export function createOpening(isOpen: Accessor<boolean>, begin: () => void): () => () => boolean {
  let openingCount = 0;
  createEffect(
    on(
      isOpen,
      () => {
        openingCount += 1;
        begin();
      },
      { defer: true },
    ),
  );
  return () => {
    const opening = openingCount;
    return () => opening === openingCount;
  };
}
