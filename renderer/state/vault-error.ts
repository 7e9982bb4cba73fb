import type { AppError } from '../../shared/errors.ts';
import type { VaultState } from '../../shared/model/state.ts';

/** The trouble a state of the keychain means, as the failure a request would answer with; null when there is none. */
export function vaultError(vault: VaultState): AppError | null {
  switch (vault.kind) {
    case 'unknown':
    case 'ready':
    case 'sessionOnly':
      return null;
    case 'locked':
      return { code: 'vault.locked' };
    case 'denied':
      return { code: 'vault.denied' };
    case 'unavailable':
      return { code: 'vault.unavailable', reason: vault.reason };
    case 'silent':
      return { code: 'vault.timeout' };
    case 'failing':
      return { code: 'vault.failed' };
  }
}
