import { randomUUID } from 'node:crypto';
import type { AppError } from '../../../shared/errors.ts';
import {
  appNameLimit,
  type AppTokenSummary,
  type AppTokenWork,
} from '../../../shared/model/app-token.ts';
import type { Destination } from '../../../shared/model/destination.ts';
import type { AccountId, AppTokenId, DestinationId, ServerId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Clock, DestinationFiles, DestinationLook, Log } from '../../ports.ts';
import type {
  AccountEntry,
  AppTokenEntry,
  DestinationEntry,
  IndexContent,
} from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import { maskToken } from '../../token-text.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { Activity, Deed } from '../activity.ts';
import type { EventBus } from '../event-bus.ts';
import type { Notices } from '../notices.ts';
import { MINUTE_MS } from '../../timing.ts';
import { createQuota, type Consent } from '../servers/consent.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { VerdictBook } from '../verdicts/verdict-book.ts';
import { createAppDestinations, type Asked } from './app-destinations.ts';
import {
  createAppTokenChanges,
  type AppTokenChanges,
  type Unwritten,
} from './app-token-changes.ts';
import { makeAppToken, type PlexAs } from './make-app-token.ts';

/** What a program is to get a token for. */
export interface NewAppToken {
  readonly accountId: AccountId;
  readonly name: string;
  /** Its address is written beside the token, where a destination has a place for it. */
  readonly serverId: ServerId | null;
  readonly destinations: readonly Destination[];
}

/** Tokens of their own for programs: made, written where the programs read them, rotated, revoked. */
export interface AppTokens extends Pick<
  AppTokenChanges,
  'rotate' | 'remove' | 'finishInterrupted'
> {
  /** As `AppTokenChanges`; `asked` tells whose wish it is. */
  replace(id: AppTokenId, asked: Asked): ReturnType<AppTokenChanges['replace']>;
  summaries(): readonly AppTokenSummary[];
  find(id: AppTokenId): Result<AppTokenEntry>;
  /** Which of them this is, or is to take the place of; null as well where the keychain does not say. */
  recognize(token: string): Promise<AppTokenEntry | null>;
  /** The token, read from the vault for this one use. */
  token(id: AppTokenId): Promise<Result<string>>;
  /**
   * Looks at every destination and asks about it before anything is made. What can't be written after all is told; the
   * token stays. `expected` is what stands in every destination now, if that is known. Errors: `appToken.*`,
   * `destination.*`, `question.*`, and Plex's.
   */
  add(
    wanted: NewAppToken,
    asked: Asked,
    expected?: string,
  ): Promise<Result<{ readonly id: AppTokenId; readonly unwritten: readonly Unwritten[] }>>;
  /** Keeps a place where the program reads its token, and writes it there. */
  addDestination(
    id: AppTokenId,
    destination: Destination,
    asked: Asked,
  ): Promise<Result<DestinationId>>;
  /** Writes the token into a destination that does not hold it. */
  write(id: AppTokenId, destinationId: DestinationId, asked: Asked): Promise<Result<null>>;
  /**
   * What stands in a destination now, empty for nothing.
   * SECURITY: for main alone; a page gets of it what asking about it shows.
   */
  valueIn(id: AppTokenId, destinationId: DestinationId): Promise<Result<string>>;
  restrict(id: AppTokenId, destinationId: DestinationId): Promise<Result<null>>;
  /** Forgets a destination; the file stays as it is. */
  removeDestination(id: AppTokenId, destinationId: DestinationId): Promise<Result<null>>;
  /** Asks Plex about a token, as its program, and takes the outcome as news of it. */
  check(id: AppTokenId): Promise<Result<null>>;
  /** Looks again at every destination that was written since. */
  lookAtDestinations(): Promise<void>;
  /** Asks Plex about every token and when it was last seen, and looks at every destination. */
  refresh(): Promise<void>;
  /** Tells the list anew: another process changed it. */
  emit(): void;
}

/** In ten minutes: more than anybody has programs around Plex. */
const mostForPage = 40;

