import Search from 'lucide-solid/icons/search';
import X from 'lucide-solid/icons/x';
import { Show, type JSX } from 'solid-js';
import { uiText } from '../../shared/words/app.ts';
import { cx } from './cx.ts';
import styles from './search-field.module.css';

interface SearchFieldProps {
  /** Its name for readers, such as "Search servers". */
  readonly label: string;
  readonly placeholder?: string;
  readonly value: string;
  readonly onInput: (value: string) => void;
  readonly class?: string | undefined;
}

/** Filters a list. Escape clears it first, and only then does what Escape does around it. */
export function SearchField(props: SearchFieldProps): JSX.Element {
  let input: HTMLInputElement | undefined;
  const clear = (): void => {
    props.onInput('');
    input?.focus();
  };
  return (
    <div class={cx(styles.field, props.class)}>
      <Search size={16} aria-hidden="true" />
      <input
        ref={(element) => (input = element)}
        type="search"
        class={styles.input}
        aria-label={props.label}
        placeholder={props.placeholder ?? uiText().search}
        value={props.value}
        spellcheck={false}
        autocomplete="off"
        onInput={(event) => props.onInput(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || props.value === '') return;
          event.stopPropagation();
          clear();
        }}
      />
      <Show when={props.value !== ''}>
        <button
          type="button"
          class={styles.clear}
          aria-label={uiText().clearSearch}
          onClick={clear}
        >
          <X size={14} aria-hidden="true" />
        </button>
      </Show>
    </div>
  );
}
