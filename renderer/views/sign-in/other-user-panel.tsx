import { createMemo, createUniqueId, onMount, Show, type JSX } from 'solid-js';
import { signInAgainText } from '../../../shared/words/sign-in.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { Trouble } from './column.tsx';
import styles from './panels.module.css';

const text = () => signInAgainText().other;

/** Somebody else signed in than the account it was for: what becomes of their new token is the person's to say. */
export function OtherUserPanel(): JSX.Element {
  const usher = useUsher();
  const titleId = createUniqueId();
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
  let heading: HTMLHeadingElement | undefined;
  onMount(() => heading?.focus());

  return (
    <Show when={state()}>
      {(now) => (
        <section class={styles.other} aria-labelledby={titleId}>
          <h2 id={titleId} tabindex={-1} ref={(element) => (heading = element)}>
            {text().title(now().user.title)}
          </h2>
          <p class={styles.lead}>
            {now().user.isHere
              ? text().detailKnown(now().user.title, meantFor())
              : text().detail(now().user.title, meantFor())}
          </p>
          <Show when={now().error}>
            {(error) => <Trouble error={error()} detail={text().notRevoked} />}
          </Show>
          {/* Neither is filled: what cannot be undone is not the one that is offered. */}
          <div class={styles.choices}>
            <Button
              size="large"
              isBusy={isRevoking()}
              onClick={() => {
                const isKnown = now().user.isHere;
                void discard.run({}).then((revoked) => {
                  if (revoked.ok && !isKnown) usher.announce(text().discarded);
                });
              }}
            >
              {isRevoking()
                ? text().revoking
                : now().user.isHere
                  ? text().goOn
                  : text().discard(now().user.title)}
            </Button>
            <Show when={!now().user.isHere}>
              <Button
                size="large"
                isBusy={add.isBusy()}
                disabled={isRevoking()}
                onClick={() => void add.run({})}
              >
                {text().add(now().user.title)}
              </Button>
            </Show>
            <Show when={now().error}>
              <Button kind="plain" onClick={() => void cancel.run({})}>
                {text().leave}
              </Button>
            </Show>
          </div>
        </section>
      )}
    </Show>
  );
}
