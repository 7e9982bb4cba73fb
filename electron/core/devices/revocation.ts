import type { AppError } from '../../../shared/errors.ts';
import type {
  DeviceRef,
  DeviceSummary,
  Revocation,
  RevocationReport,
} from '../../../shared/model/device.ts';
import type { AccountId, DeviceId, EpochMs } from '../../../shared/model/ids.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Clock, Log } from '../../ports.ts';
import type { Accounts } from '../accounts/accounts.ts';

export interface DevicesDeps {
  readonly accounts: Accounts;
  readonly plex: Pick<PlexClient, 'listDevices' | 'revokeDevice'>;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly log: Log;
}

interface RevokeDeps extends DevicesDeps {
  /** Asks for the list with a question of its own. */
  readonly askAgain: (state: AccountDevices) => Promise<Result<null>>;
  readonly emitList: (state: AccountDevices) => void;
  readonly setRevocation: (state: AccountDevices, revocation: Revocation | null) => void;
}

type Revoke = (
  state: AccountDevices,
  deviceIds: readonly DeviceId[],
) => Promise<Result<RevocationReport>>;

/** Carries one revocation from the question for the list that it begins with to its report. */
export function createRevoke(deps: RevokeDeps): Revoke {
  const { accounts, plex, activity, log, askAgain, emitList, setRevocation } = deps;

  /** Tells Plex to revoke one after the other; answers where each stands when that is over. */
  const orderEach = async (
    state: AccountDevices,
    before: RevocationReport,
    devices: readonly DeviceRef[],
  ): Promise<RevocationReport> => {
    const { accountId } = state;
    const listed = new Set(state.devices.map(({ id }) => id));
    const totalCount = countOf(before);
    let report = before;
    const ordered = await accounts.ask(accountId, async (token) => {
      for (const device of devices) {
        if (state.isStopping) break;
        const doneCount = totalCount - report.untried.length;
        const progress = { accountId, totalCount, doneCount, current: device, isStopping: false };
        setRevocation(state, { phase: 'revoking', ...progress });
        const isListed = listed.has(device.id);
        const outcome = isListed ? await plex.revokeDevice(token, device.id) : ok(null);
        report = noteOutcome(report, device, outcome);
        if (!outcome.ok && outcome.error.code !== 'plex.refused') return outcome;
      }
      return ok(null);
    });
    if (ordered.ok) return report;
    return { ...report, error: ordered.error };
  };

  const prove = async (
    state: AccountDevices,
    report: RevocationReport,
    isOwn: boolean,
  ): Promise<RevocationReport> => {
    const { accountId } = state;
    setRevocation(state, { phase: 'proving', accountId, totalCount: countOf(report) });
    const asked = await askAgain(state);
    if (asked.ok) return settleReport(report, state.devices);
    const isRejected = isOwn && asked.error.code === 'token.rejected';
    if (!isRejected || report.unproved.length === 0) return report;
    // The best proof that this installation's own device is gone: its token is no longer accepted.
    const settled = settleReport(report, []);
    const gone = new Set(settled.gone.map(({ id }) => id));
    state.devices = state.devices.filter(({ id }) => !gone.has(id));
    emitList(state);
    return { ...settled, error: null, isSignedOutHere: true };
  };

  const rounds = async (
    state: AccountDevices,
    start: RevocationReport,
  ): Promise<RevocationReport> => {
    const own = new Set(state.devices.filter(({ kind }) => kind === 'here').map(({ id }) => id));
    const isOwn = ({ id }: DeviceRef): boolean => own.has(id);
    const others = start.untried.filter((device) => !isOwn(device));
    let report = start;
    for (const round of [others, start.untried.filter(isOwn)]) {
      if (round.length === 0) continue;
      report = await orderEach(state, report, round);
      report = await prove(state, report, round !== others);
      // Without its own device Usher could not try again what went wrong.
      if (!isClean(report) || state.isStopping) break;
    }
    return report;
  };

  return async (state, deviceIds) => {
    const { accountId, revocation: before } = state;
    const refs = refsOf(deviceIds, state.devices);
    state.isStopping = false;
    const progress = { totalCount: refs.length, doneCount: 0, current: null, isStopping: false };
    setRevocation(state, { phase: 'revoking', accountId, ...progress });
    // Asked first, since others may have changed it: it tells what is gone already, and which one is this installation.
    const asked = await askAgain(state);
    if (!asked.ok) {
      // The last report, and with it what is still to be done, is not lost to an attempt that did nothing.
      setRevocation(state, before);
      return asked;
    }
    const report = await rounds(state, { ...emptyReport, accountId, untried: refs });
    const account = accounts.find(accountId);
    if (account.ok) {
      for (const { name } of report.gone) {
        const device = name ?? undefined;
        activity.record({ kind: 'revoked', what: 'device', device, account: account.value });
      }
    }
    log.info('devices.revoked', { gone: report.gone.length, asked: refs.length });
    setRevocation(state, report);
    return ok(report);
  };
}

const emptyReport = {
  phase: 'over',
  gone: [],
  unproved: [],
  stillThere: [],
  refused: [],
  untried: [],
  error: null,
  isSignedOutHere: false,
} as const;

/** Each once, by the names they had when they were chosen. */
const refsOf = (
  deviceIds: readonly DeviceId[],
  devices: readonly DeviceSummary[],
): readonly DeviceRef[] => {
  const names = new Map(
    devices.map(({ id, name, product, device }) => [id, name ?? product ?? device]),
  );
  return [...new Set(deviceIds)].map((id) => ({ id, name: names.get(id) ?? null }));
};

const countOf = ({ gone, unproved, stillThere, refused, untried }: RevocationReport): number =>
  [gone, unproved, stillThere, refused, untried].reduce((sum, list) => sum + list.length, 0);

const isClean = ({ unproved, stillThere, refused, error }: RevocationReport): boolean =>
  error === null && unproved.length + stillThere.length + refused.length === 0;

/** Whether Plex did it before its answer was lost, the list tells. */
const mayHaveWorked = ({ code }: AppError): boolean =>
  code.startsWith('network.') || code === 'plex.unavailable';

const noteOutcome = (
  report: RevocationReport,
  device: DeviceRef,
  outcome: Result<null>,
): RevocationReport => {
  const untried = report.untried.filter(({ id }) => id !== device.id);
  if (outcome.ok || mayHaveWorked(outcome.error)) {
    return { ...report, untried, unproved: [...report.unproved, device] };
  }
  const refused = [...report.refused, { device, error: outcome.error }];
  return outcome.error.code === 'plex.refused' ? { ...report, untried, refused } : report;
};

/** Moves what was not proved yet to where a list that was asked for since shows it belongs. */
export const settleReport = (
  report: RevocationReport,
  listed: readonly DeviceSummary[],
): RevocationReport => {
  if (report.unproved.length === 0) return report;
  const listedIds = new Set(listed.map(({ id }) => id));
  return {
    ...report,
    unproved: [],
    gone: [...report.gone, ...report.unproved.filter(({ id }) => !listedIds.has(id))],
    stillThere: [...report.stillThere, ...report.unproved.filter(({ id }) => listedIds.has(id))],
  };
};

/** What is known of one account's devices in this run. */
export interface AccountDevices {
  readonly accountId: AccountId;
  devices: readonly DeviceSummary[];
  unreadableCount: number;
  askedAt: EpochMs | null;
  asking: Promise<Result<null>> | null;
  error: AppError | null;
  revocation: Revocation | null;
  isStopping: boolean;
}
