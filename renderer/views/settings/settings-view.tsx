import {
  createMemo,
  createSignal,
  createUniqueId,
  For,
  onCleanup,
  onMount,
  Show,
  type JSX,
} from 'solid-js';
import { Dynamic } from 'solid-js/web';
import {
  settingSections,
  settingsOf,
  settingsText,
  type SettingId,
  type SettingSection,
} from '../../../shared/words/settings.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { createSettingsRows } from './settings-rows.tsx';
import styles from './settings-view.module.css';

/** What a person can choose, with an index where there is room for one. Begins at one setting, or at the top. */
export function SettingsView(props: { readonly at?: SettingId }): JSX.Element {
  const id = createUniqueId();
  const { rows, error } = createSettingsRows();
  const [query, setQuery] = createSignal('');
  const [current, setCurrent] = createSignal<SettingSection>('general');
  const text = () => settingsText();
  const shown = createMemo(() =>
    settingSections
      .map((section) => ({ section, settings: findSettings(section, query()) }))
      .filter(({ settings }) => settings.length > 0),
  );
  const headingOf = (section: SettingSection) => document.getElementById(`${id}-${section}`);
  let view: HTMLDivElement | undefined;

  /** The last section that begins above, or at the end of the page the last one. */
  const follow = (main: HTMLElement): void => {
    const isAtEnd =
      main.scrollTop > 0 && main.scrollTop + main.clientHeight >= main.scrollHeight - 1;
    const line = isAtEnd ? main.getBoundingClientRect().bottom : main.getBoundingClientRect().top;
    const above = shown().filter(
      ({ section }) => (headingOf(section)?.getBoundingClientRect().top ?? 0) <= line + headerPx,
    );
    setCurrent((above.at(-1) ?? shown()[0])?.section ?? 'general');
  };
  onMount(() => {
    const main = view?.closest('main');
    if (!main) return;
    const onScroll = (): void => follow(main);
    main.addEventListener('scroll', onScroll, { passive: true });
    onCleanup(() => main.removeEventListener('scroll', onScroll));
  });
  const goTo = (section: SettingSection): void => {
    const heading = headingOf(section);
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
    setCurrent(section);
  };

  return (
    <div class={styles.view} ref={(element) => (view = element)}>
      <PageHeader
        title={text().title}
        actions={
          <SearchField
            class={styles.search}
            label={text().find}
            placeholder={text().find}
            value={query()}
            onInput={setQuery}
          />
        }
      />
      <div class={styles.columns}>
        <nav class={styles.index} aria-label={text().index}>
          <For each={shown()}>
            {({ section }) => (
              <button
                type="button"
                class={styles.entry}
                aria-current={current() === section ? 'true' : undefined}
                onClick={() => goTo(section)}
              >
                {text().sections[section]}
              </button>
            )}
          </For>
        </nav>
        <div class={styles.sections}>
          <Show when={error()}>{(failure) => <ErrorState error={failure()} isInline />}</Show>
          <For
            each={shown()}
            fallback={
              <p class={styles.none} role="status">
                {text().nothing(query())}
              </p>
            }
          >
            {({ section, settings }) => (
              <div role="group" class={styles.section} aria-labelledby={`${id}-${section}`}>
                <h2 id={`${id}-${section}`} class={styles.heading} tabindex={-1}>
                  {text().sections[section]}
                </h2>
                <div class={styles.card}>
                  <For each={settings}>
                    {(setting) => (
                      <Dynamic component={rows[setting]} isStart={props.at === setting} />
                    )}
                  </For>
                </div>
              </div>
            )}
          </For>
        </div>
      </div>
    </div>
  );
}

/** What the header of the page takes, and some room below it. */
const headerPx = 120;

function findSettings(section: SettingSection, query: string): readonly SettingId[] {
  const { sections, settings } = settingsText();
  const sought = query.trim().toLocaleLowerCase();
  return settingsOf[section].filter((setting) => {
    const { label, hint } = settings[setting];
    return [sections[section], label, hint].some((words) =>
      words.toLocaleLowerCase().includes(sought),
    );
  });
}
