import type { AppError } from '../../shared/errors.ts';
import type { DeviceSummary, Revocation } from '../../shared/model/device.ts';
import type { AccountId, EpochMs } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';

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
