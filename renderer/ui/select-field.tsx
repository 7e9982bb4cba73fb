import Check from 'lucide-solid/icons/check';
import ChevronDown from 'lucide-solid/icons/chevron-down';
import { createSignal, createUniqueId, For, onCleanup, Show, type JSX } from 'solid-js';
import type { Result } from '../../shared/result.ts';
import { cx } from './cx.ts';
import fieldStyles from './field.module.css';
import { floatList } from './float-list.ts';
import listStyles from './listbox.module.css';
import styles from './select-field.module.css';
import hiddenStyles from './visually-hidden.module.css';

interface Option {
  readonly value: string;
  readonly label: string;
  /** What it comes to, in fixed width, in the list alone. */
  readonly preview?: string;
}

interface SelectFieldProps {
  readonly label: string;
  readonly value: string;
  /** A promise where the change can fail; what holds is shown in any case. */
  readonly onChange: (value: string) => Promise<Result<unknown>> | undefined;
  readonly options: readonly Option[];
  /** The first choice, which stands for none; left out where one must be chosen. */
  readonly noneLabel?: string;
  /** In a row of filters: its label is for readers alone, or stands in the control itself as its `prefix`. */
  readonly isCompact?: boolean;
  readonly prefix?: string;
}

/** A labelled choice of one among several. In forced colours it is the system's own, which is drawn in them. */
export function SelectField(props: SelectFieldProps): JSX.Element {
  const id = createUniqueId();
  const isForced = createForcedColours();
  const options = (): readonly Option[] => [
    ...(props.noneLabel === undefined ? [] : [{ value: '', label: props.noneLabel }]),
    ...props.options,
  ];
  return (
    <div class={fieldStyles.field} style={{ '--list-anchor': `--${id}` }}>
      <label
        for={id}
        id={`${id}-label`}
        class={props.isCompact === true ? hiddenStyles.hidden : fieldStyles.label}
      >
        {props.label}
      </label>
      <Show
        when={isForced()}
        fallback={
          <DrawnSelect
            id={id}
            prefix={props.prefix}
            options={options()}
            value={props.value}
            onChange={(value) => void props.onChange(value)}
          />
        }
      >
        <select
          id={id}
          class={styles.select}
          onChange={(event) => {
            const select = event.currentTarget;
            // What holds is read after the change, on purpose.
            // eslint-disable-next-line solid/reactivity
            void props.onChange(select.value)?.then(({ ok }) => {
              if (!ok) select.value = props.value;
            });
          }}
        >
          <For each={options()}>
            {(option) => (
              <option value={option.value} selected={props.value === option.value}>
                {option.label}
              </option>
            )}
          </For>
        </select>
      </Show>
    </div>
  );
}

interface DrawnSelectProps {
  /** That of its label ends in `-label`. */
  readonly id: string;
  readonly prefix: string | undefined;
  readonly options: readonly Option[];
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A button and a list. The focus stays on the button: what the arrows mark is told to readers by its id. */
function DrawnSelect(props: DrawnSelectProps): JSX.Element {
  const [isOpen, setIsOpen] = createSignal(false);
  const [marked, setMarked] = createSignal(0);
  const chosen = () => props.options.find(({ value }) => value === props.value);
  const last = () => props.options.length - 1;
  const entryId = (index: number) => `${props.id}-${index}`;

  const open = (): void => {
    setMarked(
      Math.max(
        0,
        props.options.findIndex(({ value }) => value === props.value),
      ),
    );
    setIsOpen(true);
  };
  const choose = (index: number): void => {
    setIsOpen(false);
    const option = props.options[index];
    if (option !== undefined && option.value !== props.value) props.onChange(option.value);
  };
  const mark = (index: number): void => void setMarked(Math.max(0, Math.min(last(), index)));
  /** The next one that begins with the letter, over the end to the first. */
  const seek = (letter: string): void => {
    const order = [...props.options.keys()].map((step) => (marked() + 1 + step) % (last() + 1));
    const found = order.find((index) =>
      props.options[index]?.label.toLocaleLowerCase().startsWith(letter.toLocaleLowerCase()),
    );
    if (found !== undefined) setMarked(found);
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) return;
    const isLetter = key.length === 1 && key !== ' ';
    if (!isOpen()) {
      if (!['ArrowDown', 'ArrowUp', 'Enter', ' '].includes(key) && !isLetter) return;
      open();
      if (isLetter) seek(key);
    } else if (key === 'ArrowDown') mark(marked() + 1);
    else if (key === 'ArrowUp') mark(marked() - 1);
    else if (key === 'Home') mark(0);
    else if (key === 'End') mark(last());
    else if (key === 'Enter' || key === ' ') choose(marked());
    else if (key === 'Escape') setIsOpen(false);
    else if (isLetter) seek(key);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <button
        id={props.id}
        type="button"
        role="combobox"
        class={cx(styles.select, listStyles.anchor)}
        aria-labelledby={`${props.id}-label`}
        aria-haspopup="listbox"
        aria-expanded={isOpen()}
        aria-controls={`${props.id}-list`}
        aria-activedescendant={isOpen() ? entryId(marked()) : undefined}
        onClick={() => {
          if (isOpen()) setIsOpen(false);
          else open();
        }}
        // At the button itself: what is stopped here must not be heard of further out.
        on:keydown={onKeyDown}
        onBlur={() => setIsOpen(false)}
      >
        <Show when={props.prefix}>
          <span class={styles.prefix} aria-hidden="true">
            {props.prefix}
          </span>
        </Show>
        <span class={styles.chosen}>{chosen()?.label}</span>
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      <ul
        id={`${props.id}-list`}
        role="listbox"
        aria-labelledby={`${props.id}-label`}
        ref={(list) => floatList(list, isOpen)}
        class={cx(listStyles.list, listStyles.wide)}
        hidden={!isOpen()}
        // The button keeps the focus, or the list would close before the press is over.
        onMouseDown={(event) => event.preventDefault()}
      >
        <For each={props.options}>
          {(option, index) => (
            <li
              id={entryId(index())}
              role="option"
              aria-selected={option.value === props.value}
              class={cx(listStyles.entry, isOpen() && marked() === index() && listStyles.marked)}
              onPointerMove={() => setMarked(index())}
              onClick={() => choose(index())}
            >
              <span class={listStyles.mark}>
                <Show when={option.value === props.value}>
                  <Check size={16} aria-hidden="true" />
                </Show>
              </span>
              <span class={listStyles.words}>{option.label}</span>
              <Show when={option.preview}>
                <code class={styles.preview} dir="ltr">
                  {option.preview}
                </code>
              </Show>
            </li>
          )}
        </For>
      </ul>
    </>
  );
}

/** Whether the system draws everything in a few colours of the person's own. */
function createForcedColours(): () => boolean {
  const query = matchMedia('(forced-colors: active)');
  const [isForced, setIsForced] = createSignal(query.matches);
  const onChange = (): void => void setIsForced(query.matches);
  query.addEventListener('change', onChange);
  onCleanup(() => query.removeEventListener('change', onChange));
  return isForced;
}

/** Hands on what was chosen as one of the values there are, with nothing to wait for; what is none of them is nobody's choice. */
export const choose = <Value extends string>(
  values: readonly Value[],
  chosen: string,
  use: (value: Value) => void,
): undefined => {
  const value = values.find((each) => each === chosen);
  if (value !== undefined) use(value);
};
