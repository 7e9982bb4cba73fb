import ServerIcon from 'lucide-solid/icons/server';
import type { JSX } from 'solid-js';
import { serverText } from '../../../shared/words/servers.ts';
import { cx } from '../../ui/cx.ts';
import styles from './server-tile.module.css';

interface ServerTileProps {
  readonly isOnline: boolean;
  /** In the header of a page. */
  readonly isLarge?: boolean;
  readonly class?: string | undefined;
}

/** The mark of a server; its dot is filled while plex.tv takes the server for online, and hollow else. */
export function ServerTile(props: ServerTileProps): JSX.Element {
  return (
    <span
      class={cx(styles.tile, props.isLarge === true && styles.large, props.class)}
      role="img"
      aria-label={props.isOnline ? serverText().online : serverText().offline}
    >
      <ServerIcon
        size={props.isLarge === true ? 24 : 16}
        stroke-width={props.isLarge === true ? 1.75 : 2}
        aria-hidden="true"
      />
      <span class={cx(styles.dot, props.isOnline && styles.online)} aria-hidden="true" />
    </span>
  );
}
