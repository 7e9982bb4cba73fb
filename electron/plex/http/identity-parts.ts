import type { ClientIdentity } from '../../ports.ts';

// Long enough for any name a person gives a computer, short enough for any server's header limit.
const longestValue = 128;

export interface IdentityParts {
  readonly headers: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [name: string, value: string])[];
}

/**
 * Who is asking, as Plex wants it on every request (https://developer.plex.tv/pms/, "Headers"). Without a client it is
 * the identifier alone.
 *
 * A value with characters beyond ASCII goes into the query instead, where Plex takes the same names: a header holds
 * bytes only, and Node and Electron turn letters into different ones.
 */
export const identityParts = (
  client: ClientIdentity | null,
  clientIdentifier: string,
): IdentityParts => {
  const names = client === null ? {} : namesOf(client);
  const values = Object.entries({ 'X-Plex-Client-Identifier': clientIdentifier, ...names })
    .map(([name, value]) => [name, clean(value)] as const)
    .filter(([, value]) => value !== '');
  return {
    headers: Object.fromEntries(values.filter(([, value]) => isAscii(value))),
    query: values.filter(([, value]) => !isAscii(value)),
  };
};

const namesOf = (client: ClientIdentity) => ({
  'X-Plex-Product': client.product,
  'X-Plex-Version': client.version,
  'X-Plex-Platform': client.platform,
  'X-Plex-Platform-Version': client.platformVersion,
  'X-Plex-Device': client.device,
  'X-Plex-Device-Name': client.deviceName,
});

// SECURITY: a line break in a computer's name must not start a header of its own.
const clean = (value: string): string =>
  value
    .slice(0, longestValue)
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
    .trim();

const isAscii = (value: string): boolean => /^[\x20-\x7e]*$/.test(value);
