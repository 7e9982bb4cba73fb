const steps: Readonly<Record<string, (index: number, count: number) => number>> = {
  ArrowDown: (index) => index + 1,
  ArrowUp: (index) => index - 1,
  Home: () => 0,
  End: (_index, count) => count - 1,
};

interface Step {
  /** From a search field the arrow down leads to the first row. */
  readonly isFromField: boolean;
  readonly to: (index: number, count: number) => number;
}

/** Where an arrow key, Home or End leads among the rows inside `container`; null for any other key or place. */
export const stepOf = (event: KeyboardEvent, container: HTMLElement): Step | null => {
  const to = steps[event.key];
  if (to === undefined || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
    return null;
  // Solid hands the keys of a dialog on along the tree of components, in the name of an element in here.
  const [target] = event.composedPath();
  if (!(target instanceof Element) || !container.contains(target)) return null;
  const isField = target instanceof HTMLInputElement && target.type !== 'checkbox';
  // They have a use of their own for these keys.
  if (target instanceof HTMLSelectElement || (isField && target.type === 'radio')) return null;
  return isField && event.key !== 'ArrowDown' ? null : { isFromField: isField, to };
};

/** Moves the focus between the rows inside `container`, all of which exist. */
export const walkRows = (event: KeyboardEvent, container: HTMLElement, selector: string): void => {
  const step = stepOf(event, container);
  if (step === null) return;
  const rows = [...container.querySelectorAll<HTMLElement>(selector)];
  const target = event.composedPath()[0] as Element;
  const index = rows.findIndex((row) => row === target || row.closest('li, tr')?.contains(target));
  const next = rows[step.isFromField ? 0 : step.to(index, rows.length)];
  if (next === undefined) return;
  event.preventDefault();
  next.focus();
};
