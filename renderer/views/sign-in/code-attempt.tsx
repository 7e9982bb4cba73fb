import { createEffect, createMemo, on, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { codeSignInText } from '../../../shared/words/sign-in.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import { CodeWaiting } from './code-waiting.tsx';
import { PinAttempt } from './pin-attempt.tsx';

interface CodeAttemptProps {
  /** The account to sign in again to; left out to add one. */
  readonly forAccountId?: AccountId | undefined;
}

/** Signing in with a code typed on another device. */
export function CodeAttempt(props: CodeAttemptProps): JSX.Element {
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
      text={codeSignInText()}
      actions={(now) => (
        <CopyButton
          size="medium"
          label={codeSignInText().copyCode}
          name={codeSignInText().copyName}
          what={{ text: now().code }}
        />
      )}
    >
      {(now) => (
        <CodeWaiting
          code={now().code}
          linkUrl={now().linkUrl}
          qr={now().qr}
          remainingMs={now().remainingMs}
          receivedAt={usher.state.receivedAt.signIn}
        />
      )}
    </PinAttempt>
  );
}
