/** Arrow keys, Home and End move between the buttons of a list, all of which Tab reaches too. */
export function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-nav-item]')];
  const index = items.findIndex((item) => item === document.activeElement);
  if (index === -1) return;
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: Math.min(index + 1, items.length - 1),
    ArrowUp: Math.max(index - 1, 0),
    Home: 0,
    End: items.length - 1,
  };
  const target = targets[event.key];
  if (target === undefined) return;
  event.preventDefault();
  items[target]?.focus();
}
