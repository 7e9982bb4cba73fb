import { createEffect, createMemo, Match, on, Show, Switch, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { codeSignInText } from '../../text/code-sign-in-text.ts';
import { signInText } from '../../text/sign-in-text.ts';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { AttemptBusy } from './attempt-busy.tsx';
import { AttemptPanel } from './attempt-panel.tsx';
import { AttemptTrouble } from './attempt-trouble.tsx';
import { CodeWaiting } from './code-waiting.tsx';

interface CodeAttemptProps {
  /** The account to sign in again to; left out to add one. */
  readonly forAccountId?: AccountId | undefined;
}

/** Signing in with a code typed on another device. */
export function CodeAttempt(props: CodeAttemptProps): JSX.Element {
  const usher = useUsher();
  const start = createAction('signIn.startCode');
  const cancel = createAction('signIn.cancel');

  const attempt = createMemo(() => {
    const { signIn } = usher.state;
    return signIn.kind === 'code' ? signIn : null;
  });
  const waiting = createMemo(() => {
    const now = attempt();
    return now?.phase === 'waiting' ? now : null;
  });
  const failure = createMemo(() => {
    const now = attempt();
    return now?.phase === 'failed' ? now.error : null;
  });

  const renewals = createMemo(() => waiting()?.renewalCount ?? 0);
  createEffect(
    on(
      renewals,
      (count) => {
        const now = waiting();
        if (now !== null && count > 0) usher.announce(codeSignInText.renewed(now.code));
      },
      { defer: true },
    ),
  );

  return (
    <AttemptPanel
      title={waiting() === null ? codeSignInText.title : codeSignInText.waitingTitle}
      actions={
        <>
          <Show when={waiting()}>
            {(now) => (
              <CopyButton
                size="medium"
                label={codeSignInText.copyCode}
                name={codeSignInText.copyName}
                what={{ text: now().code }}
              />
            )}
          </Show>
          <Show when={failure()}>
            <Button
              variant="primary"
              isBusy={start.isBusy()}
              onClick={() => void start.run({ forAccountId: props.forAccountId })}
            >
              {signInText.startAgain}
            </Button>
          </Show>
          <Button variant="quiet" isBusy={cancel.isBusy()} onClick={() => void cancel.run({})}>
            {failure() === null ? signInText.cancel : signInText.back}
          </Button>
        </>
      }
    >
      <Switch>
        <Match when={attempt()?.phase === 'starting'}>
          <AttemptBusy>{codeSignInText.starting}</AttemptBusy>
        </Match>
        <Match when={attempt()?.phase === 'finishing'}>
          <AttemptBusy>{signInText.finishing}</AttemptBusy>
        </Match>
        <Match when={failure()}>{(error) => <ErrorState isInline error={error()} />}</Match>
        <Match when={waiting()}>
          {(now) => (
            <>
              <CodeWaiting
                code={now().code}
                linkUrl={now().linkUrl}
                qr={now().qr}
                remainingMs={now().remainingMs}
                receivedAt={usher.state.receivedAt.signIn}
              />
              <AttemptTrouble trouble={now().trouble} />
            </>
          )}
        </Match>
      </Switch>
    </AttemptPanel>
  );
}
