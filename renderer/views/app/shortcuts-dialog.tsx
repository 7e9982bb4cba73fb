import { For, type JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { shortcutsText } from '../../../shared/words/app.ts';
import { Dialog } from '../../ui/dialog.tsx';
import styles from './shortcuts-dialog.module.css';

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function ShortcutsDialog(props: ShortcutsDialogProps): JSX.Element {
  const usher = useUsher();
  const keyName = (key: string): string =>
    key === 'Mod' ? shortcutsText().modifier(usher.state.app.platform) : key;
  return (
    <Dialog isOpen={props.isOpen} onClose={() => props.onClose()} title={shortcutsText().title}>
      <dl class={styles.list}>
        <For each={shortcutsText().rows}>
          {(row) => (
            <div class={styles.row}>
              <dt class={styles.does}>{row.does}</dt>
              <dd class={styles.keys}>
                <For each={row.keys}>{(key) => <kbd class={styles.key}>{keyName(key)}</kbd>}</For>
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Dialog>
  );
}
