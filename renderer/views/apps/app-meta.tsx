import { Show, type JSX } from 'solid-js';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import type { RevealedSecret } from '../../../shared/model/token.ts';
import { appsText } from '../../../shared/words/app-tokens.ts';
import { whenText } from '../../../shared/words/formats.ts';
import { tokenText } from '../../../shared/words/tokens.ts';
import { cx } from '../../ui/cx.ts';
import { HidesIn, PlainSecret } from '../../ui/masked-secret.tsx';
import { TimeAgo } from '../../ui/time-ago.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import styles from './app-card.module.css';

interface AppMetaProps {
  readonly app: AppTokenSummary;
  /** In the place of what is known of it otherwise. */
  readonly revealed: RevealedSecret | null;
}

/** Whose token it is, which, and since when. */
export function AppMeta(props: AppMetaProps): JSX.Element {
  return (
    <div class={styles.meta}>
      <bdi class={styles.part}>{props.app.account.title}</bdi>
      <Show when={props.revealed} fallback={<Facts app={props.app} />}>
        {(shown) => (
          <span class={cx(styles.part, styles.revealed)}>
            <PlainSecret secret={shown().secret} />
            <HidesIn shown={shown()} />
          </span>
        )}
      </Show>
    </div>
  );
}

function Facts(props: Pick<AppMetaProps, 'app'>): JSX.Element {
  return (
    <>
      <code class={styles.part} dir="ltr">
        <span aria-hidden="true">{tokenText().lastFour(props.app.token.lastFour)}</span>
        <VisuallyHidden>{tokenText().maskedForReaders(props.app.token.lastFour)}</VisuallyHidden>
      </code>
      <Show when={props.app.server}>
        {(server) => (
          <span class={styles.part}>
            {appsText().withServer<JSX.Element>(<bdi>{server().name}</bdi>)}
          </span>
        )}
      </Show>
      <span class={styles.part}>
        {appsText().created(<TimeAgo at={props.app.madeAt} words={whenText} />)}
      </span>
      <Show when={props.app.lastSeenAt}>
        {(at) => <span class={styles.part}>{appsText().lastSeen(<TimeAgo at={at()} />)}</span>}
      </Show>
    </>
  );
}
