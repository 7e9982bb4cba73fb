import { Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { createAction } from '../../state/create-action.ts';
import { signInText } from '../../../shared/words/sign-in.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { BrowserCard } from './browser-card.tsx';
import { CodeCard } from './code-card.tsx';
import { PasswordCard } from './password-card.tsx';
import styles from './ways.module.css';

interface WaysProps {
  /** There is a place to keep what a sign-in would bring. */
  readonly canStart: boolean;
  /** The account to sign in again to; null to add one. */
  readonly account: AccountSummary | null;
}

/** The three ways. None can be begun while there is no place to keep what it would bring. */
export function Ways(props: WaysProps): JSX.Element {
  const startBrowser = createAction('signIn.startBrowser');
  const startCode = createAction('signIn.startCode');
  const error = () => startBrowser.error() ?? startCode.error();
  return (
    <div class={styles.frame}>
      <Show when={error()}>{(failure) => <ErrorState isInline error={failure()} />}</Show>
      <div class={styles.ways} role="group" aria-label={signInText().ways}>
        <BrowserCard
          canStart={props.canStart}
          isBusy={startBrowser.isBusy()}
          onStart={() => void startBrowser.run({ forAccountId: props.account?.id })}
        />
        <CodeCard
          canStart={props.canStart}
          isBusy={startCode.isBusy()}
          onStart={() => void startCode.run({ forAccountId: props.account?.id })}
        />
        <Show when={props.account?.id ?? 'another'} keyed>
          <PasswordCard canStart={props.canStart} account={props.account} />
        </Show>
      </div>
    </div>
  );
}
