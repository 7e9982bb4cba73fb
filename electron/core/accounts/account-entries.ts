import { decodeJwt } from 'jose';
import { randomUUID } from 'node:crypto';
import type { AccountId, EpochMs } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Activity } from '../activity.ts';
import type { SignedIn } from '../../plex/plex-tv/account.ts';
import type { PlexAccount } from '../../plex/wire/account.ts';
import type { Clock } from '../../ports.ts';
import {
  withChanged,
  type AccountEntry,
  type IndexContent,
} from '../../storage/profile/index-content.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import { maskToken, tokenKind } from '../../token-text.ts';
import { staying } from '../sign-out/removals.ts';
import type { Avatars } from './avatars.ts';

/** The accounts in the profile, for the parts of `Accounts`. */
export interface AccountEntries {
  readonly find: (accountId: AccountId) => Result<AccountEntry>;
  /** And tells the list anew. */
  readonly change: (
    accountId: AccountId,
    changed: (entry: AccountEntry) => AccountEntry,
  ) => Promise<Result<null>>;
}

/** Puts an account in; one that is here already keeps its place. */
function withEntry(content: IndexContent, entry: AccountEntry): IndexContent {
  const isHere = content.accounts.some((one) => one.id === entry.id);
  return isHere
    ? withChanged('accounts', entry.id, () => entry)(content)
    : { ...content, accounts: [...content.accounts, entry] };
}

export interface PutAccount {
  readonly accountId: AccountId;
  readonly secretKey: string;
  readonly title: string;
  readonly wasReplaced: boolean;
}

export interface PutAccountDeps extends Pick<AccountEntries, 'find'> {
  readonly keeper: SecretKeeper;
  readonly avatars: Avatars;
  readonly activity: Activity;
  readonly clock: Clock;
  /** Told before anything else is done with the account. */
  readonly onChanged: (accountId: AccountId) => void;
}

export interface PutOptions {
  /** The account whose Plex Home this user was switched to from. */
  readonly homeOf?: AccountId | null;
  /** The device that the token was issued to; this installation's own by default. */
  readonly issuedTo?: 'here' | 'otherDevice';
}

/** Puts an account in, or the new token of one that is here. Not to be run twice at once for one account. */
export const createPutAccount =
  (deps: PutAccountDeps) =>
  async (
    signedIn: SignedIn,
    { homeOf = null, issuedTo = 'here' }: PutOptions = {},
  ): Promise<Result<PutAccount>> => {
    const { keeper, avatars, activity, clock, find, onChanged } = deps;
    const facts = factsOf(signedIn.account);
    const admin = homeOf === null ? null : find(homeOf);
    if (admin !== null && !admin.ok) return admin;
    const now = clock.now();
    const masked = maskToken(signedIn.token);
    const newId = randomUUID() as AccountId;
    // As the commit finds it: another process may sign in to the same account right now.
    let known: AccountEntry | undefined;
    // An account that is held until Usher quits is gone at the next start, and its Home users with it.
    const isUntilQuit = !signedIn.isRemembered || admin?.value.storage === 'session';
    const kept = await keeper.keep(signedIn.token, {
      subject: 'account',
      ...(isUntilQuit ? { storage: 'session' } : {}),
      commit: (content, secret) => {
        // By whom it was got as well: somebody who signed in here and is in the Home of another account has two tokens,
        // each with a life of its own. The one must not take the other's place, nor go when that is signed out.
        known = content.accounts.find(
          (entry) => entry.uuid === facts.uuid && entry.homeOf === homeOf,
        );
        if (homeOf !== null && !isStaying(content, homeOf)) return content;
        return withEntry(content, {
          id: known?.id ?? newId,
          ...facts,
          ...secret,
          lastFour: masked.lastFour,
          issuedTo,
          tokenKind: masked.kind,
          tokenEndsAt: jwtEnd(signedIn.token),
          addedAt: known?.addedAt ?? now,
          signedInAt: now,
          lastProvedAt: now,
          rejectedAt: null,
          lastPingedAt: null,
          isFailureTold: false,
          ...(known?.watched === undefined ? {} : { watched: known.watched }),
          ...toldOf(signedIn.account, known),
          note: known?.note ?? '',
          ...staying,
          homeOf,
        });
      },
    });
    const wasReplaced = known !== undefined;
    const accountId = known?.id ?? newId;
    onChanged(accountId);
    if (!kept.ok) return kept;
    if (kept.value === null) {
      if (homeOf !== null) return err({ code: 'account.notFound' });
      throw new Error('An account that was put in is not in.');
    }
    avatars.fetch(accountId, facts.thumbUrl);
    const { secretKey, storage } = kept.value;
    activity.record({
      kind: 'signedIn',
      what: 'accountToken',
      account: { id: accountId, title: facts.title, storage },
    });
    return ok({ accountId, secretKey, title: facts.title, wasReplaced });
  };

const isStaying = (content: IndexContent, accountId: AccountId): boolean =>
  content.accounts.some((one) => one.id === accountId && !one.isSigningOut);

/** What people see of an account: Plex's title, else the user name, the e-mail, the uuid. */
export function titleOf(
  user: Pick<PlexAccount['identity'], 'title' | 'username' | 'email' | 'friendlyName' | 'uuid'>,
): string {
  const named = [user.title, user.friendlyName, user.username, user.email];
  return named.find((name) => name !== null && name.trim() !== '') ?? user.uuid;
}

/** What the index keeps of an account, so that the sidebar is there before anything is asked. */
export const factsOf = ({ identity, thumbUrl, plexPass }: PlexAccount) => ({
  uuid: identity.uuid,
  username: identity.username ?? '',
  title: titleOf(identity),
  email: identity.email ?? '',
  thumbUrl,
  hasPlexPass: plexPass.active,
});

/** What an answer tells beside that, else what an earlier one told: not every answer does. */
export const toldOf = (
  { pastSubscriptions, trials, askedAt }: PlexAccount,
  known: Pick<AccountEntry, 'pastSubscriptions' | 'trials'> | undefined,
): Pick<AccountEntry, 'pastSubscriptions' | 'trials'> => ({
  pastSubscriptions:
    pastSubscriptions === null
      ? (known?.pastSubscriptions ?? null)
      : { at: askedAt, list: pastSubscriptions },
  trials: trials === null ? (known?.trials ?? null) : { at: askedAt, list: trials },
});

/**
 * When a Plex JWT ends: its `exp` (https://developer.plex.tv/pms/, "Authenticating with Plex": seven days after it was
 * made). Null for a token of another kind, and for one that does not say. The signature is not looked at: whether the
 * token is good is Plex's to say.
 */
export function jwtEnd(token: string): EpochMs | null {
  if (tokenKind(token) !== 'jwt') return null;
  try {
    const { exp } = decodeJwt(token);
    return typeof exp === 'number' && Number.isFinite(exp) ? exp * 1000 : null;
  } catch {
    return null;
  }
}
