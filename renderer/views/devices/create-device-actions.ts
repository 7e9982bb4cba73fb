import { createEffect, createMemo, createSignal, on, type Accessor } from 'solid-js';
import type { AccountSummary } from '../../../shared/model/account.ts';
import type { DeviceSummary, Revocation, RevocationReport } from '../../../shared/model/device.ts';
import type { DeviceId } from '../../../shared/model/ids.ts';
import { deviceText } from '../../../shared/words/devices.ts';
import { createAction, type Action } from '../../state/create-action.ts';
import { useUsher } from '../../state/use-usher.ts';
import { createSelection, type Selection } from './create-selection.ts';
import { reportTitle } from './report-lines.ts';

export interface DeviceActions {
  readonly selection: Selection;
  /** Those that are selected and still there, in the order of the list. */
  readonly selected: Accessor<readonly DeviceSummary[]>;
  readonly running: Accessor<Exclude<Revocation, RevocationReport> | null>;
  /** What the last revocation leaves open. */
  readonly report: Accessor<RevocationReport | null>;
  readonly isBusy: Accessor<boolean>;
  /** What the report leaves open about a device that is listed. */
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
  account: Accessor<AccountSummary>,
  devices: Accessor<readonly DeviceSummary[]>,
): DeviceActions {
  const usher = useUsher();
  const action = createAction('devices.revoke');
  const selection = createSelection();
  const [asked, setAsked] = createSignal<readonly DeviceSummary[] | null>(null);
  const revocation = createMemo(
    () => usher.state.revocations.find((one) => one.accountId === account().id) ?? null,
  );
  const running = createMemo(() => {
    const now = revocation();
    return now === null || now.phase === 'over' ? null : now;
  });
  const report = createMemo(() => {
    const now = revocation();
    return now?.phase === 'over' && !isDone(now) ? now : null;
  });
  const standings = createMemo(
    () =>
      new Map([
        ...(report()?.unproved ?? []).map(({ id }) => [id, 'notConfirmed'] as const),
        ...(report()?.stillThere ?? []).map(({ id }) => [id, 'stillListed'] as const),
      ]),
  );
  const selected = createMemo(() => devices().filter(({ id }) => selection.has(id)));

  createEffect(
    on(revocation, (now) => {
      if (now?.phase !== 'over') return;
      const title = reportTitle(now, account().title);
      if (!isDone(now)) {
        usher.announce(title);
        return;
      }
      // There is nothing left to be done about it: it is told, and over.
      usher.tell({ title, detail: deviceText().report.allGoneDetail(now.gone.length) });
      void usher.request('devices.endRevocation', { accountId: account().id });
    }),
  );

  return {
    selection,
    selected,
    running,
    report,
    isBusy: () => action.isBusy() || running() !== null,
    standingOf: (id) => standings().get(id) ?? null,
    asked,
    askToRevoke: (chosen) => setAsked(chosen),
    cancel: () => setAsked(null),
    revoke: (deviceIds) => {
      setAsked(null);
      void action.run({ accountId: account().id, deviceIds }).then(({ ok }) => {
        // What was not even begun stays chosen, to be tried again.
        if (ok) selection.set(deviceIds, false);
      });
    },
    error: action.error,
    clearError: action.clearError,
  };
}

const isDone = ({
  unproved,
  stillThere,
  refused,
  untried,
  error,
  isSignedOutHere,
}: RevocationReport): boolean =>
  [unproved, stillThere, refused, untried].every((left) => left.length === 0) &&
  error === null &&
  !isSignedOutHere;
