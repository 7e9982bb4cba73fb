import type { AppError } from '../../shared/errors.ts';

/** The keychain works and does not have the token any more, so there is nothing left to revoke it with. */
export const isTokenGone = ({ code }: AppError): boolean =>
  code === 'vault.missing' || code === 'vault.changed';
