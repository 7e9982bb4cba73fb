const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

/**
 * Moves the focus between the rows inside `container` by arrow keys, Home and End. From the search field the arrow
 * down leads to the first row; there the other keys stay with the text.
 */
export const walkRows = (event: KeyboardEvent, container: HTMLElement, selector: string): void => {
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    return;
  // Solid hands the keys of a dialog on along the tree of components, in the name of an element in here.
  const [target] = event.composedPath();
  if (!(target instanceof Element) || !container.contains(target)) return;
  // It has a use of its own for these keys.
  if (target instanceof HTMLSelectElement) return;
  const isTyping = target instanceof HTMLInputElement && target.type !== 'checkbox';
  if (isTyping && event.key !== 'ArrowDown') return;
  const rows = [...container.querySelectorAll<HTMLElement>(selector)];
  const index = rows.findIndex((row) => row === target || row.closest('li')?.contains(target));
  const next = rows[isTyping ? 0 : step(index, rows.length)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
};
