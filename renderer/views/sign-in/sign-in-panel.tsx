import ExternalLink from 'lucide-solid/icons/external-link';
import Lock from 'lucide-solid/icons/lock';
import QrCode from 'lucide-solid/icons/qr-code';
import { createEffect, createSignal, Match, on, Show, Switch, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { SignInState } from '../../../shared/model/sign-in.ts';
import {
  browserSignInText,
  codeSignInText,
  passwordSignInText,
  signInAgainText,
} from '../../../shared/words/sign-in.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { Button } from '../../ui/button.tsx';
import { BrowserPanel } from './browser-panel.tsx';
import { CodePanel } from './code-panel.tsx';
import { Column, Or, Trouble, WayCard, WayRow } from './column.tsx';
import { OtherUserPanel } from './other-user-panel.tsx';
import { createPasswordForm } from './password-form.ts';
import { PasswordPanel } from './password-panel.tsx';
import styles from './panels.module.css';
import { createVaultCheck, VaultPanel } from './vault-panel.tsx';

interface SignInPanelProps {
  /** The account to sign in again to; null to add one. */
  readonly account: AccountSummary | null;
  /** Whether the attempt there is, if any, is what this is about. */
  readonly isShowing: boolean;
}

/** The ways to sign in, or in their place the one that was chosen. */
export function SignInPanel(props: SignInPanelProps): JSX.Element {
  const vaultCheck = createVaultCheck();
  return (
    <Column>
      <VaultPanel check={vaultCheck} />
      {/* For another account nothing is left of what was typed and opened for the last one. */}
      <Show when={props.account?.id ?? 'another'} keyed>
        <Ways {...props} canStart={vaultCheck.canKeep()} />
      </Show>
    </Column>
  );
}

type Way = 'browser' | 'code' | 'password';

interface WaysProps extends SignInPanelProps {
  /** There is a place to keep what a sign-in would bring. */
  readonly canStart: boolean;
}

/** The browser first. None can be begun while there is no place to keep what it would bring. */
function Ways(props: WaysProps): JSX.Element {
  const usher = useUsher();
  const form = createPasswordForm(() => props.account);
  const startBrowser = createAction('signIn.startBrowser');
  const startCode = createAction('signIn.startCode');
  const [isPasswordOpen, setIsPasswordOpen] = createSignal(false);
  const buttons: { [Key in Way]?: HTMLButtonElement } = {};

  const opened = () => {
    const kind = props.isShowing ? usher.state.signIn.kind : 'idle';
    if (kind === 'browser' || kind === 'code' || kind === 'otherUser') return kind;
    return isPasswordOpen() ? 'password' : null;
  };
  createEffect(
    on(
      opened,
      (now, before) => {
        // Back where it was opened from.
        if (now !== null || before === null || before === undefined) return;
        buttons[before === 'otherUser' ? 'browser' : before]?.focus();
      },
      { defer: true },
    ),
  );
  const input = () => ({ forAccountId: props.account?.id });
  const useBrowser = () => void startBrowser.run(input());
  const startError = () => startBrowser.error() ?? startCode.error();

  const CodeRow = () => (
    <WayRow
      ref={(element) => (buttons.code = element)}
      icon={<QrCode size={16} aria-hidden="true" />}
      title={codeSignInText().start}
      detail={codeSignInText().reach}
      isDisabled={!props.canStart}
      isBusy={startCode.isBusy()}
      onChoose={() => void startCode.run(input())}
    />
  );

  return (
    <>
      <Show when={startError()}>{(failure) => <Trouble error={failure()} />}</Show>
      <Switch
        fallback={
          <>
            <div class={styles.first}>
              <Button
                ref={(element) => (buttons.browser = element)}
                kind="filled"
                size="large"
                icon={<ExternalLink size={16} aria-hidden="true" />}
                disabled={!props.canStart}
                isBusy={startBrowser.isBusy()}
                onClick={useBrowser}
              >
                {browserSignInText().start}
              </Button>
              <p class={styles.note}>
                {props.account === null
                  ? browserSignInText().assurance
                  : signInAgainText().browserHint}
              </p>
            </div>
            <Or />
            <WayCard>
              <CodeRow />
              <WayRow
                ref={(element) => (buttons.password = element)}
                icon={<Lock size={16} aria-hidden="true" />}
                title={passwordSignInText().start}
                detail={passwordSignInText().reach}
                isDisabled={!props.canStart}
                onChoose={() => setIsPasswordOpen(true)}
              />
            </WayCard>
          </>
        }
      >
        <Match when={opened() === 'browser'}>
          <BrowserPanel forAccountId={props.account?.id} />
        </Match>
        <Match when={opened() === 'code'}>
          <CodePanel forAccountId={props.account?.id} />
        </Match>
        <Match when={opened() === 'otherUser'}>
          <OtherUserPanel />
        </Match>
        <Match when={opened() === 'password'}>
          <PasswordPanel
            form={form}
            canStart={props.canStart}
            onBack={() => {
              setIsPasswordOpen(false);
              form.leave();
            }}
            onUseBrowser={useBrowser}
            others={
              <>
                <Or />
                <WayCard>
                  <WayRow
                    icon={<ExternalLink size={16} aria-hidden="true" />}
                    title={browserSignInText().start}
                    detail={browserSignInText().reach}
                    isDisabled={!props.canStart}
                    isBusy={startBrowser.isBusy()}
                    onChoose={useBrowser}
                  />
                  <CodeRow />
                </WayCard>
              </>
            }
          />
        </Match>
      </Switch>
    </>
  );
}

/** Whether an attempt is going on, or waits for the person's word; a failed one is over. */
export const isUnderWay = (state: SignInState): boolean =>
  state.kind === 'otherUser' || ('phase' in state && state.phase !== 'failed');
