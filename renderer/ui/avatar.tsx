import { createSignal, Show, type JSX } from 'solid-js';
import { cx } from './cx.ts';
import { initials } from './initials.ts';
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
