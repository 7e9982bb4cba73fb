import type { AppError } from '../../shared/errors.ts';
import type {
  HomeMember,
  HomeMemberKind,
  PlexHome,
  SwitchedHomeUser,
} from '../../shared/model/home.ts';
import type { AccountId, EpochMs } from '../../shared/model/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { HomeSwitch, SignedIn } from '../plex/plex-tv/account.ts';
import type { WireHome, WireHomeMember } from '../plex/wire/home.ts';
import type { Clock, Log } from '../ports.ts';
import type { AccountEntry } from '../storage/profile/index-content.ts';
import { titleOf } from './accounts/account-entries.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Avatars } from './accounts/avatars.ts';
import { revokeNewToken } from './sign-out/end-token.ts';

/** The Plex Home of an account: who is in it, and tokens of those who are. */
export interface Home {
  load(accountId: AccountId): Promise<Result<PlexHome>>;
  /**
   * Switches to a Home user, as a Plex app does, and keeps the token as an entry of its own under the account that asked.
   * Asks Plex once. `plex.pinRequired` and `plex.pinWrong` tell whether a PIN was sent.
   */
  switchTo(accountId: AccountId, to: HomeSwitch): Promise<Result<SwitchedHomeUser>>;
}

export function createHome(deps: {
  readonly accounts: Accounts;
  readonly avatars: Avatars;
  readonly plex: Pick<PlexClient, 'listHomeUsers' | 'switchHomeUser' | 'signOut'>;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of each entry that has got a token. */
  readonly onSwitched: (accountId: AccountId) => void;
}): Home {
  const { accounts, avatars, plex, clock, log, onSwitched } = deps;

  /** A token that could not be kept is of no use to anybody, and would be left good at Plex. */
  const giveBack = async (signedIn: SignedIn): Promise<void> => {
    const revoked = await revokeNewToken(deps, signedIn);
    if (!revoked.ok) log.warn('home.tokenLeftBehind', { code: revoked.error.code });
  };

  const ask = async (accountId: AccountId, to: HomeSwitch): Promise<Result<SignedIn>> => {
    const asked = await accounts.ask(accountId, async (token) => {
      const switched = await plex.switchHomeUser(token, to);
      // Who asks for a PIN has taken the token: that is no news of the token that asked.
      return !switched.ok && isAboutTheMember(switched.error) ? ok(switched) : wrapped(switched);
    });
    return asked.ok ? asked.value : asked;
  };

  return {
    load: async (accountId) => {
      const account = accounts.find(accountId);
      if (!account.ok) return account;
      const home = await accounts.ask(accountId, (token) => plex.listHomeUsers(token));
      if (!home.ok) return home;
      const offer = ({ uuid, thumb }: { readonly uuid: string; readonly thumb: string | null }) =>
        avatars.offer(`home-${encodeURIComponent(uuid)}`, thumb);
      return ok(toPlexHome(account.value, clock.now(), home.value, offer));
    },
    switchTo: async (accountId, to) => {
      const account = accounts.find(accountId);
      if (!account.ok) return account;
      if (to.pin !== null && !pinForm.test(to.pin)) return err({ code: 'home.pinMalformed' });
      // SECURITY: it becomes part of an address, where dots would lead elsewhere.
      if (!uuidForm.test(to.uuid)) return err({ code: 'home.memberNotFound' });
      if (to.uuid === account.value.uuid) return err({ code: 'home.ownAccount' });
      const switched = await ask(accountId, to);
      if (!switched.ok) return switched;
      // Switched from a Home user's entry, it stands beside that, under the same account.
      const put = await accounts.put(switched.value, {
        homeOf: account.value.homeOf ?? accountId,
      });
      if (!put.ok) {
        await giveBack(switched.value);
        return put;
      }
      const { accountId: switchedId, title, wasReplaced } = put.value;
      log.info('home.switched', { wasReplaced });
      onSwitched(switchedId);
      return ok({ accountId: switchedId, title, wasReplaced });
    },
  };
}

// Plex's own words for a wrong length are its code 1038, "must be four digits".
const pinForm = /^\d{4}$/;
const uuidForm = /^[\w-]{1,100}$/;

const isAboutTheMember = ({ code }: AppError): boolean =>
  code === 'plex.pinRequired' || code === 'plex.pinWrong' || code === 'home.memberNotFound';

const wrapped = <T>(result: Result<T>): Result<Result<T>> => (result.ok ? ok(result) : result);

/** What the window shows of a Home. `offerAvatar` answers where the page finds a picture. */
const toPlexHome = (
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
