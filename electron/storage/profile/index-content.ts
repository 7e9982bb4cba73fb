import * as v from 'valibot';
import type { RejectionCause } from '../../../shared/errors.ts';
import { destinationFormats } from '../../../shared/model/destination.ts';
import type {
  AccountId,
  AppTokenId,
  DestinationId,
  ServerId,
  TransientTokenId,
} from '../../../shared/model/ids.ts';
import type { SecretStorage } from '../../../shared/model/token.ts';
import { toldSchema } from './told-schema.ts';

const id = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.minLength(1),
    v.transform((text) => text as Id),
  );
/** Which run of Usher is at work on it, so that no other finishes it before that one has ended. */
const runId = v.optional(v.nullable(v.string()), null);
const storage = v.picklist(['keychain', 'session'] satisfies SecretStorage[]);
const epochMs = v.number();

const tokenKind = v.picklist(['classic', 'jwt', 'transient', 'claim', 'local']);

const secretPlace = {
  /** Names the secret in the vault. */
  secretKey: v.string(),
  storage,
  lastFour: v.string(),
};

/**
 * Whose device a token was issued to: this installation's, another app's, or a media server's own. Null where an Usher
 * that did not note it yet wrote the entry; until plex.tv has told, it is asked about as somebody else's.
 */
const issuedTo = v.optional(v.nullable(v.picklist(['here', 'otherDevice', 'server'])), null);

/** What whoever watches without a window was last told of, by what it is: the token itself, a server, a file. */
const watched = v.exactOptional(v.record(v.string(), v.string()));

const accountEntry = v.object({
  id: id<AccountId>(),
  uuid: v.string(),
  username: v.string(),
  title: v.string(),
  email: v.string(),
  thumbUrl: v.nullable(v.string()),
  hasPlexPass: v.nullable(v.boolean()),
  ...secretPlace,
  issuedTo,
  tokenKind,
  /** When the token says that it ends (a JWT), by the time of plex.tv. */
  tokenEndsAt: v.optional(v.nullable(epochMs), null),
  addedAt: epochMs,
  signedInAt: epochMs,
  lastProvedAt: v.nullable(epochMs),
  rejectedAt: v.nullable(epochMs),
  /** When plex.tv was last told that the token is in use, by its own time. */
  lastPingedAt: v.optional(v.nullable(epochMs), null),
  /** Whether the person was told that this token fails or is about to. */
  isFailureTold: v.optional(v.boolean(), false),
  watched,
  /** What the answer to a password sign-in holds and others may not. */
  ...toldSchema,
  /** What the person wrote about the account. */
  note: v.optional(v.string(), ''),
  /** Set before the secret is deleted, so that a removal cut short is finished at the next start. */
  isSigningOut: v.boolean(),
  /** Whether the token is still to be revoked at Plex before it is deleted. */
  isRevoking: v.optional(v.boolean(), false),
  /** The account whose Plex Home this user was switched to from; null for one that signed in itself. */
  homeOf: v.optional(v.nullable(id<AccountId>()), null),
  signingOutBy: runId,
});

const transientTokenEntry = v.object({
  id: id<TransientTokenId>(),
  accountId: id<AccountId>(),
  accountName: v.string(),
  serverId: id<ServerId>(),
  serverName: v.string(),
  ...secretPlace,
  /** These two by the time of plex.tv. */
  mintedAt: epochMs,
  expiresAt: epochMs,
  isForgotten: v.boolean(),
  lastProvedAt: v.optional(v.nullable(epochMs), null),
  rejectedAt: v.optional(v.nullable(epochMs), null),
  rejectedBecause: v.optional(
    v.nullable(
      v.picklist(['serverRestarted', 'accessEnded', 'unclear'] satisfies RejectionCause[]),
    ),
    null,
  ),
});

const waitingSignOutEntry = v.object({
  id: id<AccountId>(),
  title: v.string(),
  ...secretPlace,
  issuedTo,
  askedAt: epochMs,
});

/** Where a program reads its token. What stands there is known by its file's time and size, never by a digest. */
const destination = v.object({
  id: id<DestinationId>(),
  format: v.picklist(destinationFormats),
  path: v.string(),
  key: v.nullable(v.string()),
  /** Where the server's address is written, in the same file. */
  urlKey: v.nullable(v.string()),
  /** What was found, or written, when the file was as told by `stamp`. */
  holds: v.picklist(['thisToken', 'another', 'nothing']),
  /** What stands there in place of the token. */
  found: v.nullable(v.object({ kind: tokenKind, lastFour: v.string() })),
  stamp: v.nullable(v.string()),
  changedAt: v.nullable(epochMs),
});

