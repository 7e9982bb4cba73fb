import { isSecretField } from './secret-fields.ts';

/**
 * What Plex and the tools around it call a field that holds a token: `authToken` and its spellings in the account
 * record, `accessToken` in resources, `token` in the device list, `server_token` and `pms_token` in settings files.
 * Written as in the list of secret fields.
 */
const plainNames: ReadonlySet<string> = new Set([
  'accesstoken',
  'authenticationtoken',
  'authorization',
  'authtoken',
  'devicetoken',
  'jwt',
  'pmstoken',
  'servertoken',
  'token',
]);

/**
 * Whether a secret field of this name may hold a token of Plex.
 *
 * SECURITY: not every secret field, nor every token: a password, or the token of another service that stands in the same
 * file (`GITHUB_TOKEN`), must not be taken for one and sent to Plex.
 */
export const isTokenField = (name: string): boolean => {
  if (!isSecretField(name)) return false;
  const plainName = name.toLowerCase().replaceAll(/[-_]/g, '');
  return plainNames.has(plainName) || (plainName.includes('plex') && plainName.endsWith('token'));
};
