import X from 'lucide-solid/icons/x';
import { Show, type JSX } from 'solid-js';
import type { AccountId } from '../../../shared/model/ids.ts';
import { uiText } from '../../../shared/words/app.ts';
import { signInAgainText, signInText } from '../../../shared/words/sign-in.ts';
import { useUsher } from '../../state/use-usher.ts';
import { IconButton } from '../../ui/icon-button.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { isUnderWay, SignInPanel } from './sign-in-panel.tsx';
import styles from './sign-in-view.module.css';

interface SignInViewProps {
  /** The account to sign in again to; left out to add one. */
  readonly forAccountId?: AccountId | undefined;
}

/** The first screen of a new Usher, the way to a further account, and the way back into one. */
export function SignInView(props: SignInViewProps): JSX.Element {
  const usher = useUsher();
  // What is under way says itself whom it is for.
  const account = () => {
    const { signIn } = usher.state;
    const forAccountId = isUnderWay(signIn) ? signIn.forAccountId : props.forAccountId;
    return usher.state.accounts.find(({ id }) => id === forAccountId) ?? null;
  };
  const isFirst = () => usher.state.accounts.length === 0;
  const close = (): void => {
    const again = account();
    usher.navigate(
      again === null ? { view: 'overview' } : { view: 'account', accountId: again.id },
    );
  };

  return (
    <div class={isFirst() ? styles.first : styles.further}>
      <Show
        when={isFirst()}
        fallback={
          <PageHeader
            title={
              account() === null
                ? signInText().addAccount
                : signInAgainText().title(account()?.title ?? '')
            }
            description={account() === null ? undefined : signInAgainText().lead}
            actions={
              <IconButton
                class={styles.close}
                label={uiText().close}
                icon={<X size={16} aria-hidden="true" />}
                onClick={close}
              />
            }
          />
        }
      >
        <Welcome />
      </Show>
      <SignInPanel account={account()} isShowing />
      <Show when={isFirst()}>
        <footer class={styles.foot}>
          <p>
            {signInText().deviceName(
              usher.state.app.deviceName,
              <TextLink link="plexAuthorizedDevices">{signInText().authorizedDevices}</TextLink>,
            )}
          </p>
          <p>{signInText().notAffiliated}</p>
        </footer>
      </Show>
    </div>
  );
}

/** What Usher is, for as long as no way has been opened; the mark stays. */
function Welcome(): JSX.Element {
  const usher = useUsher();
  return (
    <header class={styles.welcome}>
      <Mark class={styles.mark} />
      <div class={styles.words}>
        <h1 tabindex={-1}>{signInText().welcome}</h1>
        <div class={styles.lead}>
          <p>{signInText().lead}</p>
          <Show when={usher.state.vault.kind !== 'sessionOnly'}>
            <p>{signInText().custody}</p>
          </Show>
        </div>
      </div>
    </header>
  );
}
