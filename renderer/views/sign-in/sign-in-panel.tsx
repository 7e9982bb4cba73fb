import { Match, Show, Switch, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { useUsher } from '../../state/use-usher.ts';
import { signInAgainText } from '../../../shared/words/sign-in.ts';
import { BrowserAttempt } from './browser-attempt.tsx';
import { CodeAttempt } from './code-attempt.tsx';
import { createVaultCheck } from './create-vault-check.ts';
import { OtherUserPanel } from './other-user-panel.tsx';
import { VaultPanel } from './vault-panel.tsx';
import { Ways } from './ways.tsx';
import styles from './sign-in-view.module.css';

interface SignInPanelProps {
  /** The account to sign in again to; null to add one. */
  readonly account: AccountSummary | null;
  /** Whether the attempt there is, if any, is what this is about. */
  readonly isShowing: boolean;
}

/** The ways to sign in, or the attempt that is under way. */
export function SignInPanel(props: SignInPanelProps): JSX.Element {
  const usher = useUsher();
  const vaultCheck = createVaultCheck();
  const kind = () => (props.isShowing ? usher.state.signIn.kind : 'idle');
  return (
    <>
      <VaultPanel check={vaultCheck} />
      <Switch
        fallback={
          <>
            <Ways canStart={vaultCheck.canKeep()} account={props.account} />
            <Show when={props.account !== null}>
              <p class={styles.hint}>{signInAgainText().browserHint}</p>
            </Show>
          </>
        }
      >
        <Match when={kind() === 'browser'}>
          <BrowserAttempt forAccountId={props.account?.id} />
        </Match>
        <Match when={kind() === 'code'}>
          <CodeAttempt forAccountId={props.account?.id} />
        </Match>
        <Match when={kind() === 'otherUser'}>
          <OtherUserPanel />
        </Match>
      </Switch>
    </>
  );
}
