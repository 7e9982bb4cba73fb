import { Match, Switch, type JSX } from 'solid-js';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { VaultWaiting } from '../../ui/vault-waiting.tsx';

/** The keychain where it needs the person, on every view but those which tell it in their own place. */
export function VaultBar(): JSX.Element {
  const usher = useUsher();
  const check = createAction('vault.check');
  const isElsewhere = () => {
    const { view } = usher.route();
    return view !== 'signIn' && view !== 'doctor';
  };
  const error = () => {
    const { vault } = usher.state;
    return check.error() ?? (vault.kind === 'unusable' ? vault.error : null);
  };
  return (
    <Switch>
      <Match when={isElsewhere() && usher.state.vaultActivity.isWaiting}>
        <VaultWaiting />
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