interface AppTokensDeps {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly accounts: Pick<Accounts, 'find' | 'ask' | 'summaries'>;
  readonly servers: Pick<ServerDirectory, 'find' | 'uriOf'>;
  readonly plex: PlexClient;
  readonly plexAs: PlexAs;
  readonly files: DestinationFiles;
  readonly consent: Consent;
  readonly book: VerdictBook;
  readonly notices: Notices;
  readonly activity: Activity;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly log: Log;
}

export function createAppTokens(deps: AppTokensDeps): AppTokens {
  const { index, keeper, accounts, servers, plex, plexAs, book, activity, clock, events } = deps;
  const destinations = createAppDestinations(deps);

  // SECURITY: a page can't fill the account's list of devices.
  const madeForPage = createQuota(clock, mostForPage);

  const all = (): readonly AppTokenEntry[] => index.content().appTokens.map(withPresentAccount);
  /** An account that was signed in anew has another id. */
  const withPresentAccount = (entry: AppTokenEntry): AppTokenEntry => {
    if (accounts.find(entry.accountId).ok) return entry;
    const present = accounts
      .summaries()
      .find(({ uuid, homeOf }) => uuid === entry.accountUuid && homeOf === null);
    return present === undefined ? entry : { ...entry, accountId: present.id };
  };
  const find = (id: AppTokenId): Result<AppTokenEntry> => {
    const found = all().find((one) => one.id === id);
    return found === undefined ? err({ code: 'appToken.notFound' }) : ok(found);
  };
  const summaries = (): readonly AppTokenSummary[] =>
    all().map((entry) => ({
      ...{ id: entry.id, name: entry.name, server: entry.server, storage: entry.storage },
      account: { id: entry.accountId, title: entry.accountTitle },
      token: { kind: entry.tokenKind, lastFour: entry.lastFour },
      clientIdentifier: entry.clientIdentifier,
      ...{ madeAt: entry.madeAt, lastSeenAt: entry.lastSeenAt, verdict: book.verdict(entry) },
      work: workOf(entry, index.content()),
      destinations: entry.destinations.map((one) => destinations.summaryOf(one)),
    }));
  const emit = (): void => events.emit({ appTokens: summaries() });

  const urlOf = ({ accountId, server }: Pick<AppTokenEntry, 'accountId' | 'server'>) =>
    server === null ? null : servers.uriOf(accountId, server.id);
  const record = (entry: AppTokenEntry, kind: Deed['kind']): void => {
    const account = { id: entry.accountId, title: entry.accountTitle, storage: entry.storage };
    activity.record({ kind, what: 'appToken', device: entry.name, account });
  };

  const changes = createAppTokenChanges({ ...deps, destinations, find, urlOf, record, emit });

  /** Everything that speaks against a token for it, before Plex is asked for one. */
  const admit = (wanted: NewAppToken): Result<AccountEntry> => {
    const account = accounts.find(wanted.accountId);
    if (!account.ok) return account;
    if (!isAppName(wanted.name)) return err({ code: 'appToken.nameMalformed' });
    const isTaken = all().some(({ name }) => plainOf(name) === plainOf(wanted.name));
    if (isTaken) return err({ code: 'appToken.nameTaken' });
    const { homeOf, storage } = account.value;
    if (homeOf !== null) return err({ code: 'appToken.homeUser' });
    if (storage === 'session') return err({ code: 'appToken.needsKeychain' });
    if (wanted.serverId !== null) {
      const server = servers.find(wanted.accountId, wanted.serverId);
      if (!server.ok) return server;
      if (!server.value.isOwned) return err({ code: 'appToken.sharedServer' });
    }
    return account;
  };

  const takeTurn = (asked: Asked): Result<null> => {
    if (asked?.kind !== 'page') return ok(null);
    const waitMs = madeForPage.waitMs();
    if (waitMs > 0) {
      return err({ code: 'appToken.tooMany', minutesLeft: Math.ceil(waitMs / MINUTE_MS) });
    }
    madeForPage.use();
    return ok(null);
  };

  const isTaken = (destination: Destination): boolean =>
    all().some((app) => app.destinations.some((one) => isSamePlace(one, destination)));

  /** Of a token that is there. */
  const placeOf = async (entry: AppTokenEntry) => {
    const token = await keeper.read(entry.secretKey);
    if (!token.ok) return token;
    return ok({ token: token.value, own: [token.value], url: urlOf(entry) });
  };

  const writeTo = async (
    app: AppTokenEntry,
    entry: DestinationEntry,
    asked: Asked,
  ): Promise<Result<null>> => {
    const place = await placeOf(app);
    if (!place.ok) return place;
    const look = await destinations.prepare(app.name, entry, place.value, asked);
    if (!look.ok) return look;
    const written = await destinations.write(app.id, entry, look.value, place.value);
    if (written.ok) record(app, 'written');
    return written;
  };

  const withDestination = <T>(
    id: AppTokenId,
    destinationId: DestinationId,
    work: (app: AppTokenEntry, entry: DestinationEntry) => Promise<Result<T>>,
  ): Promise<Result<T>> =>
    changes.whileNobodyElse(id, async (app) => {
      const entry = app.destinations.find((one) => one.id === destinationId);
      return entry === undefined
        ? err<AppError>({ code: 'destination.notFound' })
        : work(app, entry);
    });

  const add: AppTokens['add'] = async (given, asked, expected) => {
    const wanted = { ...given, name: given.name.trim() };
    const account = admit(wanted);
    if (!account.ok) return account;
    const allowed = takeTurn(asked);
    if (!allowed.ok) return allowed;
    const { accountId, name, serverId } = wanted;
    const server = serverId === null ? null : servers.find(accountId, serverId);
    const named = server?.ok === true ? { id: server.value.id, name: server.value.name } : null;
    const url = urlOf({ accountId, server: named });
    const id = randomUUID() as AppTokenId;
    const entries: { readonly entry: DestinationEntry; readonly look: DestinationLook }[] = [];
    for (const destination of wanted.destinations) {
      if (isTaken(destination)) return err({ code: 'destination.taken' });
      const place = { token: null, own: [], url, expected: expected ?? null };
      const look = await destinations.prepare(name, destination, place, asked);
      if (!look.ok) return look;
      entries.push({ entry: destinations.entryFor(destination, look.value), look: look.value });
    }
    const made = await makeAppToken(deps, accountId, name, (content, facts) => ({
      ...content,
      appTokens: [
        ...content.appTokens,
        {
          ...facts,
          ...{ id, name, accountId, server: named },
          ...{ accountUuid: account.value.uuid, accountTitle: account.value.title },
          ...{ lastSeenAt: null, lastProvedAt: facts.madeAt, rejectedAt: null },
          destinations: entries.map(({ entry }) => entry),
          ...{ work: null, isClearing: false, workedOnBy: null },
        },
      ],
    }));
    if (!made.ok) return made;
    const unwritten: Unwritten[] = [];
    for (const { entry, look } of entries) {
      const { token } = made.value;
      const outcome = await destinations.write(id, entry, look, { token, own: [token], url });
      if (!outcome.ok) unwritten.push({ destination: entry, outcome });
    }
    const entry = find(id);
    if (entry.ok) record(entry.value, 'added');
    emit();
    return ok({ id, unwritten });
  };

  const lastSeenOf = async (accountId: AccountId): Promise<ReadonlyMap<string, number>> => {
    const listed = await accounts.ask(accountId, (token) => plex.listDevices(token));
    const devices = listed.ok ? listed.value.devices : [];
    return new Map(
      devices.flatMap(({ clientIdentifier, lastSeenAt }) =>
        clientIdentifier === null || lastSeenAt === null ? [] : [[clientIdentifier, lastSeenAt]],
      ),
    );
  };

  const check = async (id: AppTokenId): Promise<Result<null>> => {
    const app = find(id);
    if (!app.ok) return app;
    const token = await keeper.read(app.value.secretKey);
    if (!token.ok) return token;
    const asked = await plexAs(app.value).getAccount(token.value);
    const news = await book.note(app.value, asked);
    if (news !== null) record(app.value, news);
    emit();
    return asked.ok ? ok(null) : asked;
  };

  const lookAtDestinations = async (): Promise<void> => {
    for (const app of all()) await destinations.check(app, () => changes.ownTokens(app));
    if (all().length > 0) emit();
  };

  const refresh = async (): Promise<void> => {
    const seen = new Map<string, number>();
    for (const accountId of new Set(all().map((one) => one.accountId)))
      if (accounts.find(accountId).ok)
        for (const [identifier, at] of await lastSeenOf(accountId)) seen.set(identifier, at);
    for (const app of all()) {
      await check(app.id);
      const lastSeenAt = seen.get(app.clientIdentifier) ?? app.lastSeenAt;
      await index.change('appTokens', app.id, (one) => ({ ...one, lastSeenAt }));
    }
    await lookAtDestinations();
  };

  return {
    ...{ summaries, find, add, check, lookAtDestinations, refresh, emit },
    rotate: async (id, asked) => {
      const allowed = takeTurn(asked);
      return allowed.ok ? changes.rotate(id, asked) : allowed;
    },
    replace: async (id, asked) => {
      const allowed = takeTurn(asked);
      return allowed.ok ? changes.replace(id) : allowed;
    },
    remove: (id, options) => changes.remove(id, options),
    finishInterrupted: () => changes.finishInterrupted(),
    token: async (id) => {
      const entry = find(id);
      return entry.ok ? keeper.read(entry.value.secretKey) : entry;
    },
    recognize: async (token) => {
      const { lastFour } = maskToken(token);
      for (const entry of [...all(), ...index.content().nextAppTokens]) {
        // The keychain is asked only where it could say yes: it may have to ask the person.
        const read = entry.lastFour === lastFour ? await keeper.read(entry.secretKey) : null;
        if (read?.ok !== true || read.value !== token) continue;
        const found = find(entry.id);
        return found.ok ? found.value : null;
      }
      return null;
    },
    addDestination: (id, destination, asked) =>
      changes.whileNobodyElse(id, async (app) => {
        if (isTaken(destination)) return err<AppError>({ code: 'destination.taken' });
        const place = await placeOf(app);
        if (!place.ok) return place;
        const look = await destinations.prepare(app.name, destination, place.value, asked);
        if (!look.ok) return look;
        const entry = destinations.entryFor(destination, look.value);
        const kept = await index.change('appTokens', id, (one) => ({
          ...one,
          destinations: [...one.destinations, entry],
        }));
        if (!kept.ok) return kept;
        const written = await destinations.write(id, entry, look.value, place.value);
        if (written.ok) record(app, 'written');
        return written.ok ? ok(entry.id) : written;
      }),
    write: (id, destinationId, asked) =>
      withDestination(id, destinationId, (app, entry) => writeTo(app, entry, asked)),
    valueIn: async (id, destinationId) => {
      const app = find(id);
      if (!app.ok) return app;
      const entry = app.value.destinations.find((one) => one.id === destinationId);
      if (entry === undefined) return err({ code: 'destination.notFound' });
      const look = await deps.files.look(entry);
      return look.ok ? ok(look.value.value ?? '') : look;
    },
    restrict: (id, destinationId) =>
      withDestination(id, destinationId, (_, entry) => destinations.restrict(entry)),
    removeDestination: (id, destinationId) =>
      withDestination(id, destinationId, () =>
        index.change('appTokens', id, (one) => ({
          ...one,
          destinations: one.destinations.filter((entry) => entry.id !== destinationId),
        })),
      ),
  };
}

const workOf = ({ id, work, rejectedAt }: AppTokenEntry, content: IndexContent): AppTokenWork => {
  const next = content.nextAppTokens.find((one) => one.id === id);
  if (work !== null) return { kind: work };
  // Of one that Plex rejects there are no two that both work.
  if (next === undefined || rejectedAt !== null) return { kind: 'none' };
  return { kind: 'rotationStopped', newToken: { kind: next.tokenKind, lastFour: next.lastFour } };
};

const isAppName = (name: string): boolean =>
  name !== '' && name.length <= appNameLimit && !/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(name);

/** The same letter can be written in two ways. */
export const plainOf = (name: string): string => name.normalize().toLowerCase();

export const isSamePlace = (one: Destination, other: Destination): boolean =>
  one.path === other.path && one.key === other.key;
