import { randomUUID } from 'node:crypto';
import type { AppErrorCode } from '../../shared/app-error.ts';
import type { AccountDetails } from '../../shared/model/account-details.ts';
import type { AccountSummary } from '../../shared/model/account.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient, SignedIn } from '../plex/plex-client.ts';
import { maskToken } from '../plex/mask-token.ts';
import { toAccountDetails } from '../plex/to-account-details.ts';
import type { WireAccount } from '../plex/wire-account.ts';
import type { Clock } from '../ports.ts';
import type { AccountEntry, IndexContent } from '../profile/index-content.ts';
import type { UsherIndex } from '../profile/usher-index.ts';
import type { SecretKeeper } from '../vault/secret-keeper.ts';
import type { Avatars } from './avatars.ts';
import { summarizeAccount } from './summarize-account.ts';
import { titleOf } from './title-of.ts';

/** The accounts that are signed in here. */
export interface Accounts {
  summaries(): readonly AccountSummary[];
  find(accountId: AccountId): Result<AccountEntry>;
  /** The account token, read from the vault for this one use. */
  token(accountId: AccountId): Promise<Result<string>>;
  /** Puts an account in; one that is here already gets the new token and keeps its place. */
  put(signedIn: SignedIn): Promise<Result<PutAccount>>;
  /** Asks plex.tv for the account behind the token. */
  load(accountId: AccountId): Promise<Result<AccountDetails>>;
  /** Takes the outcome of any question asked with the account token as news of it. */
  noteVerdict(accountId: AccountId, outcome: Result<unknown>): Promise<void>;
  /** Marks, deletes the secret, then takes the entry out. */
  remove(accountId: AccountId): Promise<Result<null>>;
}

export interface PutAccount {
  readonly accountId: AccountId;
  readonly title: string;
  readonly wasReplaced: boolean;
}

export interface AccountsDeps {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly plex: PlexClient;
  readonly avatars: Avatars;
  readonly clock: Clock;
  readonly events: EventBus;
}

export function createAccounts(deps: AccountsDeps): Accounts {
  const { index, keeper, plex, avatars, clock, events } = deps;
  /** Why the last question had no answer; not worth a place in the profile. */
  const unansweredBecause = new Map<AccountId, AppErrorCode>();

  const summaries = (): readonly AccountSummary[] =>
    index
      .content()
      .accounts.map((entry) =>
        summarizeAccount(
          entry,
          unansweredBecause.get(entry.id) ?? null,
          avatars.pathOf(entry.id, entry.thumbUrl),
        ),
      );
  const tell = (): void => events.emit('accounts.changed', summaries());
  avatars.onChanged(tell);

  const find = (accountId: AccountId): Result<AccountEntry> => {
    const entry = index.content().accounts.find((one) => one.id === accountId);
    return entry === undefined ? err({ code: 'account.notFound' }) : ok(entry);
  };

  const change = async (
    accountId: AccountId,
    changed: (entry: AccountEntry) => AccountEntry,
  ): Promise<Result<null>> => {
    const updated = await index.update(changeAccount(accountId, changed));
    tell();
    return updated;
  };

  const token = async (accountId: AccountId): Promise<Result<string>> => {
    const entry = find(accountId);
    return entry.ok ? keeper.read(entry.value.secretKey) : entry;
  };

  const noteVerdict = async (accountId: AccountId, outcome: Result<unknown>): Promise<void> => {
    const now = clock.now();
    if (outcome.ok) {
      unansweredBecause.delete(accountId);
      await change(accountId, (entry) => ({ ...entry, lastProvedAt: now, rejectedAt: null }));
    } else if (outcome.error.code === 'token.rejected') {
      unansweredBecause.delete(accountId);
      await change(accountId, (entry) => ({ ...entry, rejectedAt: entry.rejectedAt ?? now }));
    } else {
      unansweredBecause.set(accountId, outcome.error.code);
      tell();
    }
  };

  return {
    summaries,
    find,
    token,
    noteVerdict,
    put: async (signedIn) => {
      const facts = factsOf(signedIn.account);
      const known = index.content().accounts.find((entry) => entry.uuid === facts.uuid);
      const now = clock.now();
      const masked = maskToken(signedIn.token);
      const accountId = known?.id ?? (randomUUID() as AccountId);
      const kept = await keeper.keep(signedIn.token, {
        subject: 'account',
        replaces: known?.secretKey ?? null,
        commit: (content, secret) =>
          putEntry(content, {
            id: accountId,
            ...facts,
            ...secret,
            lastFour: masked.lastFour,
            tokenKind: masked.kind,
            addedAt: known?.addedAt ?? now,
            signedInAt: now,
            lastProvedAt: now,
            rejectedAt: null,
            isSigningOut: false,
          }),
      });
      unansweredBecause.delete(accountId);
      tell();
      if (!kept.ok) return kept;
      avatars.fetch(accountId, facts.thumbUrl);
      return ok({ accountId, title: facts.title, wasReplaced: known !== undefined });
    },
    load: async (accountId) => {
      const read = await token(accountId);
      if (!read.ok) return read;
      const account = await plex.getAccount(read.value);
      await noteVerdict(accountId, account);
      if (!account.ok) return account;
      const facts = factsOf(account.value);
      await change(accountId, (entry) => ({ ...entry, ...facts, uuid: entry.uuid }));
      avatars.fetch(accountId, facts.thumbUrl);
      return ok(toAccountDetails(accountId, clock.now(), account.value));
    },
    remove: async (accountId) => {
      const entry = find(accountId);
      if (!entry.ok) return entry;
      const marked = await change(accountId, (one) => ({ ...one, isSigningOut: true }));
      if (!marked.ok) return marked;
      const dropped = await keeper.drop(entry.value.secretKey, (content) => ({
        ...content,
        accounts: content.accounts.filter((one) => one.id !== accountId),
      }));
      if (dropped.ok) avatars.forget(accountId);
      else await change(accountId, (one) => ({ ...one, isSigningOut: false }));
      tell();
      return dropped;
    },
  };
}

const changeAccount =
  (accountId: AccountId, changed: (entry: AccountEntry) => AccountEntry) =>
  (content: IndexContent): IndexContent => ({
    ...content,
    accounts: content.accounts.map((entry) => (entry.id === accountId ? changed(entry) : entry)),
  });

function putEntry(content: IndexContent, entry: AccountEntry): IndexContent {
  const isHere = content.accounts.some((one) => one.id === entry.id);
  return {
    ...content,
    accounts: isHere
      ? content.accounts.map((one) => (one.id === entry.id ? entry : one))
      : [...content.accounts, entry],
  };
}

/** What the index keeps of an account, so that the sidebar is there before anything is asked. */
const factsOf = (account: WireAccount) => ({
  uuid: account.uuid,
  username: account.username ?? '',
  title: titleOf(account),
  email: account.email ?? '',
  thumbUrl: account.thumb,
  hasPlexPass: account.subscription.active,
});
