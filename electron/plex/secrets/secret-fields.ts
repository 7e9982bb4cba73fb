/**
 * The one list of the fields in which Plex sends secrets; the parser of records and the scrubber of logs both ask it.
 * Names from the account object and the sign-in form (https://plex.tv/api/v2), the XML of v1, and the headers and
 * JWT calls of https://developer.plex.tv/pms/. Written in lower case without `-` and `_`, so that one entry stands
 * for `authToken`, `auth_token` and `Auth-Token`.
 */
const secretNames: ReadonlySet<string> = new Set([
  'authorization',
  'clientsecret',
  'cookie',
  'jwt',
  'password',
  'pin',
  'privatekey',
  // Mail to this address, or a post with this id, adds to the account's queue.
  'queueemail',
  'queueuid',
  'secret',
  'setcookie',
  'token',
  'verificationcode',
]);

// SECURITY: by ending too, so that a field Plex adds tomorrow (`somethingToken`) is hidden before anybody lists it.
const secretEndings = ['token', 'secret', 'password'];

// `hasPassword` and its like say whether there is a secret, and are worth showing.
const aboutASecret = /^(has|is)[A-Z_-]/;

/** Whether the value of a field, attribute, parameter or header of this name is a secret. */
export const isSecretField = (name: string): boolean => {
  if (aboutASecret.test(name)) return false;
  const plainName = name.toLowerCase().replaceAll(/[-_]/g, '');
  return secretNames.has(plainName) || secretEndings.some((ending) => plainName.endsWith(ending));
};

/** Whether a field of this name, the plural of a secret one, holds secrets where it is a list or an object of texts. */
export const isSecretList = (name: string): boolean =>
  /s$/i.test(name) && isSecretField(name.slice(0, -1));

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

/** Tokens that tell what they are (https://developer.plex.tv/pms/): transient ones, claim codes, JWTs. */
export const tellingToken =
  /transient-[\w-]{8,}|(?<![a-z]{2})claim-[\w-]{8,}|(?:(?<![\w-])|(?<=%(?:25)*[0-9A-F]{2}))eyJ[\w-]*(?:\.|%(?:25)*2E)[\w-]+(?:\.|%(?:25)*2E)[\w-]*/gi;
