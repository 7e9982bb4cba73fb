import type { AccountId } from '../../shared/model/ids.ts';
import type { KeptView } from '../../shared/model/kept-view.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { SettingsStore } from './settings.ts';

/** The view that the window shows, for those who want to begin with it. It stands in the settings. */
export interface LastView {
  /** Nothing is kept for those who begin with the overview. */
  note(view: KeptView): Promise<Result<null>>;
  /** Of an account that is signed out. */
  forget(accountId: AccountId): Promise<void>;
  /** Of an account that a crash, or another process, took away. */
  forgetGone(): Promise<void>;
}

export function createLastView(deps: {
  readonly accounts: Pick<Accounts, 'find'>;
  readonly settings: SettingsStore;
}): LastView {
  const { accounts, settings } = deps;

  const keep = async (lastView: KeptView | null): Promise<Result<null>> => {
    if (JSON.stringify(settings.value().lastView) === JSON.stringify(lastView)) return ok(null);
    const updated = await settings.update((present) => ({ ...present, lastView }));
    return updated.ok ? ok(null) : updated;
  };

  const mayBeKept = (view: KeptView): boolean => {
    if (!('accountId' in view)) return true;
    const account = accounts.find(view.accountId);
    // SECURITY: "this session only" leaves nothing of the account in the profile.
    return account.ok && account.value.storage === 'keychain';
  };

  const forgetWhere = async (isGone: (accountId: AccountId) => boolean): Promise<void> => {
    const { lastView } = settings.value();
    if (lastView !== null && 'accountId' in lastView && isGone(lastView.accountId))
      await keep(null);
  };

  return {
    note: async (view) => {
      const isWanted = settings.value().startWith === 'lastView';
      return keep(isWanted && mayBeKept(view) ? view : null);
    },
    forget: (accountId) => forgetWhere((id) => id === accountId),
    forgetGone: () => forgetWhere((id) => !accounts.find(id).ok),
  };
}
