import Search from 'lucide-solid/icons/search';
import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  Match,
  on,
  Show,
  Switch,
  type JSX,
} from 'solid-js';
import { commonText } from '../../../shared/words/app.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { paletteText } from '../../../shared/words/palette.ts';
import { useUsher } from '../../state/use-usher.ts';
import { cx } from '../../ui/cx.ts';
import { InlineError } from '../../ui/inline-error.tsx';
import { ServerTrouble } from '../servers/server-trouble.tsx';
import { createChoices, type FrameCommand, type HowChosen } from './create-choices.ts';
import { createFound } from './create-found.ts';
import type { PaletteEntry, PaletteScope } from './list-entries.ts';
import { PaletteFooter } from './palette-footer.tsx';
import { PaletteRow } from './palette-row.tsx';
import styles from './palette.module.css';

interface PaletteBodyProps {
  readonly scope: PaletteScope;
  /** In place of the glass. */
  readonly start?: JSX.Element;
  readonly end?: JSX.Element;
  /** `then` happens once the focus is free. */
  readonly onClose: (then?: () => void) => void;
  /** A token is on the clipboard; in place of closing. */
  readonly onDone?: () => void;
  /** For a palette that is not in the window: leads to it. */
  readonly onOpen?: () => void;
  readonly onCommand: (command: FrameCommand) => void;
}

