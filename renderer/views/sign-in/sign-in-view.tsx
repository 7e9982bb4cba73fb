import { createEffect, on, Show, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signInAgainText, signInText } from '../../../shared/words/sign-in.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { isUnderWay } from './is-under-way.ts';
import { SignInPanel } from './sign-in-panel.tsx';
import styles from './sign-in-view.module.css';

interface SignInViewProps {
  /** The account to sign in again to; left out to add one. */
  readonly forAccountId?: AccountId | undefined;
}

/** The first screen of a new Usher, the way to a further account, and the way back into one. */
export function SignInView(props: SignInViewProps): JSX.Element {
  const usher = useUsher();
  let view: HTMLDivElement | undefined;

  // What is under way says itself whom it is for.
  const account = () => {
    const { signIn } = usher.state;
    const forAccountId = isUnderWay(signIn) ? signIn.forAccountId : props.forAccountId;
    return usher.state.accounts.find(({ id }) => id === forAccountId) ?? null;
  };
  const attempt = () => {
    const { kind } = usher.state.signIn;
    return kind === 'browser' || kind === 'code' || kind === 'otherUser' ? kind : null;
  };
  createEffect(
    on(
      attempt,
      (now, before) => {
        if (now === null && before !== null) view?.querySelector('h1')?.focus();
      },
      { defer: true },
    ),
  );

  return (
    <div class={styles.view} ref={(element) => (view = element)}>
      <Show
        when={account()}
        fallback={
          <PageHeader
            title={
              usher.state.accounts.length === 0 ? signInText().welcome : signInText().addAccount
            }
            description={
              <>
                {signInText().lead}
                <Show when={usher.state.vault.kind !== 'sessionOnly'}> {signInText().custody}</Show>
              </>
            }
          />
        }
      >
        {(again) => (
          <PageHeader
            title={signInAgainText().title(again().title)}
            description={signInAgainText().lead}
          />
        )}
      </Show>
      <SignInPanel account={account()} isShowing />
      <footer class={styles.foot}>
        <p>
          {signInText().deviceName(
            usher.state.app.deviceName,
            <TextLink link="plexAuthorizedDevices">{signInText().authorizedDevices}</TextLink>,
          )}
        </p>
        <p>{signInText().notAffiliated}</p>
      </footer>
    </div>
  );
}