const appToken = v.object({
  id: id<AppTokenId>(),
  name: v.string(),
  accountId: id<AccountId>(),
  accountUuid: v.string(),
  accountTitle: v.string(),
  server: v.nullable(v.object({ id: id<ServerId>(), name: v.string() })),
  ...secretPlace,
  tokenKind,
  /** Its own, with which it is fetched, asked about and revoked. */
  clientIdentifier: v.string(),
  madeAt: epochMs,
  lastSeenAt: v.nullable(epochMs),
  lastProvedAt: v.nullable(epochMs),
  rejectedAt: v.nullable(epochMs),
  watched,
  destinations: v.array(destination),
  work: v.nullable(v.picklist(['writing', 'rotating', 'replacing', 'removing'])),
  /** Whether the destinations are emptied when it is removed. */
  isClearing: v.boolean(),
  workedOnBy: runId,
});

/** The token that takes the place of an app token, once it is in every destination. */
const nextAppToken = v.object({
  id: id<AppTokenId>(),
  ...secretPlace,
  tokenKind,
  clientIdentifier: v.string(),
  madeAt: epochMs,
});

/** An app token that is of no more use, and is still to be revoked at Plex. */
const endingAppToken = v.object({
  id: v.string(),
  name: v.string(),
  accountUuid: v.string(),
  ...secretPlace,
  clientIdentifier: v.string(),
  workedOnBy: runId,
});

/** A destination that is being written. Its secret is the file before and after, by which a write cut short is finished. */
const destinationWrite = v.object({
  id: v.string(),
  format: v.picklist(destinationFormats),
  path: v.string(),
  key: v.nullable(v.string()),
  ...secretPlace,
  workedOnBy: runId,
});

/** An app token that is being made: until its secret is kept, its device is found by the client identifier alone. */
const appTokenInMaking = v.object({
  clientIdentifier: v.string(),
  name: v.string(),
  accountUuid: v.string(),
  madeBy: runId,
  /** Till then Plex may still act on what it was asked and did not answer. */
  openUntil: v.optional(v.nullable(epochMs), null),
});

const pendingPin = v.object({
  ...secretPlace,
  way: v.picklist(['browser', 'code']),
  expiresAt: epochMs,
  /** The account that is being signed in again; null when one is to be added. */
  forAccountId: v.optional(v.nullable(id<AccountId>()), null),
  waitedForBy: runId,
});

export type Watched = Readonly<Record<string, string>>;
export type AccountEntry = v.InferOutput<typeof accountEntry>;
export type IssuedTo = AccountEntry['issuedTo'];
export type TransientTokenEntry = v.InferOutput<typeof transientTokenEntry>;
export type WaitingSignOutEntry = v.InferOutput<typeof waitingSignOutEntry>;
export type AppTokenEntry = v.InferOutput<typeof appToken>;
export type DestinationEntry = AppTokenEntry['destinations'][number];
export type NextAppTokenEntry = v.InferOutput<typeof nextAppToken>;
export type EndingAppTokenEntry = v.InferOutput<typeof endingAppToken>;
export type DestinationWriteEntry = v.InferOutput<typeof destinationWrite>;
export type AppTokenInMaking = v.InferOutput<typeof appTokenInMaking>;
export type PendingPinEntry = v.InferOutput<typeof pendingPin>;

interface EntryTypes {
  accounts: AccountEntry;
  transientTokens: TransientTokenEntry;
  /** PINs that wait for approval, or still did when Usher closed. */
  pendingPins: PendingPinEntry;
  /** Accounts that are off the list and whose token is still to be revoked at Plex. */
  waitingSignOuts: WaitingSignOutEntry;
  appTokens: AppTokenEntry;
  nextAppTokens: NextAppTokenEntry;
  endingAppTokens: EndingAppTokenEntry;
  destinationWrites: DestinationWriteEntry;
}

/** A collection of the index whose entries each name a secret in the vault. */
export type Collection = keyof EntryTypes;
export type EntryOf<C extends Collection> = EntryTypes[C];
type Collections = { readonly [C in Collection]: EntryOf<C>[] };

