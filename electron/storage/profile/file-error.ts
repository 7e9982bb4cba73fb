import type { AppError } from '../../../shared/errors.ts';

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

/** The code of an error of Node, such as `ENOENT`; null when it is something else. */
export const errorCode = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
