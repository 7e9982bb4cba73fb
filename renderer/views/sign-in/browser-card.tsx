import Globe from 'lucide-solid/icons/globe';
import Check from 'lucide-solid/icons/check';
import ExternalLink from 'lucide-solid/icons/external-link';
import { For, type JSX } from 'solid-js';
import { browserSignInText } from '../../../shared/words/sign-in.ts';
import { Chip } from '../../ui/chip.tsx';
import { Button } from '../../ui/button.tsx';
import { WayCard } from './way-card.tsx';
import styles from './ways.module.css';

interface StartCardProps {
  readonly canStart: boolean;
  readonly isBusy: boolean;
  readonly onStart: () => void;
}

export function BrowserCard(props: StartCardProps): JSX.Element {
  return (
    <WayCard
      isFirst
      icon={<Globe size={18} aria-hidden="true" />}
      title={browserSignInText().title}
      badge={<Chip>{browserSignInText().recommended}</Chip>}
      detail={browserSignInText().detail}
    >
      <ul class={styles.points}>
        <For each={browserSignInText().points}>
          {(point) => (
            <li class={styles.point}>
              <Check size={14} aria-hidden="true" />
              {point}
            </li>
          )}
        </For>
      </ul>
      <div class={styles.start}>
        <Button
          kind="filled"
          size="large"
          icon={<ExternalLink size={16} aria-hidden="true" />}
          disabled={!props.canStart}
          isBusy={props.isBusy}
          onClick={() => props.onStart()}
        >
          {browserSignInText().start}
        </Button>
      </div>
    </WayCard>
  );
}
