import { createEffect, Match, on, Show, Switch, type JSX } from 'solid-js';
import { useUsher } from '../../state/use-usher.ts';
import { signInText } from '../../text/sign-in-text.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { TextLink } from '../../ui/text-link.tsx';
import { BrowserAttempt } from './browser-attempt.tsx';
import { CodeAttempt } from './code-attempt.tsx';
import { createVaultCheck } from './create-vault-check.ts';
import { VaultPanel } from './vault-panel.tsx';
import { Ways } from './ways.tsx';
import styles from './sign-in-view.module.css';

/** The first screen of a new Usher, and the way to a further account. */
export function SignInView(): JSX.Element {
  const usher = useUsher();
  const vaultCheck = createVaultCheck();
  let view: HTMLDivElement | undefined;

  const attempt = () => {
    const { kind } = usher.state.signIn;
    return kind === 'browser' || kind === 'code' ? kind : null;
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
      <PageHeader
        title={usher.state.accounts.length === 0 ? signInText.welcome : signInText.addAccount}
        description={
          <>
            {signInText.lead}
            <Show when={usher.state.vault.kind !== 'sessionOnly'}> {signInText.custody}</Show>
          </>
        }
      />
      <VaultPanel check={vaultCheck} />
      <Switch fallback={<Ways canStart={vaultCheck.canKeep()} />}>
        <Match when={attempt() === 'browser'}>
          <BrowserAttempt />
        </Match>
        <Match when={attempt() === 'code'}>
          <CodeAttempt />
        </Match>
      </Switch>
      <footer class={styles.foot}>
        <p>
          {signInText.deviceName(usher.state.app.deviceName)}{' '}
          <TextLink link="plexAuthorizedDevices">{signInText.authorizedDevices}</TextLink>
        </p>
        <p>{signInText.notAffiliated}</p>
      </footer>
    </div>
  );
}
