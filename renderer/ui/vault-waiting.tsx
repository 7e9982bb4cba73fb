import type { JSX } from 'solid-js';
import { createAction } from '../state/create-action.ts';
import { vaultText } from '../../shared/words/vault.ts';
import { Button } from './button.tsx';
import { Banner } from './banner.tsx';

/** The keychain waits for the person, who can give the waiting up. */
export function VaultWaiting(): JSX.Element {
  const cancel = createAction('vault.cancelWaiting');
  return (
    <Banner
      title={vaultText().waitingTitle}
      detail={vaultText().waitingDetail}
      actions={
        <Button size="small" isBusy={cancel.isBusy()} onClick={() => void cancel.run({})}>
          {vaultText().cancelWaiting}
        </Button>
      }
    />
  );
}
