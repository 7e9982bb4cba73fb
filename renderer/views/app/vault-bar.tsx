import { Match, Switch, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { vaultError } from '../../state/vault-error.ts';
import { vaultText } from '../../text/vault-text.ts';
import { Button } from '../../ui/button.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { NoticeBar } from '../../ui/notice-bar.tsx';

/** The keychain where it needs the person, on every view but signing in, which tells it in its own place. */
export function VaultBar(): JSX.Element {
  const usher = useUsher();
  const check = createAction('vault.check');
  const cancel = createAction('vault.cancelWaiting');
  const isElsewhere = () => usher.route().view !== 'signIn';
  const error = () => check.error() ?? vaultError(usher.state.vault);
  return (
    <Switch>
      <Match when={isElsewhere() && usher.state.vaultActivity.isWaiting}>
        <NoticeBar
          title={vaultText.waitingTitle}
          detail={vaultText.waitingDetail}
          actions={
            <Button size="small" isBusy={cancel.isBusy()} onClick={() => void cancel.run({})}>
              {vaultText.cancelWaiting}
            </Button>
          }
        />
      </Match>
      <Match when={isElsewhere() && error()}>
        {(failure) => (
          <ErrorState
            isInline
            error={failure()}
            isRetrying={check.isBusy()}
            onRetry={() => void check.run({})}
          />
        )}
      </Match>
    </Switch>
  );
}
