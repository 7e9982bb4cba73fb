import { createMemo, Show, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signInAgainText } from '../../../shared/words/sign-in.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { AttemptPanel } from './attempt-panel.tsx';
import styles from './attempt-panel.module.css';

const text = () => signInAgainText().other;

/** Somebody else signed in than the account it was for: what becomes of their new token is the person's to say. */
export function OtherUserPanel(): JSX.Element {
  const usher = useUsher();
  const discard = createAction('signIn.discardOther');
  const add = createAction('signIn.addOther');
  const cancel = createAction('signIn.cancel');
  const state = createMemo(() => {
    const { signIn } = usher.state;
    return signIn.kind === 'otherUser' ? signIn : null;
  });
  const meantFor = () =>
    usher.state.accounts.find(({ id }) => id === state()?.forAccountId)?.title ?? '';
  const isRevoking = () => discard.isBusy() || state()?.phase === 'revoking';

  return (
    <Show when={state()}>
      {(now) => (
        <AttemptPanel
          title={text().title(now().user.title)}
          actions={
            <>
              <Button
                kind="filled"
                isBusy={isRevoking()}
                onClick={() => {
                  const isKnown = now().user.isHere;
                  void discard.run({}).then((revoked) => {
                    if (revoked.ok && !isKnown) usher.announce(text().discarded);
                  });
                }}
              >
                {isRevoking() ? text().revoking : now().user.isHere ? text().goOn : text().discard}
              </Button>
              <Show when={!now().user.isHere}>
                <Button
                  isBusy={add.isBusy()}
                  disabled={isRevoking()}
                  onClick={() => void add.run({})}
                >
                  {text().add}
                </Button>
              </Show>
              <Show when={now().error}>
                <Button kind="quiet" onClick={() => void cancel.run({})}>
                  {text().leave}
                </Button>
              </Show>
            </>
          }
        >
          <p class={styles.detail}>
            {now().user.isHere
              ? text().detailKnown(now().user.title, meantFor())
              : text().detail(now().user.title, meantFor())}
          </p>
          <Show when={now().error}>
            {(error) => (
              <>
                <ErrorState isInline error={error()} />
                <p class={styles.detail}>{text().notRevoked}</p>
              </>
            )}
          </Show>
        </AttemptPanel>
      )}
    </Show>
  );
}
