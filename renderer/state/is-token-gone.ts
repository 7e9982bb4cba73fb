import type { AppError } from '../../shared/errors.ts';

/** The keychain works and does not have the token any more: only a new sign-in brings one. */
export const isTokenGone = ({ code }: AppError): boolean =>
  code === 'vault.missing' || code === 'vault.changed';
