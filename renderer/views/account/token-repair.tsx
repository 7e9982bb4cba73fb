import { createSignal, Show, type JSX } from 'solid-js';
import type { AppError } from '../../../shared/errors.ts';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { isTokenGone } from '../../../shared/errors.ts';
import { repairRoute } from '../../state/route.ts';
import { useUsher } from '../../state/use-usher.ts';
import { accountText } from '../../../shared/words/account.ts';
import { Button } from '../../ui/button.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

interface TokenRepairProps {
  readonly account: AccountSummary;
  readonly error: AppError;
}

/** The ways on where the account token itself is the trouble: a new one, or doing without the account. */
export function TokenRepair(props: TokenRepairProps): JSX.Element {
  const usher = useUsher();
  const [isRemoving, setIsRemoving] = createSignal(false);
  // Signing out would have to show Plex the token, which is not there.
  const isGone = () => isTokenGone(props.error);

  return (
    <>
      <Show when={isGone() || props.error.code === 'token.rejected'}>
        <Button size="small" onClick={() => usher.navigate(repairRoute(props.account))}>
          {props.account.homeOf === null ? accountText().signInAgain : accountText().switchAgain}
        </Button>
      </Show>
      <Show when={isGone()}>
        <Button size="small" onClick={() => setIsRemoving(true)}>
          {accountText().remove.action}
        </Button>
        <RemoveDialog
          account={props.account}
          isOpen={isRemoving()}
          onClose={() => setIsRemoving(false)}
        />
      </Show>
    </>
  );
}