/** The field and what it finds. The focus stays in the field: what the arrows mark is told to readers by its id. */
export function PaletteBody(props: PaletteBodyProps): JSX.Element {
  const usher = useUsher();
  const id = createUniqueId();
  const [query, setQuery] = createSignal('');
  const [marked, setMarked] = createSignal(0);
  // eslint-disable-next-line solid/reactivity -- one for as long as it is there
  const { scope } = props;
  const found = createFound(query, scope);
  const choices = createChoices({
    onClose: (then) => props.onClose(then),
    onDone: () => (props.onDone ?? props.onClose)(),
    onCommand: (command) => props.onCommand(command),
  });
  const entries = createMemo(() => found.sections().flatMap((section) => section.entries));
  const places = createMemo(() => new Map(entries().map((entry, place) => [entry.key, place])));
  // There may be fewer of them by now.
  const markedPlace = () => Math.min(marked(), entries().length - 1);
  const present = () => entries()[markedPlace()];
  const optionId = (entry: PaletteEntry) => `${id}-${places().get(entry.key) ?? 0}`;
  const numberOf = (entry: PaletteEntry): number | null => {
    const place = places().get(entry.key) ?? Infinity;
    return scope.hasNumbers && query() === '' && entry.thing.kind === 'server' && place < 9
      ? place + 1
      : null;
  };
  const isMac = () => usher.state.app.platform === 'darwin';
  let list: HTMLDivElement | undefined;

  const search = (text: string): void => {
    setQuery(text);
    setMarked(0);
    choices.dismiss();
  };
  const enterServer = (): boolean => {
    const thing = present()?.thing;
    // What went wrong is reached by the same key.
    if (thing?.kind !== 'server' || choices.hasTrouble()) return false;
    found.setServer(thing.server);
    search('');
    return true;
  };
  const leaveServer = (): boolean => {
    if (found.server() === null) return false;
    found.setServer(null);
    search('');
    return true;
  };
  const move = (by: number): boolean => {
    const count = entries().length;
    if (count > 0) setMarked((markedPlace() + by + count) % count);
    return true;
  };
  const choose = (entry: PaletteEntry | undefined, how: HowChosen): boolean => {
    if (entry !== undefined) choices.choose(entry, how);
    return true;
  };

  /** Whether the key was meant for the list. */
  const onKey = (event: KeyboardEvent): boolean => {
    const hasCommand = isMac() ? event.metaKey : event.ctrlKey;
    if (event.key === 'Enter') {
      if (event.repeat) return true;
      return choose(present(), hasCommand ? 'open' : event.altKey ? 'mint' : 'enter');
    }
    if (hasCommand) {
      if (/^[1-9]$/u.test(event.key)) return choose(entries()[Number(event.key) - 1], 'enter');
      const letter = event.key.toLowerCase();
      if (event.shiftKey) return letter === 'c' && choose(present(), 'curl');
      if (letter === 'o' && props.onOpen !== undefined) {
        props.onOpen();
        return true;
      }
      if (letter !== 'k') return false;
      props.onClose();
      return true;
    }
    switch (event.key) {
      case 'ArrowDown':
        return move(1);
      case 'ArrowUp':
        return move(-1);
      case 'Tab':
        return !event.shiftKey && enterServer();
      case 'Escape':
        return leaveServer();
      case 'Backspace':
        return query() === '' && leaveServer();
      default:
        return chooseByNumber(event);
    }
  };
  const chooseByNumber = (event: KeyboardEvent): boolean => {
    if (!scope.hasNumbers || query() !== '' || event.altKey || !/^[1-9]$/u.test(event.key))
      return false;
    const entry = entries()[Number(event.key) - 1];
    return entry?.thing.kind === 'server' && !event.repeat && choose(entry, 'enter');
  };

  createEffect(
    on([markedPlace, entries], ([place]) => {
      if (place > 0)
        document.getElementById(`${id}-${place}`)?.scrollIntoView({ block: 'nearest' });
      // With its heading.
      else if (list !== undefined) list.scrollTop = 0;
    }),
  );

  return (
    <>
      <div class={styles.field}>
        <Show
          when={props.start}
          fallback={
            <Search class={cx(styles.glass)} size={20} stroke-width={1.75} aria-hidden="true" />
          }
        >
          {props.start}
        </Show>
        <Show when={found.server()}>
          {(server) => <bdi class={styles.scope}>{server().name}</bdi>}
        </Show>
        <input
          class={styles.input}
          role="combobox"
          aria-label={
            found.server() === null
              ? scope.field()
              : paletteText().fieldOf(found.server()?.name ?? '')
          }
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={present() === undefined ? undefined : `${id}-${markedPlace()}`}
          placeholder={scope.field()}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          maxLength={200}
          value={query()}
          onInput={(event) => search(event.currentTarget.value)}
          // At the field itself: what is meant for the list must not be heard of further out.
          on:keydown={(event: KeyboardEvent) => {
            // These keys are those of an input method while it puts a character together.
            if (event.isComposing || !onKey(event)) return;
            event.preventDefault();
            event.stopPropagation();
          }}
        />
        {props.end}
      </div>
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={paletteText().results}
        class={styles.list}
        ref={(element) => (list = element)}
        // The field keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
      >
        <For each={found.sections().map(({ group }) => group)}>
          {(group) => (
            <div role="group" aria-labelledby={`${id}-${group}`} class={styles.group}>
              <p id={`${id}-${group}`} role="presentation" class={styles.heading}>
                {paletteText().groups[group]}
              </p>
              <For each={found.sections().find((section) => section.group === group)?.entries}>
                {(entry) => (
                  <PaletteRow
                    id={optionId(entry)}
                    entry={entry}
                    marks={found.marksOf(entry)}
                    isMarked={present() === entry}
                    number={numberOf(entry)}
                    working={choices.workingOn(entry)}
                    onMark={() => setMarked(places().get(entry.key) ?? 0)}
                    onChoose={() => choose(entry, 'enter')}
                  />
                )}
              </For>
            </div>
          )}
        </For>
      </div>
      <Show when={entries().length === 0}>
        <p class={styles.nothing} role="status">
          {paletteText().nothing(query())}
        </p>
      </Show>
      <Switch>
        <Match when={choices.run()}>
          {(run) => (
            <div class={styles.trouble}>
              <ServerTrouble server={run().server} copy={run().copy} pin={run().pin} />
            </div>
          )}
        </Match>
        <Match when={choices.error()}>
          {(error) => (
            <div class={styles.trouble}>
              <InlineError>{commonText().sentence(errorText(error()).title)}</InlineError>
            </div>
          )}
        </Match>
      </Switch>
      <PaletteFooter
        thing={present()?.thing}
        isInServer={found.server() !== null}
        isMac={isMac()}
        scope={scope}
      />
    </>
  );
}
