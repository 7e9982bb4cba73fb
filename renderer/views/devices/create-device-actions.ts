import { createMemo, createSignal, type Accessor } from 'solid-js';
import type { DeviceSummary, Revocation } from '../../../shared/model/device.ts';
import type { AccountId, DeviceId } from '../../../shared/model/ids.ts';
import { createAction, type Action } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { createSelection, type Selection } from './create-selection.ts';

export interface DeviceActions {
  readonly selection: Selection;
  /** Those that are selected and still there, in the order of the list. */
  readonly selected: Accessor<readonly DeviceSummary[]>;
  readonly revocation: Accessor<Revocation | null>;
  readonly isBusy: Accessor<boolean>;
  /** What the last report leaves open about a device that is listed. */
  readonly standingOf: (id: DeviceId) => 'notConfirmed' | 'stillListed' | null;
  /** What the person is asked about at the moment. */
  readonly asked: Accessor<readonly DeviceSummary[] | null>;
  readonly askToRevoke: (devices: readonly DeviceSummary[]) => void;
  readonly cancel: () => void;
  readonly revoke: (deviceIds: readonly DeviceId[]) => void;
  readonly error: Action<'devices.revoke'>['error'];
  readonly clearError: () => void;
}

/** Choosing devices of an account and revoking them, as the parts of the view share it. */
export function createDeviceActions(
  accountId: Accessor<AccountId>,
  devices: Accessor<readonly DeviceSummary[]>,
): DeviceActions {
  const usher = useUsher();
  const action = createAction('devices.revoke');
  const selection = createSelection();
  const [asked, setAsked] = createSignal<readonly DeviceSummary[] | null>(null);
  const revocation = createMemo(
    () => usher.state.revocations.find((one) => one.accountId === accountId()) ?? null,
  );
  const standings = createMemo(() => {
    const report = revocation();
    if (report?.phase !== 'over') return new Map<DeviceId, 'notConfirmed' | 'stillListed'>();
    return new Map([
      ...report.unproved.map(({ id }) => [id, 'notConfirmed'] as const),
      ...report.stillThere.map(({ id }) => [id, 'stillListed'] as const),
    ]);
  });

  const selected = createMemo(() => devices().filter(({ id }) => selection.has(id)));

  return {
    selection,
    selected,
    revocation,
    isBusy: () => action.isBusy() || (revocation() !== null && revocation()?.phase !== 'over'),
    standingOf: (id) => standings().get(id) ?? null,
    asked,
    askToRevoke: (chosen) => setAsked(chosen),
    cancel: () => setAsked(null),
    revoke: (deviceIds) => {
      setAsked(null);
      selection.set(deviceIds, false);
      void action.run({ accountId: accountId(), deviceIds });
    },
    error: action.error,
    clearError: action.clearError,
  };
}
