import Smartphone from 'lucide-solid/icons/smartphone';
import QrCode from 'lucide-solid/icons/qr-code';
import type { JSX } from 'solid-js';
import { codeSignInText } from '../../../shared/words/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { WayCard } from './way-card.tsx';
import styles from './ways.module.css';

interface StartCardProps {
  readonly canStart: boolean;
  readonly isBusy: boolean;
  readonly onStart: () => void;
}

export function CodeCard(props: StartCardProps): JSX.Element {
  return (
    <WayCard
      icon={<Smartphone size={18} aria-hidden="true" />}
      title={codeSignInText().title}
      detail={codeSignInText().detail}
    >
      <div class={styles.start}>
        <Button
          size="large"
          icon={<QrCode size={16} aria-hidden="true" />}
          disabled={!props.canStart}
          isBusy={props.isBusy}
          onClick={() => props.onStart()}
        >
          {codeSignInText().start}
        </Button>
      </div>
    </WayCard>
  );
}
