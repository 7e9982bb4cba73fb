import type { AppError } from '../../shared/errors.ts';
import type { WorkerFailure } from './worker-failure.ts';
import { WINDOWS_SECRET_LIMIT_BYTES } from './windows-secret-limit.ts';

/** The error that callers of the vault see. */
export const failureToError = (failure: WorkerFailure): AppError => {
  switch (failure) {
    case 'noBus':
    case 'noService':
    case 'noCollection':
    case 'notSupported':
      return { code: 'vault.unavailable', reason: failure };
    case 'tooLong':
      return { code: 'vault.tooLong', limitBytes: WINDOWS_SECRET_LIMIT_BYTES };
    case 'locked':
      return { code: 'vault.locked' };
    case 'denied':
      return { code: 'vault.denied' };
    case 'timeout':
      return { code: 'vault.timeout' };
    case 'failed':
      return { code: 'vault.failed' };
  }
};
