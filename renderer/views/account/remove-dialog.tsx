import { createEffect, on, Show, type JSX } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import { createAction } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { accountText } from '../../../shared/words/account.ts';
import { signOutText } from '../../../shared/words/sign-out.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../ui/error-state.tsx';
import { HomeUsersAlong } from '../sign-out/home-users-along.tsx';
import { SignOutLeftBehind } from '../sign-out/sign-out-left-behind.tsx';

interface RemoveDialogProps {
  readonly account: AccountSummary;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Takes an account out of this computer whose token Usher does not have: nothing can be revoked, which is said. */
export function RemoveDialog(props: RemoveDialogProps): JSX.Element {
  const usher = useUsher();
  const remove = createAction('account.removeLocally');

  // A dialog opened again begins anew.
  createEffect(on(() => props.isOpen, remove.clearError, { defer: true }));

  const confirm = async (): Promise<void> => {
    // The account is gone once the answer is there.
    const { id, title } = props.account;
    const result = await remove.run({ accountId: id });
    if (!result.ok) return;
    usher.announce(signOutText().removed(title));
    props.onClose();
  };

  return (
    <ConfirmDialog
      isOpen={props.isOpen}
      title={accountText().remove.title(props.account.title)}
      description={
        <>
          <p>{accountText().remove.detail}</p>
          <HomeUsersAlong accountId={props.account.id} isRevoking={false} />
          <SignOutLeftBehind lead={accountText().remove.leavesBehind} />
        </>
      }
      confirmLabel={accountText().remove.action}
      isDangerous
      isBusy={remove.isBusy()}
      onConfirm={() => void confirm()}
      onClose={() => props.onClose()}
    >
      <Show when={remove.error()}>{(failure) => <ErrorState isInline error={failure()} />}</Show>
    </ConfirmDialog>
  );
}
