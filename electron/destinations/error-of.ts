import type { AppError } from '../../shared/errors.ts';

/** The error for a call to the system that failed. */
export function errorOf(
  thrown: unknown,
  otherwise: 'destination.unreadable' | 'destination.unwritable' | 'destination.notWritten',
): AppError {
  const code = typeof thrown === 'object' && thrown !== null && 'code' in thrown ? thrown.code : '';
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return { code: 'destination.noFile' };
    case 'EEXIST':
      return { code: 'destination.changed' };
    case 'EISDIR':
    case 'ENXIO':
    case 'ELOOP':
      return { code: 'destination.notRegular' };
    case 'EROFS':
    case 'ETXTBSY':
      return { code: 'destination.unwritable' };
    case 'ENOSPC':
    case 'EDQUOT':
      return { code: 'destination.full' };
    default:
      return { code: otherwise };
  }
}
