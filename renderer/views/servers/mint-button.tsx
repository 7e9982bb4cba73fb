import Check from 'lucide-solid/icons/check';
import Ticket from 'lucide-solid/icons/ticket-plus';
import { Show, type JSX } from 'solid-js';
import { mintText } from '../../../shared/words/servers.ts';
import { Button } from '../../ui/button.tsx';
import type { Mint } from './create-mint.ts';
import styles from './mint-button.module.css';

interface MintButtonProps {
  readonly mint: Mint;
  readonly serverName: string;
  /** The one thing the page is for: larger, and says what it mints. */
  readonly isMain?: boolean;
}

export function MintButton(props: MintButtonProps): JSX.Element {
  const words = () =>
    props.mint.isBusy()
      ? mintText().busy
      : props.mint.isDone()
        ? mintText().done
        : props.isMain === true
          ? mintText().actionLong
          : mintText().action;
  return (
    <Button
      kind={props.isMain === true ? 'filled' : 'secondary'}
      size={props.isMain === true ? 'medium' : 'small'}
      class={props.isMain === true ? undefined : styles.inRow}
      isBusy={props.mint.isBusy()}
      aria-label={props.isMain === true ? undefined : mintText().label(words(), props.serverName)}
      aria-keyshortcuts={mintText().shortcut}
      icon={
        <Show
          when={props.mint.isDone()}
          fallback={<Ticket size={props.isMain === true ? 16 : 14} aria-hidden="true" />}
        >
          <Check size={props.isMain === true ? 16 : 14} aria-hidden="true" />
        </Show>
      }
      onClick={() => props.mint.run()}
    >
      {words()}
    </Button>
  );
}
