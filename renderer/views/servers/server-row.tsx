import ChevronRight from 'lucide-solid/icons/chevron-right';
import PinIcon from 'lucide-solid/icons/pin';
import { Show, type JSX } from 'solid-js';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { copyTokenText } from '../../../shared/words/servers.ts';
import { useUsher } from '../../state/use-usher.ts';
import { createSummons } from '../../ui/create-summons.ts';
import { cx } from '../../ui/cx.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { fadeChanges } from '../../ui/motion.ts';
import { CopyTokenButton } from './copy-token-button.tsx';
import { createPin } from './create-pin.ts';
import { createServerCopy } from './create-server-copy.ts';
import { rowSelector, type ServerKeys } from './create-server-keys.ts';
import { ServerChips } from './server-chips.tsx';
import { ServerMeta } from './server-meta.tsx';
import { ServerTile } from './server-tile.tsx';
import { ServerTrouble } from './server-trouble.tsx';
import styles from './server-row.module.css';

interface ServerRowProps {
  readonly server: ServerSummary;
  readonly keys: ServerKeys;
  /** What stands first: the number whose key copies, or the pin. */
  readonly number?: number;
  /** The row that Enter acts on; one a list. */
  readonly isActive: boolean;
  readonly onActivate: () => void;
  /** Of a list of which only a part exists: where this row is, from 1, and in how many. */
  readonly position?: { readonly at: number; readonly count: number; readonly startPx: number };
  readonly ref?: (element: HTMLLIElement) => void;
}

/** One server: a press opens it, Enter copies a token of it, its button does too; its menu opens at a pointer as well. Stands in a `ServerRows`. */
export function ServerRow(props: ServerRowProps): JSX.Element {
  const usher = useUsher();
  const copy = createServerCopy(() => props.server);
  const pin = createPin(() => props.server);
  const { summons, summon } = createSummons(rowSelector);
  const open = (): void =>
    usher.navigate({
      view: 'server',
      accountId: props.server.accountId,
      serverId: props.server.id,
    });
  return (
    <li
      ref={(element) => props.ref?.(element)}
      class={cx(
        styles.row,
        props.isActive && styles.active,
        !props.server.isOnline && styles.away,
        props.position !== undefined && styles.placed,
      )}
      data-index={props.position === undefined ? undefined : props.position.at - 1}
      aria-posinset={props.position?.at}
      aria-setsize={props.position?.count}
      style={
        props.position === undefined
          ? undefined
          : { transform: `translateY(${props.position.startPx}px)` }
      }
      onFocusIn={() => props.onActivate()}
      onContextMenu={summon}
    >
      <span class={styles.place}>
        <Show
          when={props.number !== undefined}
          fallback={
            <IconButton
              size="tiny"
              icon={<PinIcon size={16} aria-hidden="true" />}
              label={copyTokenText().pinName(props.server.name)}
              tip={pin.isPinned() ? copyTokenText().unpin : copyTokenText().pin}
              isPressed={pin.isPinned()}
              class={cx(styles.pin, pin.isPinned() && styles.pinned)}
              onClick={pin.toggle}
            />
          }
        >
          <kbd class={styles.number}>{props.number}</kbd>
        </Show>
      </span>
      <ServerTile isOnline={props.server.isOnline} class={styles.tile} />
      <div class={styles.words}>
        <span class={styles.title}>
          <button
            type="button"
            data-server-row
            ref={(element) =>
              props.keys.attach(element, {
                copy: () => copy.copy(),
                mint: () => copy.mint(),
                open,
                togglePin: () => pin.toggle(),
              })
            }
            class={styles.open}
            aria-description={
              usher.state.app.platform === 'darwin'
                ? copyTokenText().keysHintOnMac
                : copyTokenText().keysHint
            }
            onClick={open}
          >
            <bdi>{props.server.name}</bdi>
          </button>
          <span class={styles.chevron}>
            <ChevronRight size={14} aria-hidden="true" />
          </span>
        </span>
        <ServerMeta server={props.server} />
      </div>
      <div ref={fadeChanges} class={styles.chips}>
        <ServerChips server={props.server} />
      </div>
      <div class={styles.action}>
        <CopyTokenButton
          server={props.server}
          copy={copy}
          pin={pin}
          place="row"
          isOnEnter={props.isActive}
          summons={summons()}
        />
      </div>
      <div class={styles.trouble}>
        <ServerTrouble server={props.server} copy={copy} pin={pin} />
      </div>
    </li>
  );
}
