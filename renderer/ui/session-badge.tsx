import { Show, type JSX } from 'solid-js';
import type { SecretStorage } from '../../shared/model/token.ts';
import { tokenText } from '../../shared/words/tokens.ts';
import { Chip } from './chip.tsx';

interface SessionBadgeProps {
  readonly storage: SecretStorage;
}

/** Marks what is held in memory only; nothing where the keychain has it. */
export function SessionBadge(props: SessionBadgeProps): JSX.Element {
  return (
    <Show when={props.storage === 'session'}>
      <Chip title={tokenText().untilQuitDetail}>{tokenText().untilQuit}</Chip>
    </Show>
  );
}
