import { ok, type Result } from '../../shared/result.ts';
import type { Vault } from '../ports.ts';

/** The vault, every answer of which is also taken as news about its state. */
export interface ObservedVault {
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
