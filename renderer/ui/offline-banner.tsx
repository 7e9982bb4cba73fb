import WifiOff from 'lucide-solid/icons/wifi-off';
import { Show, type JSX } from 'solid-js';
import { uiText } from '../../shared/words/app.ts';
import { Banner } from './banner.tsx';
import { Button } from './button.tsx';
import { TimeAgo } from './time-ago.tsx';

interface OfflineBannerProps {
  /** When what is shown was told; null where nobody knows. */
  readonly asOf: number | null;
  readonly isRetrying: boolean;
  readonly onRetry: () => void;
}

/** Without a network nothing is wrong with what is shown: it is only as old as it is. */
export function OfflineBanner(props: OfflineBannerProps): JSX.Element {
  return (
    <div role="status">
      <Banner
        tone="neutral"
        icon={<WifiOff size={18} aria-hidden="true" />}
        title={
          <Show when={props.asOf} fallback={uiText().offline}>
            {(at) => uiText().offlineAsOf(<TimeAgo at={at()} />)}
          </Show>
        }
        actions={
          <Button
            size="small"
            kind="quiet"
            isBusy={props.isRetrying}
            onClick={() => props.onRetry()}
          >
            {uiText().tryAgain}
          </Button>
        }
      />
    </div>
  );
}
