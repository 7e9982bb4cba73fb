import { For, Show, type JSX } from 'solid-js';
import { paletteText } from '../../../shared/words/palette.ts';
import type { KeyHint, PaletteScope, PaletteThing } from './list-entries.ts';
import { Keys } from './palette-row.tsx';
import styles from './palette.module.css';

interface PaletteFooterProps {
  /** What Enter is about. */
  readonly thing: PaletteThing | undefined;
  /** Whether only the actions of one server are shown. */
  readonly isInServer: boolean;
  readonly isMac: boolean;
  readonly scope: PaletteScope;
}

/** The keys that do something just now. */
export function PaletteFooter(props: PaletteFooterProps): JSX.Element {
  const text = () => paletteText().footer;
  const keys = () => paletteText().keys;
  const own = () => props.scope.footer(props.isMac);
  const hints = (): readonly KeyHint[] => {
    const { thing } = props;
    if (thing === undefined) return [];
    if (thing.kind === 'server') {
      return [
        { keys: [keys().enter], does: own().copy },
        { keys: [keys().option(props.isMac), keys().enter], does: text().mint },
        { keys: [keys().tab], does: text().allActions },
      ];
    }
    return [{ keys: [keys().enter], does: enterDoes(thing) }];
  };
  return (
    <footer class={styles.footer} aria-hidden="true">
      <For each={hints()}>
        {(hint) => (
          <span class={styles.hint}>
            <Keys of={hint.keys} />
            {hint.does}
          </span>
        )}
      </For>
      <span class={styles.close}>
        <For each={own().more}>
          {(hint) => (
            <span class={styles.more}>
              <Keys of={hint.keys} />
              {hint.does}
            </span>
          )}
        </For>
        <Keys of={[keys().escape]} />
        <Show when={props.isInServer} fallback={own().close}>
          {text().back}
        </Show>
      </span>
    </footer>
  );
}

const enterDoes = (thing: PaletteThing): string => {
  const text = paletteText().footer;
  if (thing.kind === 'token' || thing.kind === 'app') return text.copy;
  return thing.kind === 'account' || thing.kind === 'page' ? text.open : text.choose;
};
