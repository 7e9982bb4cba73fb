import { createEffect, createMemo, For, on, type JSX } from 'solid-js';
import type { QrMatrix } from '../../../shared/model/sign-in.ts';
import { codeSignInText, signInText } from '../../../shared/words/sign-in.ts';
import { createAction } from '../../state/create-action.ts';
import { createCopy } from '../../state/create-copy.ts';
import { useUsher } from '../../state/use-usher.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Countdown } from '../../ui/countdown.tsx';
import { CountdownRing } from '../../ui/ring.tsx';
import { Spinner } from '../../ui/spinner.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { PinAttempt, type PinPanelProps } from './pin-attempt.tsx';
import styles from './code-panel.module.css';

/** Signing in with a code typed on another device, or with its picture on a phone. */
export function CodePanel(props: PinPanelProps): JSX.Element {
  const usher = useUsher();
  const start = createAction('signIn.startCode');
  const waiting = createMemo(() => {
    const { signIn } = usher.state;
    return signIn.kind === 'code' && signIn.phase === 'waiting' ? signIn : null;
  });
  const renewals = createMemo(() => waiting()?.renewalCount ?? 0);
  createEffect(
    on(
      renewals,
      (count) => {
        const now = waiting();
        if (now !== null && count > 0) usher.announce(codeSignInText().renewed(now.code));
      },
      { defer: true },
    ),
  );
  return (
    <PinAttempt
      kind="code"
      start={start}
      forAccountId={props.forAccountId}
      title={codeSignInText().title}
      starting={codeSignInText().starting}
      isWide
    >
      {(now) => (
        <>
          <div class={styles.halves}>
            <div class={styles.half}>
              <p class={styles.step}>
                {codeSignInText().step(
                  <TextLink link="plexLink">{withoutScheme(now().linkUrl)}</TextLink>,
                )}
              </p>
              <Code code={now().code} />
            </div>
            <p class={styles.or}>{signInText().or}</p>
            <div class={styles.half}>
              <QrCode matrix={now().qr} label={codeSignInText().qrLabel} />
              <p class={styles.caption}>{codeSignInText().scan}</p>
            </div>
          </div>
          <Foot remainingMs={now().remainingMs} />
        </>
      )}
    </PinAttempt>
  );
}

/** A tile for each character; a press on them copies, as the button below does for who uses no mouse. */
function Code(props: { readonly code: string }): JSX.Element {
  const copy = createCopy();
  const what = () => ({ text: props.code });
  return (
    <>
      <div>
        <VisuallyHidden>{codeSignInText().codeForReaders(props.code)}</VisuallyHidden>
        <div
          class={styles.tiles}
          aria-hidden="true"
          data-code={props.code}
          onClick={() => void copy.run(what(), codeSignInText().copyName)}
        >
          <For each={Array.from(props.code)}>
            {(character) => <span class={styles.tile}>{character}</span>}
          </For>
        </div>
      </div>
      <CopyButton
        label={codeSignInText().copyCode}
        name={codeSignInText().copyName}
        what={what()}
        copy={copy}
      />
    </>
  );
}

function Foot(props: { readonly remainingMs: number }): JSX.Element {
  const usher = useUsher();
  const receivedAt = () => usher.state.receivedAt.signIn;
  // A window that opens in the middle of it is not told how long the code was good for from its beginning.
  const totalMs = createMemo<number>((most) => Math.max(most, props.remainingMs), 0);
  return (
    <div class={styles.foot}>
      <p class={styles.waits} role="status">
        <Spinner />
        {signInText().waiting}
      </p>
      <p class={styles.renews}>
        <CountdownRing
          remainingMs={props.remainingMs}
          totalMs={totalMs()}
          receivedAt={receivedAt()}
        />
        <span>
          {codeSignInText().renewsIn(
            <Countdown isShort remainingMs={props.remainingMs} receivedAt={receivedAt()} />,
          )}
        </span>
      </p>
    </div>
  );
}

// Said and typed without it.
const withoutScheme = (url: string): string => url.replace(/^https?:\/\//, '');

interface QrCodeProps {
  readonly matrix: QrMatrix;
  readonly label: string;
}

const quietZonePx = 12;
/** For the modules; each of them is as many whole pixels as fit, since a camera reads sharp edges better. */
const sidePx = 132;

/** Drawn here; dark on light in every mode, since not every camera reads the inverse. */
export function QrCode(props: QrCodeProps): JSX.Element {
  const modulePx = () => Math.max(2, Math.floor(sidePx / props.matrix.length));
  const size = () => props.matrix.length * modulePx() + 2 * quietZonePx;
  return (
    <svg
      class={styles.qr}
      width={size()}
      height={size()}
      viewBox={`0 0 ${size()} ${size()}`}
      role="img"
      aria-label={props.label}
      shape-rendering="crispEdges"
    >
      <path
        d={qrPath(props.matrix)}
        transform={`translate(${quietZonePx} ${quietZonePx}) scale(${modulePx()})`}
      />
    </svg>
  );
}

/** The dark modules as one SVG path, a run of a row at a time. */
export function qrPath(matrix: QrMatrix): string {
  const parts: string[] = [];
  matrix.forEach((row, y) => {
    let x = 0;
    while (x < row.length) {
      if (row[x] !== true) {
        x++;
        continue;
      }
      const start = x;
      while (row[x] === true) x++;
      const width = x - start;
      parts.push(`M${start} ${y}h${width}v1h-${width}z`);
    }
  });
  return parts.join('');
}
