import ChevronsUpDown from 'lucide-solid/icons/chevrons-up-down';
import CornerDownLeft from 'lucide-solid/icons/corner-down-left';
import { createMemo, createSignal, createUniqueId, For, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import fieldStyles from './field.module.css';
import { floatList } from './float-list.ts';
import styles from './listbox.module.css';
import hiddenStyles from './visually-hidden.module.css';

export interface ComboboxOption {
  readonly value: string;
  readonly label: string;
  /** Softer, at the end of its line. */
  readonly detail?: string;
  /** An icon of 16. */
  readonly icon?: JSX.Element;
}

interface ComboboxProps {
  readonly label: string;
  /** What is typed, or the label of what was chosen. */
  readonly value: string;
  readonly onInput: (text: string) => void;
  readonly options: readonly ComboboxOption[];
  readonly onChoose: (option: ComboboxOption) => void;
  /** The last entry, which takes the text as it is: "Use “At” as typed". */
  readonly typedLabel: (text: string) => string;
  readonly onUseTyped: (text: string) => void;
  readonly placeholder?: string;
  readonly hint?: string | undefined;
  /** What is wrong with the value; read out at once. */
  readonly error?: string | null;
  /** What puts it right, behind the words of the error. */
  readonly errorAction?: JSX.Element;
  /** For identifiers and addresses. */
  readonly isMono?: boolean;
  /** Where what is above it says for everyone else what it is for. */
  readonly isLabelHidden?: boolean;
}

/**
 * A field that knows what may be meant, and takes anything else as it was typed; Kobalte's own only takes what is on its
 * list. The focus stays in the field: what the arrows mark is told to readers by its id.
 */
export function Combobox(props: ComboboxProps): JSX.Element {
  const id = createUniqueId();
  const [isOpen, setIsOpen] = createSignal(false);
  const [marked, setMarked] = createSignal(0);
  const found = createMemo(() => {
    const sought = props.value.trim().toLocaleLowerCase();
    // One that was chosen can be changed for any other.
    if (props.options.some(({ value }) => value === props.value)) return props.options;
    return props.options.filter(({ label }) => label.toLocaleLowerCase().includes(sought));
  });
  const hasTyped = () =>
    props.value.trim() !== '' && !props.options.some(({ value }) => value === props.value);
  const hasError = () => props.error !== null && props.error !== undefined;
  const describedBy = () =>
    [hasError() && `${id}-error`, props.hint !== undefined && `${id}-hint`]
      .filter(Boolean)
      .join(' ');
  const count = () => found().length + Number(hasTyped());
  const isShown = () => isOpen() && count() > 0;
  /** Where the one that is in the field stands, or the first. */
  const present = () =>
    Math.max(
      0,
      found().findIndex(({ value }) => value === props.value),
    );
  const entryId = (index: number) => `${id}-${index}`;

  const open = (): void => {
    if (isOpen()) return;
    setMarked(present());
    setIsOpen(true);
  };
  const choose = (index: number): void => {
    const option = found()[index];
    setIsOpen(false);
    if (option === undefined) props.onUseTyped(props.value);
    else props.onChoose(option);
  };
  const move = (by: number): void => {
    if (isShown()) setMarked((index) => (index + by + count()) % count());
    else open();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // These keys are those of an input method while it puts a character together.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown') move(1);
    else if (event.key === 'ArrowUp') move(-1);
    else if (event.key === 'Enter' && isShown()) choose(marked());
    // What Escape does around it comes after.
    else if (event.key === 'Escape' && isShown()) setIsOpen(false);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div class={fieldStyles.field} style={{ '--list-anchor': `--${id}` }}>
      <label
        for={id}
        class={props.isLabelHidden === true ? hiddenStyles.hidden : fieldStyles.label}
      >
        {props.label}
      </label>
      <div class={cx(fieldStyles.control, styles.anchor)}>
        <input
          id={id}
          role="combobox"
          class={cx(fieldStyles.input, props.isMono === true && fieldStyles.mono)}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          value={props.value}
          placeholder={props.placeholder}
          aria-expanded={isShown()}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={isShown() ? entryId(marked()) : undefined}
          aria-invalid={hasError() ? 'true' : undefined}
          aria-describedby={describedBy() === '' ? undefined : describedBy()}
          onInput={(event) => {
            props.onInput(event.currentTarget.value);
            setMarked(present());
            setIsOpen(true);
          }}
          onClick={open}
          // At the field itself: what is stopped here must not be heard of further out.
          on:keydown={onKeyDown}
          onBlur={() => setIsOpen(false)}
        />
        <span class={styles.icon}>
          <ChevronsUpDown size={14} aria-hidden="true" />
        </span>
      </div>
      <ul
        id={`${id}-list`}
        role="listbox"
        aria-label={props.label}
        ref={(list) => floatList(list, isShown)}
        class={styles.list}
        hidden={!isShown()}
        // The field keeps the focus, or it would close the list before the press is over.
        onMouseDown={(event) => event.preventDefault()}
      >
        <For each={found()}>
          {(option, index) => (
            <Entry
              id={entryId(index())}
              isMarked={marked() === index()}
              onMark={() => setMarked(index())}
              onChoose={() => choose(index())}
              icon={option.icon}
            >
              <span class={styles.words}>
                <Typed text={option.label} typed={props.value.trim()} />
              </span>
              <Show when={option.detail}>
                <span class={styles.detail}>{option.detail}</span>
              </Show>
            </Entry>
          )}
        </For>
        <Show when={hasTyped()}>
          <Entry
            id={entryId(found().length)}
            isMarked={marked() === found().length}
            onMark={() => setMarked(found().length)}
            onChoose={() => choose(found().length)}
            icon={<CornerDownLeft size={16} aria-hidden="true" />}
            isApart={found().length > 0}
          >
            <span class={styles.words}>{props.typedLabel(props.value.trim())}</span>
          </Entry>
        </Show>
      </ul>
      <Show when={hasError()}>
        <p id={`${id}-error`} class={fieldStyles.error} role="alert">
          {props.error} {props.errorAction}
        </p>
      </Show>
      <Show when={props.hint}>
        <p id={`${id}-hint`} class={fieldStyles.hint}>
          {props.hint}
        </p>
      </Show>
    </div>
  );
}

interface EntryProps {
  readonly id: string;
  readonly isMarked: boolean;
  readonly isApart?: boolean;
  readonly icon: JSX.Element;
  readonly onMark: () => void;
  readonly onChoose: () => void;
  readonly children: JSX.Element;
}

function Entry(props: EntryProps): JSX.Element {
  return (
    <li
      id={props.id}
      role="option"
      aria-selected={props.isMarked}
      class={cx(
        styles.entry,
        props.isMarked && styles.marked,
        props.isApart === true && styles.apart,
      )}
      onPointerMove={() => props.onMark()}
      onClick={() => props.onChoose()}
    >
      <span class={styles.mark}>{props.icon}</span>
      {props.children}
    </li>
  );
}

/** The part that was typed is bold. */
function Typed(props: { readonly text: string; readonly typed: string }): JSX.Element {
  const at = () => props.text.toLocaleLowerCase().indexOf(props.typed.toLocaleLowerCase());
  return (
    <Show when={props.typed !== '' && at() >= 0} fallback={props.text}>
      {props.text.slice(0, at())}
      <b>{props.text.slice(at(), at() + props.typed.length)}</b>
      {props.text.slice(at() + props.typed.length)}
    </Show>
  );
}
