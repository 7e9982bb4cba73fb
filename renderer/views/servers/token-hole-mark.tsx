import TriangleAlert from 'lucide-solid/icons/triangle-alert';
import { Show, type JSX } from 'solid-js';
import { tokenHoles } from '../../../shared/model/server.ts';
import { tokenHoleText } from '../../../shared/words/servers.ts';
import styles from './token-hole-mark.module.css';

interface TokenHoleMarkProps {
  readonly version: string | null;
}

/** The sign beside the button that mints or copies, where the version of the server lets tokens get away. */
export function TokenHoleMark(props: TokenHoleMarkProps): JSX.Element {
  const holes = () => tokenHoles(props.version);
  return (
    <Show when={holes().length > 0}>
      <span
        class={styles.mark}
        role="img"
        aria-label={tokenHoleText().mark(holes())}
        title={tokenHoleText().mark(holes())}
      >
        <TriangleAlert size={16} aria-hidden="true" />
      </span>
    </Show>
  );
}
