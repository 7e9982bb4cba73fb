import { createSignal, For, Match, Show, Switch, type JSX } from 'solid-js';
import { keysOfShortcut, type ShortcutModifier } from '../../../shared/model/shortcut.ts';
import { settingsText } from '../../../shared/words/settings.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { readShortcut } from './read-shortcut.ts';
import { SettingRow } from './setting-row.tsx';
import styles from './quick-shortcut-row.module.css';

/** The shortcut of quick access: recorded by pressing it. */
export function QuickShortcutRow(props: {
  readonly isStart: boolean;
  /** Answers whether it was kept; null takes it away. */
  readonly onChange: (shortcut: string | null) => Promise<boolean>;
}): JSX.Element {
  const usher = useUsher();
  const [isRecording, setIsRecording] = createSignal(false);
  const [complaint, setComplaint] = createSignal<string | null>(null);
  const text = () => settingsText().quickAccess;
  const shortcut = () => usher.state.settings.quickShortcut;
  const isMac = () => usher.state.app.platform === 'darwin';
  const needsBackground = () => !usher.state.settings.isInBackground;
  let row: HTMLDivElement | undefined;

  const hint = (): string => {
    if (isRecording()) return complaint() ?? settingsText().settings.quickShortcut.hint;
    if (needsBackground()) return text().needsBackground;
    const state = usher.state.quickAccess;
    if (shortcut() !== null && (state === 'taken' || state === 'unusable')) return text()[state];
    return settingsText().settings.quickShortcut.hint;
  };
  const isWrong = (): boolean =>
    isRecording()
      ? complaint() !== null
      : usher.state.quickAccess === 'taken' || usher.state.quickAccess === 'unusable';

  const begin = (): void => {
    setComplaint(null);
    setIsRecording(true);
    row?.querySelector<HTMLElement>('[data-recorder]')?.focus();
  };
  /** The button that it began with is another element by now, and takes the focus. */
  const end = (): void => {
    setIsRecording(false);
    row?.querySelector<HTMLElement>('button')?.focus();
  };
  const onKeyDown = async (event: KeyboardEvent): Promise<void> => {
    const read = readShortcut(event, isMac());
    // Whoever goes on by Tab is not held.
    if (read.kind === 'leave') return;
    event.preventDefault();
    event.stopPropagation();
    if (read.kind === 'cancel') end();
    else if (read.kind === 'tooFew') setComplaint(text().tooFew(isMac()));
    else if (read.kind === 'unknownKey') setComplaint(text().unknownKey);
    else if (read.kind === 'shortcut' && (await props.onChange(read.shortcut))) {
      usher.announce(text().recorded(namesOf(read.shortcut, isMac()).join(' ')));
      end();
    }
  };
  const remove = async (): Promise<void> => {
    if (!(await props.onChange(null))) return;
    usher.announce(text().removed);
    row?.querySelector<HTMLElement>('button')?.focus();
  };

  return (
    <div ref={(element) => (row = element)}>
      <SettingRow
        id="quickShortcut"
        isStart={props.isStart}
        hint={
          <span class={isWrong() ? styles.wrong : undefined} role={isWrong() ? 'alert' : undefined}>
            {hint()}
          </span>
        }
      >
        <Switch>
          <Match when={isRecording()}>
            <span
              class={styles.recorder}
              data-recorder
              role="textbox"
              aria-readonly="true"
              aria-label={text().recordLabel}
              tabindex={0}
              onKeyDown={(event) => void onKeyDown(event)}
              onBlur={() => setIsRecording(false)}
            >
              {text().recording}
            </span>
          </Match>
          <Match when={shortcut()}>
            {(keys) => (
              <>
                <Show when={!needsBackground()}>
                  <span class={styles.keys}>
                    <For each={namesOf(keys(), isMac())}>
                      {(key) => <kbd class={styles.key}>{key}</kbd>}
                    </For>
                  </span>
                </Show>
                <Button size="small" title={text().changeLabel} onClick={begin}>
                  {text().change}
                </Button>
                <Button
                  size="small"
                  kind="plain"
                  title={text().removeLabel}
                  onClick={() => void remove()}
                >
                  {text().remove}
                </Button>
              </>
            )}
          </Match>
          <Match when={shortcut() === null}>
            <Button
              size="small"
              title={text().recordLabel}
              disabled={needsBackground()}
              onClick={begin}
            >
              {text().record}
            </Button>
          </Match>
        </Switch>
      </SettingRow>
    </div>
  );
}

const namesOf = (shortcut: string, isMac: boolean): readonly string[] => {
  const names = settingsText().quickAccess.keys(isMac);
  return keysOfShortcut(shortcut).map((key) =>
    key in names ? names[key as ShortcutModifier] : key,
  );
};