/**
 * Fills every collection. This is their one list: whatever looks for entries or their secrets goes through it, so that
 * none is left out.
 */
export const eachCollection = (
  fill: <C extends Collection>(collection: C) => EntryOf<C>[],
): Collections => ({
  accounts: fill('accounts'),
  transientTokens: fill('transientTokens'),
  pendingPins: fill('pendingPins'),
  waitingSignOuts: fill('waitingSignOuts'),
  appTokens: fill('appTokens'),
  nextAppTokens: fill('nextAppTokens'),
  endingAppTokens: fill('endingAppTokens'),
  destinationWrites: fill('destinationWrites'),
});

export const entriesOf = <C extends Collection>(
  content: Collections,
  collection: C,
): EntryOf<C>[] => content[collection];

/**
 * What the vault should hold, without any secret: the profile's index. A secret that is being written or deleted stands
 * in `unfinishedKeys` until that is done, so that none is left behind unknown.
 */
export interface IndexContent extends Collections {
  readonly appTokensInMaking: AppTokenInMaking[];
  readonly unfinishedKeys: string[];
  /** Which run is at work on an unfinished key. */
  readonly unfinishedBy: Record<string, string>;
}

export const indexContentSchema: v.GenericSchema<unknown, IndexContent> = v.pipe(
  v.object({
    accounts: v.array(accountEntry),
    transientTokens: v.array(transientTokenEntry),
    pendingPins: v.optional(v.array(pendingPin), []),
    /** The only one, in version 1. */
    pendingPin: v.optional(v.nullable(pendingPin), null),
    waitingSignOuts: v.optional(v.array(waitingSignOutEntry), []),
    appTokens: v.optional(v.array(appToken), []),
    nextAppTokens: v.optional(v.array(nextAppToken), []),
    endingAppTokens: v.optional(v.array(endingAppToken), []),
    destinationWrites: v.optional(v.array(destinationWrite), []),
    appTokensInMaking: v.optional(v.array(appTokenInMaking), []),
    unfinishedKeys: v.array(v.string()),
    unfinishedBy: v.optional(v.record(v.string(), v.string()), {}),
  }),
  v.transform(({ pendingPin: only, ...content }) => ({
    ...content,
    pendingPins: only === null ? content.pendingPins : [...content.pendingPins, only],
  })),
);

export const emptyIndex: IndexContent = {
  ...eachCollection(() => []),
  appTokensInMaking: [],
  unfinishedKeys: [],
  unfinishedBy: {},
};

export interface SecretPlace {
  readonly secretKey: string;
  readonly storage: SecretStorage;
  readonly lastFour: string;
}

/** Where the secrets are that entries of the index name. */
export const secretPlacesIn = (content: IndexContent): readonly SecretPlace[] =>
  Object.values(allEntries(content)).flat();

const allEntries = (content: Collections): Collections =>
  eachCollection((collection) => entriesOf(content, collection));

/** What an entry is found by; a PIN, which has no id, by the key of its secret. */
export type KeyOf<C extends Collection> = EntryOf<C> extends { id: infer Id } ? Id : string;

const keyOf = (entry: EntryOf<Collection>): string => ('id' in entry ? entry.id : entry.secretKey);

/** The keys of all entries, told apart by their collection. */
export const entryKeysIn = (content: IndexContent): readonly string[] =>
  Object.entries<readonly EntryOf<Collection>[]>(allEntries(content)).flatMap(
    ([collection, entries]) => entries.map((entry) => `${collection}/${keyOf(entry)}`),
  );

/** With one entry of one collection changed, if it is there. */
export const withChanged =
  <C extends Collection>(
    collection: C,
    key: KeyOf<C>,
    changed: (entry: EntryOf<C>) => EntryOf<C>,
  ) =>
  (content: IndexContent): IndexContent => ({
    ...content,
    [collection]: entriesOf(content, collection).map((entry) =>
      keyOf(entry) === key ? changed(entry) : entry,
    ),
  });

/** Without the entry that names this secret. */
export const withoutEntry =
  (secretKey: string) =>
  (content: IndexContent): IndexContent => ({
    ...content,
    ...eachCollection((collection) =>
      entriesOf(content, collection).filter((entry) => entry.secretKey !== secretKey),
    ),
  });
