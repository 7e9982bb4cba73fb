import { createMemo, For, Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { paletteText } from '../../../shared/words/palette.ts';
import { copyTokenText } from '../../../shared/words/servers.ts';
import { useUsher } from '../../state/use-usher.ts';
import { wholeOf } from '../../state/usher-state.ts';
import { cx } from '../../ui/cx.ts';
import { Spinner } from '../../ui/spinner.tsx';
import { newestToken } from '../servers/newest-token.ts';
import { reachText } from '../servers/server-meta.tsx';
import { TokenChip } from '../tokens/token-chip.tsx';
import type { PaletteEntry, ServerAct } from './list-entries.ts';
import { PaletteMark } from './palette-mark.tsx';
import type { Marks } from './search-entries.ts';
import styles from './palette.module.css';

interface PaletteRowProps {
  readonly id: string;
  readonly entry: PaletteEntry;
  readonly marks: Marks;
  /** Whether it is what Enter is about. */
  readonly isMarked: boolean;
  /** The key that copies, where it has one. */
  readonly number: number | null;
  readonly working: 'copying' | 'minting' | null;
  readonly onMark: () => void;
  readonly onChoose: () => void;
}

/** One thing the palette leads to. */
export function PaletteRow(props: PaletteRowProps): JSX.Element {
  const usher = useUsher();
  const isMac = () => usher.state.app.platform === 'darwin';
  const thing = () => props.entry.thing;
  const server = () => {
    const present = thing();
    return present.kind === 'server' ? present.server : null;
  };
  const token = () => {
    const present = thing();
    return present.kind === 'token' ? present.token : null;
  };
  const keys = () => {
    const present = thing();
    const own = present.kind === 'serverAct' ? keysOf(present.act, isMac()) : [];
    if (own.length > 0) return own;
    if (props.isMarked) return [paletteText().keys.enter];
    return props.number === null ? [] : [String(props.number)];
  };
  return (
    <div
      id={props.id}
      role="option"
      aria-selected={props.isMarked}
      class={cx(styles.row, props.isMarked && styles.marked)}
      onPointerMove={() => props.onMark()}
      onClick={() => props.onChoose()}
    >
      <PaletteMark thing={thing()} />
      <span class={styles.words}>
        <span class={styles.title}>
          <Show
            when={props.entry.isName}
            fallback={<Marked text={props.entry.title} at={props.marks.title} />}
          >
            <bdi>
              <Marked text={props.entry.title} at={props.marks.title} />
            </bdi>
          </Show>
        </span>
        <Show when={props.entry.detail}>
          <span class={styles.detail}>
            <bdi>
              <Marked text={props.entry.detail} at={props.marks.detail} />
            </bdi>
            <Show when={server()}>{(present) => paletteText().reach(reachText(present()))}</Show>
          </span>
        </Show>
      </span>
      <Show when={token()}>{(present) => <TokenChip token={present()} />}</Show>
      <Show when={server()}>
        {(present) => <ServerEnd server={present()} working={props.working} />}
      </Show>
      <Keys of={keys()} />
    </div>
  );
}

/** How its token is, and what Enter does with it. */
function ServerEnd(props: {
  readonly server: ServerSummary;
  readonly working: PaletteRowProps['working'];
}): JSX.Element {
  const usher = useUsher();
  const token = createMemo(() => newestToken(wholeOf(usher.state, 'tokens').tokens, props.server));
  const verb = () => {
    const present = token();
    const { isReusing } = usher.state.settings;
    return present === null || !isReusing || present.verdict.kind === 'rejected'
      ? copyTokenText().mintAndCopy
      : copyTokenText().copy;
  };
  return (
    <>
      <Show when={token()}>{(present) => <TokenChip token={present()} />}</Show>
      <span class={styles.verb}>
        <Show when={props.working} fallback={verb()}>
          {(working) => (
            <>
              <Spinner />
              {copyTokenText()[working()]}
            </>
          )}
        </Show>
      </span>
    </>
  );
}

const keysOf = (act: ServerAct, isMac: boolean): readonly string[] => {
  const { enter, modifier, option, shift, copyAsCurl } = paletteText().keys;
  if (act.kind === 'mint') return [option(isMac), enter];
  if (act.kind === 'open') return [modifier(isMac), enter];
  if (act.kind === 'copyAs' && act.form === 'curl')
    return [modifier(isMac), shift(isMac), copyAsCurl];
  return [];
};

/** Key caps beside what they do; readers are told by the field. */
export function Keys(props: { readonly of: readonly string[] }): JSX.Element {
  return (
    <span class={styles.keys} aria-hidden="true">
      <For each={props.of}>{(key) => <kbd class={styles.key}>{key}</kbd>}</For>
    </span>
  );
}

/** The letters that were typed stand out. */
function Marked(props: { readonly text: string; readonly at: readonly number[] }): JSX.Element {
  return (
    <For each={partsOf(props.text, props.at)}>
      {(part) => (
        <Show when={part.isMarked} fallback={part.text}>
          <mark class={styles.match}>{part.text}</mark>
        </Show>
      )}
    </For>
  );
}

interface Part {
  readonly text: string;
  readonly isMarked: boolean;
}

/** Letters that stand side by side are one part. */
function partsOf(text: string, at: readonly number[]): readonly Part[] {
  if (at.length === 0) return [{ text, isMarked: false }];
  const marked = new Set(at);
  const parts: { text: string; isMarked: boolean }[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const isMarked = marked.has(index);
    const last = parts.at(-1);
    if (last?.isMarked === isMarked) last.text += text.charAt(index);
    else parts.push({ text: text.charAt(index), isMarked });
  }
  return parts;
}
