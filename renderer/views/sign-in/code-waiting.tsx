import { For, type JSX } from 'solid-js';
import type { QrMatrix } from '../../../shared/model/sign-in.ts';
import { codeSignInText } from '../../../shared/words/sign-in.ts';
import { Countdown } from '../../ui/countdown.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { QrCode } from './qr-code.tsx';
import styles from './attempt-panel.module.css';

interface CodeWaitingProps {
  readonly code: string;
  readonly linkUrl: string;
  readonly qr: QrMatrix;
  readonly remainingMs: number;
  readonly receivedAt: number;
}

/** The code, where to type it, and the same as a picture for a phone. */
export function CodeWaiting(props: CodeWaitingProps): JSX.Element {
  return (
    <div class={styles.code}>
      <div class={styles.steps}>
        <p>
          {codeSignInText().step(
            <span class={styles.address}>
              <TextLink link="plexLink">{withoutScheme(props.linkUrl)}</TextLink>
            </span>,
          )}
        </p>
        <p>
          <VisuallyHidden>{codeSignInText().codeForReaders(props.code)}</VisuallyHidden>
          <span class={styles.characters} aria-hidden="true" data-code={props.code}>
            <For each={Array.from(props.code)}>
              {(character) => <span class={styles.character}>{character}</span>}
            </For>
          </span>
        </p>
        <p class={styles.detail}>{codeSignInText().orScan}</p>
        <p class={styles.time}>
          {codeSignInText().renewsIn(
            <Countdown
              class={styles.left}
              remainingMs={props.remainingMs}
              receivedAt={props.receivedAt}
            />,
          )}
        </p>
      </div>
      <QrCode matrix={props.qr} label={codeSignInText().qrLabel} />
    </div>
  );
}

// Said and typed without it.
const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, '');
