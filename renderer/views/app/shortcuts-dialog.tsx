import { For, type JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { shortcutsText } from '../../../shared/words/app.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { bindings } from './bindings.ts';
import styles from './shortcuts-dialog.module.css';

interface ShortcutsDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const groups = ['window', 'servers', 'lists'] as const;

export function ShortcutsDialog(props: ShortcutsDialogProps): JSX.Element {
  const usher = useUsher();
  const keyName = (key: string): string =>
    key === 'Mod' ? shortcutsText().modifier(usher.state.app.platform) : key;
  return (
    <Dialog isOpen={props.isOpen} onClose={() => props.onClose()} title={shortcutsText().title}>
      <For each={groups}>
        {(group) => (
          <section>
            <h3 class={styles.group}>{shortcutsText().groups[group]}</h3>
            <dl>
              <For each={bindings.filter((binding) => binding.group === group)}>
                {(binding) => (
                  <div class={styles.row}>
                    <dt class={styles.does}>{shortcutsText().does[binding.does]}</dt>
                    <dd class={styles.keys}>
                      <For each={binding.keys}>
                        {(key) => <kbd class={styles.key}>{keyName(key)}</kbd>}
                      </For>
                    </dd>
                  </div>
                )}
              </For>
            </dl>
          </section>
        )}
      </For>
    </Dialog>
  );
}
