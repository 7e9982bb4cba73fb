import type { VaultActivity, VaultState } from '../../shared/model/state.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { EventBus } from './event-bus.ts';
import type { Vault } from '../ports.ts';
import type { VaultSwitch } from '../storage/keychain/vault-switch.ts';

/** What the window is told of the vault. */
export interface VaultStatus {
  state(): VaultState;
  activity(): VaultActivity;
  check(): Promise<VaultState>;
  /** Called whenever the keychain works again after it did not, whichever call was the first to meet that. */
  onRecovery(listener: () => void): void;
  useSessionOnly(): VaultState;
}

export function createVaultStatus(deps: {
  readonly keychain: ObservedVault;
  readonly vault: VaultSwitch;
  readonly events: EventBus;
}): VaultStatus {
  const { keychain, vault, events } = deps;
  let state: VaultState = { kind: 'unknown' };
  let activity: VaultActivity = { isWaiting: false };
  let recovered: () => void = () => undefined;

  const set = (next: VaultState): void => {
    if (JSON.stringify(next) === JSON.stringify(state)) return;
    const isRecovery = next.kind === 'ready' && state.kind !== 'unknown';
    state = next;
    events.emit({ vault: state });
    if (isRecovery) recovered();
  };

  keychain.onNews((news) => {
    if (vault.mode() === 'sessionOnly') return;
    if (news.ok) set({ kind: 'ready' });
    // A secret that is too long says nothing of the keychain.
    else if (news.error.code !== 'vault.tooLong') set({ kind: 'unusable', error: news.error });
  });
  vault.onWaiting((isWaiting) => {
    activity = { isWaiting };
    events.emit({ vaultActivity: activity });
  });

  return {
    state: () => state,
    activity: () => activity,
    check: async () => {
      // Asking again is the person's way back to the keychain.
      vault.useKeychain();
      await vault.check();
      return state;
    },
    onRecovery: (listener) => {
      recovered = listener;
    },
    useSessionOnly: () => {
      vault.useSessionOnly();
      set({ kind: 'sessionOnly' });
      return state;
    },
  };
}

/** The vault, every answer of which is also taken as news about its state. */
interface ObservedVault {
  readonly vault: Vault;
  /** Ok: the vault has just proved that it works. */
  onNews(listener: (news: Result<null>) => void): void;
}

export function observeVault(inner: Vault): ObservedVault {
  let listener: (news: Result<null>) => void = () => undefined;
  const heard = async <T>(call: Promise<Result<T>>): Promise<Result<T>> => {
    const outcome = await call;
    // A read that found nothing proves nothing: a locked keyring answers so too.
    const isSilence = outcome.ok && outcome.value === null;
    if (!outcome.ok) listener(outcome);
    else if (!isSilence) listener(ok(null));
    return outcome;
  };
  const proved = async (call: Promise<Result<null>>): Promise<Result<null>> => {
    const outcome = await call;
    listener(outcome);
    return outcome;
  };
  return {
    vault: {
      ...inner,
      get: (key) => heard(inner.get(key)),
      set: (key, secret) => proved(inner.set(key, secret)),
      delete: (key) => proved(inner.delete(key)),
      check: () => proved(inner.check()),
    },
    onNews: (next) => {
      listener = next;
    },
  };
}
