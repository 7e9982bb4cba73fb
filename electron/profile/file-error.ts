import type { AppError } from '../../shared/errors.ts';
import { errorCode } from './error-code.ts';

/** The error for a write to the profile folder that failed. */
export const fileError = (error: unknown): AppError => {
  switch (errorCode(error) ?? '') {
    case 'EROFS':
    case 'EACCES':
    case 'EPERM':
      return { code: 'profile.readOnly' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'profile.full' };
    default:
      return { code: 'profile.failed' };
  }
};
