import { onCleanup, onMount } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { walkRows } from './walk-rows.ts';

/** What a row can do. */
export interface ServerRowActs {
  readonly copy: () => void;
  readonly mint: () => void;
  readonly open: () => void;
  readonly togglePin: () => void;
}

export interface ServerKeys {
  /** Tells what the keys do in a row, by its element that takes the focus. */
  readonly attach: (row: HTMLElement, acts: ServerRowActs) => void;
  /** At the list, or at what is around it and its search field. */
  readonly onKeyDown: (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => void;
}

/** What marks the element of a row that takes the focus. */
export const rowSelector = '[data-server-row]';

interface ServerKeysOptions {
  /** Whether 1 to 9 copy of the first nine rows. */
  readonly hasNumbers?: boolean;
  /** Moves between rows where not all of them exist. */
  readonly walk?: (event: KeyboardEvent & { readonly currentTarget: HTMLElement }) => void;
}

/** An Enter that was meant for the view or the window before is not yet over then. */
const calmMs = 300;

/** The keys of a list of servers: Enter copies, with Alt mints, with Ctrl or Cmd opens; P pins; arrows move. */
export function createServerKeys(options: ServerKeysOptions = {}): ServerKeys {
  const usher = useUsher();
  const rows = new WeakMap<Element, ServerRowActs>();
  let calmFrom = performance.now() + calmMs;
  const beCalm = (): void => void (calmFrom = performance.now() + calmMs);
  onMount(() => {
    window.addEventListener('focus', beCalm);
    onCleanup(() => window.removeEventListener('focus', beCalm));
  });

  /** A key that is held, or came too early, is taken and does nothing: it would press the row. */
  const once = (event: KeyboardEvent, act: (() => void) | undefined): void => {
    event.preventDefault();
    if (!event.repeat && performance.now() >= calmFrom) act?.();
  };

  return {
    attach: (row, acts) => void rows.set(row, acts),
    onKeyDown: (event) => {
      const list = event.currentTarget;
      // Solid hands the keys of a menu on along the tree of components, in the name of an element in here.
      const [target] = event.composedPath();
      if (!(target instanceof Element) || !list.contains(target) || event.defaultPrevented) return;
      const row = target.closest('li')?.querySelector(rowSelector) ?? null;
      const acts = row === null ? undefined : rows.get(row);
      const act = acts === undefined ? null : actOf(event, acts, target === row);
      if (act !== null) once(event, act);
      // A button in the row has a use of its own for it, once a press.
      else if (event.key === 'Enter' && event.repeat) event.preventDefault();
      else if (options.hasNumbers === true && acts !== undefined && isNumber(event)) {
        const chosen = list.querySelectorAll<HTMLElement>(rowSelector)[Number(event.key) - 1];
        chosen?.focus();
        once(event, chosen === undefined ? undefined : rows.get(chosen)?.copy);
      } else if (options.walk === undefined) walkRows(event, list, rowSelector);
      else options.walk(event);
    },
  };

  function actOf(
    event: KeyboardEvent,
    acts: ServerRowActs,
    isRowItself: boolean,
  ): (() => void) | null {
    const isMac = usher.state.app.platform === 'darwin';
    const hasCommand = isMac ? event.metaKey : event.ctrlKey;
    const hasOther = event.shiftKey || (isMac ? event.ctrlKey : event.metaKey);
    if (event.key === 'Enter' && !hasOther) {
      if (hasCommand) return event.altKey ? null : acts.open;
      if (event.altKey) return acts.mint;
      return isRowItself ? acts.copy : null;
    }
    const hasModifier = hasCommand || hasOther || event.altKey;
    return event.key.toLowerCase() === 'p' && !hasModifier ? acts.togglePin : null;
  }
}

/** With Ctrl or Cmd a number leads to a page. */
const isNumber = (event: KeyboardEvent): boolean =>
  /^[1-9]$/u.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
