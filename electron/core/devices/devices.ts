import type { DeviceList, Revocation, RevocationReport } from '../../../shared/model/device.ts';
import type { AccountId, DeviceId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { askWithPresentToken } from '../accounts/accounts.ts';
import { createRevoke, settleReport, type AccountDevices, type DevicesDeps } from './revocation.ts';

/** The Authorized Devices of each account, held in memory only. */
export interface Devices {
  list(accountId: AccountId): DeviceList;
  /** Asks plex.tv anew. */
  refresh(accountId: AccountId): Promise<Result<null>>;
  /**
   * Revokes one after the other, then asks for the list again, which alone says what is gone. What is done stays done
   * when it ends early; an error answer means that nothing was. This installation's own device comes last.
   */
  revoke(accountId: AccountId, deviceIds: readonly DeviceId[]): Promise<Result<RevocationReport>>;
  /** Those under way, and the reports of those that are over until they are put away. */
  revocations(): readonly Revocation[];
  /** Stops after the device that is being revoked; puts a report away. */
  endRevocation(accountId: AccountId): void;
  forget(accountId: AccountId): void;
}

export function createDevices(deps: DevicesDeps): Devices {
  const { accounts, plex, clock, events } = deps;
  const known = new Map<AccountId, AccountDevices>();

  const of = (accountId: AccountId): AccountDevices => {
    const present = known.get(accountId) ?? emptyState(accountId);
    known.set(accountId, present);
    return present;
  };

  const list = (accountId: AccountId): DeviceList => {
    const { devices, unreadableCount, askedAt, asking, error } = of(accountId);
    return { accountId, devices, unreadableCount, askedAt, isAsking: asking !== null, error };
  };

  const revocations = (): readonly Revocation[] =>
    [...known.values()].flatMap(({ revocation }) => (revocation === null ? [] : [revocation]));

  /** Nothing is told of an account that was forgotten meanwhile. */
  const emitList = (state: AccountDevices): void => {
    if (known.get(state.accountId) === state) events.emit({ devices: [list(state.accountId)] });
  };
  const setRevocation = (state: AccountDevices, revocation: Revocation | null): void => {
    state.revocation = revocation;
    if (known.get(state.accountId) === state) events.emit({ revocations: revocations() });
  };

  const askPlex = async (state: AccountDevices): Promise<Result<null>> => {
    const { accountId, revocation } = state;
    const found = await askWithPresentToken(accounts, accountId, (token) =>
      plex.listDevices(token),
    );
    state.error = found.ok ? null : found.error;
    if (!found.ok) return found;
    state.devices = found.value.devices;
    state.unreadableCount = found.value.unreadableCount;
    state.askedAt = clock.now();
    // A list that was asked for before the end proves nothing.
    if (revocation?.phase === 'over' && state.revocation === revocation) {
      setRevocation(state, settleReport(revocation, state.devices));
    }
    return ok(null);
  };

  const ask = (state: AccountDevices): Promise<Result<null>> => {
    state.asking ??= askPlex(state).finally(() => {
      state.asking = null;
      emitList(state);
    });
    emitList(state);
    return state.asking;
  };

  /** An answer that is on its way already was asked for too early. */
  const askAgain = async (state: AccountDevices): Promise<Result<null>> => {
    await state.asking;
    return ask(state);
  };

  const revoke = createRevoke({
    ...deps,
    askAgain,
    emitList,
    setRevocation,
  });

  return {
    list,
    revocations,
    refresh: async (accountId) => {
      const account = accounts.find(accountId);
      return account.ok ? ask(of(accountId)) : account;
    },
    revoke: async (accountId, deviceIds) => {
      const account = accounts.find(accountId);
      if (!account.ok) return account;
      const state = of(accountId);
      const isUnderWay = state.revocation !== null && state.revocation.phase !== 'over';
      return isUnderWay ? err({ code: 'device.busy' }) : revoke(state, deviceIds);
    },
    endRevocation: (accountId) => {
      const state = of(accountId);
      if (state.revocation?.phase === 'over') setRevocation(state, null);
      if (state.revocation?.phase !== 'revoking') return;
      state.isStopping = true;
      setRevocation(state, { ...state.revocation, isStopping: true });
    },
    forget: (accountId) => {
      const state = of(accountId);
      state.isStopping = true;
      known.delete(accountId);
      if (state.revocation !== null) events.emit({ revocations: revocations() });
    },
  };
}

const emptyState = (accountId: AccountId): AccountDevices => ({
  accountId,
  devices: [],
  unreadableCount: 0,
  askedAt: null,
  asking: null,
  error: null,
  revocation: null,
  isStopping: false,
});
