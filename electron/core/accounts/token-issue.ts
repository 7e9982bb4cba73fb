import { err, ok, type Result } from '../../../shared/result.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { AccountEntry, IssuedTo } from '../../storage/profile/index-content.ts';

/** The device that the token of an entry was issued to. A Home user's always came from a switch made here. */
export const issuedToOf = ({
  homeOf,
  issuedTo,
}: Pick<AccountEntry, 'homeOf' | 'issuedTo'>): IssuedTo => (homeOf === null ? issuedTo : 'here');

/**
 * Asks plex.tv which device a token was issued to. One that is in no device's entry, as a JWT, is taken for another app's;
 * so is one that may not see the list, which the owner of a server may.
 */
export async function findIssue(
  plex: Pick<PlexClient, 'findTokenDevice'>,
  token: string,
): Promise<Result<NonNullable<IssuedTo>>> {
  const device = await plex.findTokenDevice(token);
  if (!device.ok) return device.error.code === 'plex.refused' ? ok('otherDevice') : device;
  if (device.value?.isHere === true) return ok('here');
  return ok(device.value?.isServer === true ? 'server' : 'otherDevice');
}

/**
 * Whether a token may be revoked. A media server's own may not: the server would be signed out of its account. Where it is
 * not noted whose it is, plex.tv is asked first; a token that it does not accept any more is no server's.
 */
export async function mayRevoke(
  plex: Pick<PlexClient, 'findTokenDevice'>,
  token: string,
  issuedTo: IssuedTo,
): Promise<Result<null>> {
  const known = issuedTo === null ? await findIssue(plex, token) : ok(issuedTo);
  if (known.ok) return known.value === 'server' ? err({ code: 'token.ofServer' }) : ok(null);
  return known.error.code === 'token.rejected' ? ok(null) : known;
}
