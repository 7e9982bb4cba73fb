import { createSignal, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import styles from './avatar.module.css';

interface AvatarProps {
  /** Whose it is; its first letters stand in where there is no picture. */
  readonly name: string;
  readonly path: string | null;
  /** `mark` is the corner of another one. */
  readonly size?: 'mark' | 'tiny' | 'small' | 'medium' | 'large';
}

/** A picture beside a name; never the only thing that tells who it is. */
export function Avatar(props: AvatarProps): JSX.Element {
  const [failedPath, setFailedPath] = createSignal<string | null>(null);
  const path = () => (props.path === failedPath() ? null : props.path);
  const isLittle = () => props.size === 'tiny' || props.size === 'small';
  return (
    <span class={cx(styles.avatar, styles[props.size ?? 'medium'])} aria-hidden="true">
      <Show
        when={path()}
        fallback={props.size === 'mark' ? '' : initials(props.name, isLittle() ? 1 : 2)}
      >
        {(shown) => (
          <img
            src={shown()}
            alt=""
            class={styles.image}
            draggable={false}
            onError={() => setFailedPath(shown())}
          />
        )}
      </Show>
    </span>
  );
}

function initials(name: string, count: 1 | 2): string {
  const words = name.trim().split(/\s+/u);
  const letters = count === 2 && words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  // By code point: half of an emoji or of an accented letter is a question mark.
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
