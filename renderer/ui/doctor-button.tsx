import { Show, useContext, type JSX } from 'solid-js';
import type { AppError } from '../../shared/errors.ts';
import { UsherContext } from '../state/use-usher.ts';
import { vaultText } from '../../shared/words/vault.ts';
import { Button } from './button.tsx';

interface DoctorButtonProps {
  readonly error: AppError;
  readonly label?: string | undefined;
}

/** The way from trouble with the keychain to the page that tells how to mend it; not there for any other trouble. */
export function DoctorButton(props: DoctorButtonProps): JSX.Element {
  // Errors are also shown before the window has a state, where there is nowhere to go yet.
  const usher = useContext(UsherContext);
  return (
    <Show when={usher !== undefined && isKeychainTrouble(props.error)}>
      <Button size="small" onClick={() => usher?.navigate({ view: 'doctor' })}>
        {props.label ?? vaultText().openDoctor}
      </Button>
    </Show>
  );
}

function isKeychainTrouble(error: AppError): boolean {
  switch (error.code) {
    case 'vault.locked':
    case 'vault.unavailable':
    case 'vault.timeout':
    case 'vault.denied':
    case 'vault.failed':
      return true;
    // The keychain works: what is amiss is one token, which its own page mends.
    default:
      return false;
  }
}
