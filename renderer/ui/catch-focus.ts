/** Who had the focus on what has just gone goes on at the heading of the view. */
export function catchFocus(): void {
  if (document.activeElement === document.body) document.querySelector<HTMLElement>('h1')?.focus();
}
