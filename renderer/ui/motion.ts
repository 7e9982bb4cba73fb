import { onCleanup, onMount } from 'solid-js';

/** As `--duration-move` and `--ease-move` have it. */
const move: KeyframeAnimationOptions = {
  duration: 160,
  easing: 'cubic-bezier(0.2, 0.8, 0.2, 1)',
};
/** More of them at once are no news but another list. */
const mostRows = 4;

/** Has the rows of a list grow when they come and shrink when they go, once the list itself is there. */
export function animateRows(list: HTMLElement): void {
  watchChildren(list, (come, gone) => {
    if (come.length + gone.length > mostRows) return;
    for (const row of come) row.animate([closed, openAt(row)], move);
    for (const { element, next } of gone) {
      // Its looks stay a moment longer than it does, for nobody to reach or to hear.
      const ghost = element.cloneNode(true) as HTMLElement;
      ghosts.add(ghost);
      // SECURITY: what was revealed in it is gone with it.
      for (const secret of ghost.querySelectorAll('[data-secret]')) secret.textContent = '';
      // The keys look rows up, and labels point to theirs: none of it is this one's any more.
      for (const part of ghost.querySelectorAll('[id], [data-server-row]')) {
        part.removeAttribute('id');
        part.removeAttribute('data-server-row');
      }
      ghost.inert = true;
      ghost.setAttribute('aria-hidden', 'true');
      list.insertBefore(ghost, next?.parentNode === list ? next : null);
      const shrinking = ghost.animate([openAt(ghost), closed], move);
      for (const end of ['finish', 'cancel']) shrinking.addEventListener(end, () => ghost.remove());
    }
  });
}

/** Has what takes another's place in a box fade in, such as a chip that says something else now. */
export function fadeChanges(box: HTMLElement): void {
  watchChildren(box, (come) => {
    for (const element of come) element.animate([{ opacity: 0 }, { opacity: 1 }], move);
  });
}

/** Has the line below a tab come from where it was, as the tab's `::after`. */
export function slideLine(tab: HTMLElement, from: DOMRect): void {
  if (!('animate' in tab) || wantsNone()) return;
  const to = tab.getBoundingClientRect();
  const shift = `translateX(${from.left - to.left}px) scaleX(${from.width / to.width})`;
  const origin = { transformOrigin: 'left' };
  tab.animate(
    [
      { transform: shift, ...origin },
      { transform: 'none', ...origin },
    ],
    {
      ...move,
      pseudoElement: '::after',
    },
  );
}

const wantsNone = (): boolean => matchMedia('(prefers-reduced-motion: reduce)').matches;

const ghosts = new WeakSet<Node>();
const closed: Keyframe = { height: '0', minHeight: '0', opacity: 0, overflow: 'clip' };
const openAt = (row: HTMLElement): Keyframe => ({
  ...closed,
  height: `${row.offsetHeight}px`,
  opacity: 1,
});

interface Gone {
  readonly element: HTMLElement;
  /** What came after it. */
  readonly next: Node | null;
}

function watchChildren(
  parent: HTMLElement,
  onChange: (come: readonly HTMLElement[], gone: readonly Gone[]) => void,
): void {
  if (!('animate' in parent)) return;
  onMount(() => {
    const observer = new MutationObserver((changes) => {
      if (wantsNone()) return;
      const isRow = (node: Node): node is HTMLElement =>
        node instanceof HTMLElement && !ghosts.has(node);
      const removed = changes.flatMap(({ removedNodes, nextSibling }) =>
        [...removedNodes].filter(isRow).map((element) => ({ element, next: nextSibling })),
      );
      // What was only put elsewhere is in both.
      const before = new Set(removed.map(({ element }) => element));
      const come = changes
        .flatMap(({ addedNodes }) => [...addedNodes].filter(isRow))
        .filter((row) => row.parentNode === parent && !before.has(row));
      onChange(
        come,
        removed.filter(({ element }) => !element.isConnected),
      );
    });
    observer.observe(parent, { childList: true });
    onCleanup(() => observer.disconnect());
  });
}
