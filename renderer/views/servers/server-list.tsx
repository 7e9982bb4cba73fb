import { createEffect, createMemo, createSignal, For, on, Show, type JSX } from 'solid-js';
import { serverText } from '../../../shared/words/servers.ts';
import { useUsher } from '../../state/use-usher.ts';
import { createServerKeys, rowSelector, type ServerKeys } from './create-server-keys.ts';
import { createVirtualRows } from './create-virtual-rows.ts';
import type { ServerEntry } from './find-servers.ts';
import { ServerRow } from './server-row.tsx';
import { stepOf } from './walk-rows.ts';
import styles from './server-row.module.css';

interface ServerListProps {
  readonly entries: readonly ServerEntry[];
  /** Hands out what the keys do, for what is around the list: from the search field the arrow down leads into it. */
  readonly onKeys: (onKeyDown: ServerKeys['onKeyDown']) => void;
}

/** A list of servers however long: only the rows in sight exist. The keyboard reaches all of them. */
export function ServerList(props: ServerListProps): JSX.Element {
  const usher = useUsher();
  const [chosen, setChosen] = createSignal<string | null>(null);
  const [hasFocus, setHasFocus] = createSignal(false);
  let list: HTMLUListElement | undefined;

  const keys = createMemo(() => props.entries.map(({ key }) => key));
  const places = createMemo(() => new Map(keys().map((key, index) => [key, index])));
  const byKey = createMemo(() => new Map(props.entries.map((entry) => [entry.key, entry])));
  const active = createMemo(() => {
    const key = chosen();
    return key !== null && places().has(key) ? key : keys()[0];
  });
  const activeIndex = () => places().get(active() ?? '') ?? -1;
  const virtual = createVirtualRows({
    keys,
    keptIndex: () => (hasFocus() ? activeIndex() : -1),
    list: () => list,
  });
  const rows = createMemo(() => new Map(virtual.rows().map((row) => [row.key, row])));

  const focusRow = (index: number): void => {
    const key = keys()[Math.max(0, Math.min(index, keys().length - 1))];
    if (key === undefined) return;
    // From here on it exists.
    setHasFocus(true);
    setChosen(key);
    const row = list?.querySelector<HTMLElement>(`[data-index="${places().get(key)}"]`);
    row?.querySelector<HTMLElement>(rowSelector)?.focus();
  };
  const listKeys = createServerKeys({
    walk: (event) => {
      const step = stepOf(event, event.currentTarget);
      if (step === null || keys().length === 0) return;
      event.preventDefault();
      focusRow(step.isFromField ? 0 : step.to(hasFocus() ? activeIndex() : -1, keys().length));
    },
  });
  // eslint-disable-next-line solid/reactivity -- it is handed out once
  props.onKeys(listKeys.onKeyDown);

  // A row that leaves the list takes the focus with it, and the next one gets it.
  createEffect(
    on(keys, (now, before = []) => {
      const key = chosen();
      if (key === null || !hasFocus() || now.includes(key)) return;
      if (document.activeElement !== document.body) return;
      focusRow(before.indexOf(key));
    }),
  );

  return (
    <div class={styles.rows}>
      <ul
        ref={(element) => (list = element)}
        class={styles.virtual}
        aria-label={serverText().title}
        style={{ height: `${virtual.heightPx()}px` }}
        onFocusIn={() => setHasFocus(true)}
        onFocusOut={(event) => {
          const to = event.relatedTarget;
          if (to instanceof Node && list?.contains(to) !== true) setHasFocus(false);
        }}
      >
        <For each={virtual.rows().map(({ key }) => key)}>
          {(key) => (
            <Show when={byKey().get(key)}>
              {(entry) => (
                <ServerRow
                  // Main's own, which tells when it changes.
                  server={
                    usher.state.servers[entry().at[0]]?.servers[entry().at[1]] ?? entry().server
                  }
                  keys={listKeys}
                  isActive={active() === key}
                  onActivate={() => setChosen(key)}
                  position={{
                    at: (places().get(key) ?? 0) + 1,
                    count: keys().length,
                    startPx: rows().get(key)?.startPx ?? 0,
                  }}
                  ref={virtual.measure}
                />
              )}
            </Show>
          )}
        </For>
      </ul>
    </div>
  );
}
