import type { HomeMember, HomeMemberKind, PlexHome } from '../../shared/model/home.ts';
import type { EpochMs } from '../../shared/model/ids.ts';
import { titleOf } from '../core/accounts/account-entries.ts';
import type { WireHome, WireHomeMember } from '../plex/wire/home.ts';
import type { AccountEntry } from '../storage/profile/index-content.ts';

/** What the window shows of a Home. `offerAvatar` answers where the page finds a picture. */
export const toPlexHome = (
  account: Pick<AccountEntry, 'id' | 'uuid'>,
  askedAt: EpochMs,
  home: WireHome,
  offerAvatar: (member: WireHomeMember) => string | null,
): PlexHome => ({
  accountId: account.id,
  askedAt,
  name: home.name,
  members: home.members.map((member): HomeMember => ({
    uuid: member.uuid,
    title: titleOf(member),
    username: member.username ?? '',
    avatarPath: offerAvatar(member),
    kind: kindOf(member),
    restrictionProfile: member.restrictionProfile,
    isProtected: member.isProtected === true,
    isSelf: member.uuid === account.uuid,
  })),
});

const kindOf = (member: WireHomeMember): HomeMemberKind => {
  if (member.isAdmin === true) return 'admin';
  if (member.isGuest === true) return 'guest';
  const hasNoSignIn =
    member.username === null && member.email === null && member.hasPassword === false;
  return member.isRestricted === true || hasNoSignIn ? 'managed' : 'account';
};
