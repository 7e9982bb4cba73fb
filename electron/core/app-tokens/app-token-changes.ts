import type { AppError } from '../../../shared/errors.ts';
import type { AppTokenId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { DestinationLook } from '../../ports.ts';
import type {
  AppTokenEntry,
  DestinationEntry,
  EndingAppTokenEntry,
  NextAppTokenEntry,
} from '../../storage/profile/index-content.ts';
import type { Deed } from '../activity.ts';
import type { Notices } from '../notices.ts';
import { proveRejected } from '../sign-out/end-token.ts';
import type { AppDestinations, Asked } from './app-destinations.ts';
import {
  makeAppToken,
  undoMaking,
  type MakingDeps,
  type ProgramIdentity,
} from './make-app-token.ts';

/** What could not be written. */
export interface Unwritten {
  readonly destination: DestinationEntry;
  readonly outcome: Extract<Result<null>, { ok: false }>;
}

/**
 * What takes an app token from one state to the next, in steps that the profile keeps:
 *
 *     here ── rotate ──> a next one made ──> in every file ──> in its place, the old one ending ──> here
 *       ╰──── remove ──> revoked ──> files emptied ──> gone
 *
 * A crash between two steps leaves it marked as of a run; when that has ended, the next start goes on from there.
 */
export interface AppTokenChanges {
  /** Works on an app token while nobody else does, in this process or another; else `appToken.busy`. */
  whileNobodyElse<T>(
    id: AppTokenId,
    run: (app: AppTokenEntry) => Promise<Result<T>>,
  ): Promise<Result<T>>;
  /**
   * Makes a new token, writes it everywhere, proves it, and revokes the old one. What stops it leaves both good, and the
   * next rotation goes on from there (`appToken.notEverywhere`).
   */
  rotate(id: AppTokenId, asked: Asked): Promise<Result<null>>;
  /**
   * Makes a new token in place of one that Plex rejects, and writes it into each file that still holds what Usher wrote last;
   * nobody is asked, and no other file is touched. What could not be written does not hold it up: the old one is dead.
   * One that Plex takes after all stays.
   */
  replace(id: AppTokenId): Promise<Result<readonly Unwritten[]>>;
  /** Revokes it at Plex, proves that, and forgets it; answers what could not be emptied. */
  remove(
    id: AppTokenId,
    options: { readonly isClearing: boolean },
  ): Promise<Result<readonly Unwritten[]>>;
  /** Finishes or undoes what runs that have ended left in the middle, and tells of it. */
  finishInterrupted(): Promise<void>;
  /** The tokens that Usher may have written for it: its own, and the one that is to take its place. */
  ownTokens(app: AppTokenEntry): Promise<Result<readonly string[]>>;
}

export function createAppTokenChanges(
  deps: MakingDeps & {
    readonly notices: Notices;
    readonly destinations: AppDestinations;
    readonly find: (id: AppTokenId) => Result<AppTokenEntry>;
    readonly urlOf: (app: AppTokenEntry) => string | null;
    readonly record: (app: AppTokenEntry, kind: Deed['kind']) => void;
    readonly emit: () => void;
  },
): AppTokenChanges {
  const { index, keeper, plexAs, clock, notices, log } = deps;
  const { destinations, find, urlOf, record, emit } = deps;
  const { instance } = index;
  const busy = new Set<AppTokenId>();
  /** Revoked at Plex, and not out of vault and profile yet: they go on being removed, whatever comes. */
  const revoked = new Set<AppTokenId>();

  const nextOf = (id: AppTokenId): NextAppTokenEntry | undefined =>
    index.content().nextAppTokens.find((one) => one.id === id);

  const ownTokens: AppTokenChanges['ownTokens'] = async (app) => {
    const tokens: string[] = [];
    for (const entry of [app, nextOf(app.id)]) {
      if (entry === undefined) continue;
      const read = await keeper.read(entry.secretKey);
      // What the keychain has lost is in no file that can be told by it; its device is revoked all the same.
      if (!read.ok && isLost(read.error)) continue;
      if (!read.ok) return read;
      tokens.push(read.value);
    }
    return ok(tokens);
  };

  const release = (id: AppTokenId): Promise<Result<null>> =>
    index.change('appTokens', id, (one) => ({
      ...one,
      ...{ work: null, isClearing: false, workedOnBy: null },
    }));

  const claimed = async <T>(
    id: AppTokenId,
    work: AppTokenEntry['work'],
    isClearing: boolean,
    run: (app: AppTokenEntry) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    await index.refresh();
    const known = find(id);
    if (!known.ok) return known;
    const { workedOnBy } = known.value;
    const isOthers = workedOnBy !== null && workedOnBy !== instance.id;
    if (busy.has(id) || (isOthers && !(await instance.hasEnded(workedOnBy)))) {
      return err({ code: 'appToken.busy' });
    }
    busy.add(id);
    try {
      const marked = await index.change('appTokens', id, (one) =>
        // Of two at once the first to write it has it.
        one.workedOnBy === workedOnBy ? { ...one, work, isClearing, workedOnBy: instance.id } : one,
      );
      if (!marked.ok) return marked;
      emit();
      const present = find(id);
      if (!present.ok) return present;
      if (present.value.workedOnBy !== instance.id) return err({ code: 'appToken.busy' });
      const done = await run(present.value);
      if (!revoked.has(id)) await release(id);
      return done;
    } finally {
      busy.delete(id);
      emit();
    }
  };

  /** SECURITY: revoked only as the program itself; Plex is asked with it once more. */
  const end = async (program: ProgramIdentity, token: string): Promise<Result<null>> => {
    const plex = plexAs(program);
    const ended = await plex.signOut(token);
    if (!ended.ok) return ended;
    const proof = await proveRejected({ plex, clock }, token);
    return !proof.ok && proof.error.code === 'token.stillAccepted' ? proof : ok(null);
  };

  /** Whose secret is gone is found by its client identifier, in the account's devices. */
  const endEntry = async (
    entry: Pick<AppTokenEntry, 'clientIdentifier' | 'name' | 'secretKey'>,
    accountUuid: string | null,
  ): Promise<Result<null>> => {
    const token = await keeper.read(entry.secretKey);
    if (token.ok) return end(entry, token.value);
    if (!isLost(token.error) || accountUuid === null) return token;
    const undone = await undoMaking(deps, { ...entry, accountUuid, openUntil: null });
    return undone.ok ? ok(null) : undone;
  };

  const dropEnding = async (entry: EndingAppTokenEntry): Promise<Result<null>> => {
    const ended = await endEntry(entry, entry.accountUuid);
    return ended.ok ? keeper.drop(entry.secretKey) : ended;
  };

  /** Every destination, looked at and asked about, before anything is changed. */
  const prepareAll = async (
    app: AppTokenEntry,
    own: readonly string[],
    asked: Asked,
  ): Promise<Result<readonly (readonly [DestinationEntry, DestinationLook])[]>> => {
    const looks: (readonly [DestinationEntry, DestinationLook])[] = [];
    const place = { token: null, own, url: urlOf(app) };
    for (const entry of app.destinations) {
      const look = await destinations.prepare(app.name, entry, place, asked);
      if (!look.ok) return look;
      looks.push([entry, look.value]);
    }
    return ok(looks);
  };

  const nextToken = async (app: AppTokenEntry): Promise<Result<string>> => {
    const known = nextOf(app.id);
    if (known !== undefined) {
      const read = await keeper.read(known.secretKey);
      const { clientIdentifier } = known;
      const proved = read.ok
        ? await plexAs({ clientIdentifier, name: app.name }).getAccount(read.value)
        : read;
      if (read.ok && proved.ok) return read;
      const isOver = !proved.ok && (proved.error.code === 'token.rejected' || isLost(proved.error));
      if (!proved.ok && !isOver) return proved;
      // It ended while the rotation stood still: written anywhere, it would take the place of one that is good.
      const ended = await endEntry({ ...known, name: app.name }, app.accountUuid);
      const dropped = ended.ok ? await keeper.drop(known.secretKey) : ended;
      if (!dropped.ok) return dropped;
    }
    const made = await makeAppToken(deps, app.accountId, app.name, (content, facts) => ({
      ...content,
      nextAppTokens: [
        ...content.nextAppTokens.filter(({ id }) => id !== app.id),
        { id: app.id, ...facts },
      ],
    }));
    return made.ok ? ok(made.value.token) : made;
  };

  /** The next one becomes the app's own; the old one is of no more use. */
  const swap = async (app: AppTokenEntry): Promise<Result<EndingAppTokenEntry>> => {
    const ending: EndingAppTokenEntry = {
      ...{ id: app.secretKey, name: app.name, accountUuid: app.accountUuid },
      ...{ secretKey: app.secretKey, storage: app.storage, lastFour: app.lastFour },
      ...{ clientIdentifier: app.clientIdentifier, workedOnBy: instance.id },
    };
    const now = clock.now();
    const outcome = { isSwapped: false };
    const swapped = await index.update((content) => {
      outcome.isSwapped = false;
      const next = content.nextAppTokens.find(({ id }) => id === app.id);
      if (next === undefined) return content;
      outcome.isSwapped = true;
      return {
        ...content,
        appTokens: content.appTokens.map((one) =>
          one.id === app.id
            ? { ...one, ...next, lastSeenAt: null, lastProvedAt: now, rejectedAt: null }
            : one,
        ),
        nextAppTokens: content.nextAppTokens.filter((one) => one !== next),
        endingAppTokens: [...content.endingAppTokens, ending],
      };
    });
    if (!swapped.ok) return swapped;
    // Else the token that is still in use would be revoked.
    return outcome.isSwapped ? ok(ending) : err({ code: 'appToken.busy' });
  };

  const rotateClaimed = async (app: AppTokenEntry, asked: Asked): Promise<Result<null>> => {
    const own = await ownTokens(app);
    if (!own.ok) return own;
    const looks = await prepareAll(app, own.value, asked);
    if (!looks.ok) return looks;
    const token = await nextToken(app);
    if (!token.ok) return token;
    emit();
    const place = { token: token.value, own: own.value, url: urlOf(app) };
    let failedCount = 0;
    for (const [entry, look] of looks.value) {
      const written = await destinations.write(app.id, entry, look, place);
      if (!written.ok) failedCount += 1;
    }
    if (failedCount > 0) return err({ code: 'appToken.notEverywhere', count: failedCount });
    return putInPlace(app, token.value);
  };

  /** The next one is proved and becomes the app's own, and the old one is ended. */
  const putInPlace = async (app: AppTokenEntry, token: string): Promise<Result<null>> => {
    const next = nextOf(app.id);
    if (next === undefined) return err({ code: 'appToken.busy' });
    const { clientIdentifier } = next;
    const proved = await plexAs({ clientIdentifier, name: app.name }).getAccount(token);
    if (!proved.ok) return proved;
    const ending = await swap(app);
    if (!ending.ok) return ending;
    record(app, 'rotated');
    // What Plex can't be told of now it is told of later: the new token is in place.
    await dropEnding(ending.value);
    return ok(null);
  };

  const replaceClaimed = async (app: AppTokenEntry): Promise<Result<readonly Unwritten[]>> => {
    const present = await keeper.read(app.secretKey);
    const proof = present.ok ? await plexAs(app).getAccount(present.value) : present;
    if (proof.ok) return ok([]);
    const isOver = proof.error.code === 'token.rejected' || isLost(proof.error);
    if (!isOver) return proof;
    const own = await ownTokens(app);
    if (!own.ok) return own;
    const token = await nextToken(app);
    if (!token.ok) return token;
    emit();
    const url = urlOf(app);
    const unwritten: Unwritten[] = [];
    for (const entry of app.destinations) {
      const held = [...own.value, token.value];
      const look = await destinations.prepare(
        app.name,
        entry,
        { token: null, own: held, url },
        null,
      );
      const outcome = look.ok
        ? await destinations.write(app.id, entry, look.value, {
            token: token.value,
            own: held,
            url,
          })
        : look.error.code === 'question.declined'
          ? err<AppError>({ code: 'destination.changed' })
          : look;
      if (!outcome.ok) unwritten.push({ destination: entry, outcome });
    }
    const placed = await putInPlace(app, token.value);
    return placed.ok ? ok(unwritten) : placed;
  };

  const removeClaimed = async (app: AppTokenEntry): Promise<Result<readonly Unwritten[]>> => {
    const next = nextOf(app.id);
    const own = await ownTokens(app);
    const ended = await endEntry(app, app.accountUuid);
    if (!ended.ok) return ended;
    if (next !== undefined) {
      const nextEnded = await endEntry({ ...next, name: app.name }, app.accountUuid);
      if (!nextEnded.ok) return nextEnded;
    }
    revoked.add(app.id);
    const unwritten: Unwritten[] = [];
    const cleared = app.isClearing && own.ok ? app.destinations : [];
    for (const entry of cleared) {
      const outcome = await destinations.clear(entry, own.ok ? own.value : []);
      if (!outcome.ok) unwritten.push({ destination: entry, outcome });
    }
    for (const { secretKey } of [...(next === undefined ? [] : [next]), app]) {
      const dropped = await keeper.drop(secretKey);
      if (!dropped.ok) return dropped;
    }
    record(app, 'revoked');
    return ok(unwritten);
  };

  const remove: AppTokenChanges['remove'] = (id, { isClearing }) =>
    claimed(id, 'removing', isClearing, removeClaimed);
  const rotate: AppTokenChanges['rotate'] = (id, asked) =>
    claimed(id, 'rotating', false, (app) => rotateClaimed(app, asked));

  const replace: AppTokenChanges['replace'] = (id) =>
    claimed(id, 'replacing', false, replaceClaimed);

  const isOfEnded = (by: string | null): Promise<boolean> => instance.hasEnded(by);

  const finishInterrupted = async (): Promise<void> => {
    await index.refresh();
    await destinations.finishInterrupted();
    const { appTokensInMaking, appTokens, endingAppTokens } = index.content();
    for (const making of appTokensInMaking) {
      if (!(await isOfEnded(making.madeBy))) continue;
      const undone = await undoMaking(deps, making);
      if (undone.ok && undone.value.wasThere) {
        notices.add({ kind: 'appTokenUndone', name: making.name });
      }
    }
    for (const { id, name, work, isClearing, workedOnBy } of appTokens) {
      const isOurs = workedOnBy === instance.id && !busy.has(id);
      if (work === null || !(isOurs || (await isOfEnded(workedOnBy)))) continue;
      const isRemoved = work === 'removing';
      if (work === 'writing' || (!isRemoved && nextOf(id) === undefined)) {
        // Nothing had come of it yet.
        await release(id);
        continue;
      }
      // Nobody is there to be asked; what needs that waits for the person.
      const done = isRemoved
        ? await remove(id, { isClearing })
        : work === 'replacing'
          ? await replace(id)
          : await rotate(id, null);
      if (done.ok) notices.add({ kind: 'appTokenFinished', name, isRemoved });
    }
    for (const entry of endingAppTokens) {
      if (entry.workedOnBy !== instance.id && !(await isOfEnded(entry.workedOnBy))) continue;
      const dropped = await dropEnding(entry);
      if (!dropped.ok) log.warn('appToken.notEnded', { code: dropped.error.code });
    }
  };

  return {
    ownTokens,
    rotate,
    replace,
    remove,
    finishInterrupted,
    whileNobodyElse: (id, run) => claimed(id, 'writing', false, run),
  };
}

/** Another program removed it from the keychain, or wrote over it. */
const isLost = ({ code }: AppError): boolean =>
  code === 'vault.missing' || code === 'vault.changed';
