import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { AppError, AppErrorCode } from '../../../shared/errors.ts';
import type { DestinationState, DestinationSummary } from '../../../shared/model/app-token.ts';
import type { Destination } from '../../../shared/model/destination.ts';
import type { AppTokenId, DestinationId } from '../../../shared/model/ids.ts';
import type { MaskedToken } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type {
  Clock,
  DestinationFiles,
  DestinationLook,
  DestinationStamp,
  KeepSafe,
} from '../../ports.ts';
import type { AppTokenEntry, DestinationEntry } from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { SecretKeeper } from '../../storage/secret-keeper.ts';
import { maskToken } from '../../token-text.ts';
import type { Consent, Wisher } from '../servers/consent.ts';

/** Who may be asked whether something is to be replaced; null where nobody is there. */
export type Asked = Wisher | null;

/** A token that is to stand in the destinations of its program. */
export interface TokenToPlace {
  /** Null while it is not made yet. */
  readonly token: string | null;
  /** Tokens that Usher wrote: what holds one of them is written without a question. */
  readonly own: readonly string[];
  /** The address of the server, for where it has a place. */
  readonly url: string | null;
  /** What is to be replaced; where anything else stands it is `destination.changed`, and nobody is asked. */
  readonly expected?: string | null;
}

/** The places in files where programs read their tokens: what stands there, and what is written. */
export interface AppDestinations {
  summaryOf(entry: DestinationEntry): DestinationSummary;
  /** A destination as it is kept, before anything is written there. */
  entryFor(destination: Destination, look: DestinationLook): DestinationEntry;
  /**
   * Looks at a file, and asks whether what stands there is to be replaced. Errors: `destination.*`, `question.*`;
   * `question.declined` where nobody is there to be asked.
   */
  prepare(
    appName: string,
    destination: Destination,
    place: TokenToPlace,
    asked: Asked,
  ): Promise<Result<DestinationLook>>;
  /** Writes the token where it does not stand yet, in place of the value that was there at the look. */
  write(
    appTokenId: AppTokenId,
    entry: DestinationEntry,
    look: DestinationLook,
    place: TokenToPlace & { readonly token: string },
  ): Promise<Result<null>>;
  /** Takes the token out, where it stands. */
  clear(entry: DestinationEntry, own: readonly string[]): Promise<Result<null>>;
  restrict(entry: DestinationEntry): Promise<Result<null>>;
  /** Looks at each again that was written since. `own` reads the tokens, which may have to wait for the keychain. */
  check(app: AppTokenEntry, own: () => Promise<Result<readonly string[]>>): Promise<void>;
  /** Finishes the writes of runs that have ended in the middle of one. */
  finishInterrupted(): Promise<void>;
}

const textsSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({ before: v.string(), after: v.string() }),
);

/** A value of fewer characters is no token, and half of it would be much of what else it is. */
const shortestToken = 16;

const maskFound = (value: string | null): MaskedToken | null => {
  if (value === null || value === '') return null;
  return value.length < shortestToken ? { kind: 'classic', lastFour: '' } : maskToken(value);
};

export function createAppDestinations(deps: {
  readonly files: DestinationFiles;
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly consent: Consent;
  readonly clock: Pick<Clock, 'now'>;
}): AppDestinations {
  const { files, index, keeper, consent, clock } = deps;
  /** Why the last look or write came to nothing. */
  const troubles = new Map<DestinationId, AppErrorCode>();
  const readable = new Set<DestinationId>();

  const noteTrouble = (id: DestinationId, outcome: Result<unknown>): void => {
    if (outcome.ok) troubles.delete(id);
    else troubles.set(id, outcome.error.code);
  };

  const noteReaders = (id: DestinationId, { isReadableByOthers }: DestinationStamp): void => {
    if (isReadableByOthers) readable.add(id);
    else readable.delete(id);
  };

  /** What was seen of a file, for as long as nobody writes it. */
  const noteLook = async (
    appTokenId: AppTokenId,
    { id }: Pick<DestinationEntry, 'id'>,
    look: DestinationLook,
    own: readonly string[],
  ): Promise<Result<null>> => {
    const { value, stamp, urlKey } = look;
    noteReaders(id, stamp);
    const holds =
      value === null || value === '' ? 'nothing' : own.includes(value) ? 'thisToken' : 'another';
    return index.change('appTokens', appTokenId, (app) => ({
      ...app,
      destinations: app.destinations.map((one) =>
        one.id !== id
          ? one
          : {
              ...one,
              // What was never written is not changed by somebody else.
              holds: holds === 'another' && one.holds === 'nothing' ? 'nothing' : holds,
              found: holds === 'another' ? maskFound(value) : null,
              urlKey,
              stamp: stamp.mark,
              changedAt: holds === 'thisToken' ? null : (stamp.modifiedAt ?? clock.now()),
            },
      ),
    }));
  };

  /**
   * Changes a file while the vault holds it as it was and as it is to be.
   * SECURITY: in the vault and not beside the file: a copy there would keep a secret that was to be replaced.
   */
  const guarded = async (
    { format, path, key }: Destination,
    change: (keepSafe: KeepSafe) => Promise<Result<DestinationLook>>,
  ): Promise<Result<DestinationLook>> => {
    const held: { at: string | null } = { at: null };
    const changed = await change(async (texts) => {
      const kept = await keeper.keep(JSON.stringify(texts), {
        subject: 'destination-write',
        storage: 'keychain',
        commit: (content, place) => ({
          ...content,
          destinationWrites: [
            ...content.destinationWrites,
            {
              ...{ ...place, id: randomUUID(), format, path, key },
              ...{ lastFour: '', workedOnBy: index.instance.id },
            },
          ],
        }),
      });
      if (kept.ok) held.at = kept.value?.secretKey ?? null;
      // Windows keeps nothing as long as most files: there a kill in the middle of the write is not mended.
      return kept.ok || kept.error.code === 'vault.tooLong' ? ok(null) : kept;
    });
    const isHalf = !changed.ok && changed.error.code === 'destination.notWritten';
    if (held.at !== null && !isHalf) await keeper.drop(held.at);
    return changed;
  };

  return {
    summaryOf: ({ id, format, path, key, urlKey, holds, found, changedAt }) => {
      const reason = troubles.get(id) ?? null;
      const state = ((): DestinationState => {
        if (holds === 'nothing' && changedAt === null) return { kind: 'notWritten', reason };
        if (reason !== null) return { kind: 'notChecked', reason };
        return holds === 'thisToken'
          ? { kind: 'upToDate' }
          : { kind: 'changed', at: changedAt ?? 0, found };
      })();
      return { ...{ id, format, path, key, urlKey, state }, isReadableByOthers: readable.has(id) };
    },
    entryFor: ({ format, path, key }, { urlKey }) => ({
      ...{ id: randomUUID() as DestinationId, format, path, key, urlKey },
      ...{ holds: 'nothing', found: null, stamp: null, changedAt: null },
    }),
    prepare: async (appName, destination, { token, own, url, expected = null }, asked) => {
      const look = await files.look(destination);
      if (!look.ok) return look;
      const { value, urlKey } = look.value;
      if (expected !== null && value !== expected) return err({ code: 'destination.changed' });
      // SECURITY: nobody is asked, so that what stands for the address is the person's to keep.
      if (value !== null && own.includes(value)) return ok({ ...look.value, urlKey: null });
      if (asked === null) return err({ code: 'question.declined' });
      const allowed = await consent.ask(
        {
          ...{ kind: 'destination', appName, path: destination.path, key: destination.key },
          found: maskFound(value),
          next: token === null ? null : maskToken(token),
          url: url === null || urlKey === null ? null : { key: urlKey, next: url },
        },
        asked,
      );
      return allowed.ok ? look : allowed;
    },
    write: async (appTokenId, entry, seen, { token, own, url }) => {
      // Another value of the same file may have been written since.
      const present = await files.look(entry);
      const look =
        present.ok && present.value.value !== seen.value
          ? err<AppError>({ code: 'destination.changed' })
          : present;
      if (!look.ok) {
        noteTrouble(entry.id, look);
        return look;
      }
      const { value } = look.value;
      const { urlKey } = seen;
      const values = {
        token,
        url: url === null || urlKey === null ? null : { key: urlKey, value: url },
      };
      const written =
        value === token
          ? look
          : await guarded(entry, (keepSafe) => files.write(entry, look.value, values, keepSafe));
      noteTrouble(entry.id, written);
      if (!written.ok) return written;
      return noteLook(appTokenId, entry, written.value, [...own, token]);
    },
    clear: async (entry, own) => {
      const look = await files.look(entry);
      if (!look.ok) return look;
      const { value } = look.value;
      if (value === null || !own.includes(value)) {
        return err<AppError>({ code: 'destination.changed' });
      }
      const cleared = await guarded(entry, (keepSafe) => files.clear(entry, look.value, keepSafe));
      return cleared.ok ? ok(null) : cleared;
    },
    restrict: async (entry) => {
      const restricted = await files.restrict(entry);
      if (restricted.ok) readable.delete(entry.id);
      return restricted;
    },
    finishInterrupted: async () => {
      for (const entry of index.content().destinationWrites) {
        if (!(await index.instance.hasEnded(entry.workedOnBy))) continue;
        const read = await keeper.read(entry.secretKey);
        if (!read.ok && read.error.code !== 'vault.missing') return;
        const texts = v.safeParse(textsSchema, read.ok ? read.value : '');
        const mended = texts.success ? await files.mend(entry, texts.output) : ok(null);
        // What can't be mended now is not thrown away, but where somebody else has written the file.
        if (!mended.ok && mended.error.code !== 'destination.changed') continue;
        await keeper.drop(entry.secretKey);
      }
    },
    check: async (app, own) => {
      let tokens: Result<readonly string[]> | null = null;
      for (const entry of app.destinations) {
        const stamp = await files.stampOf(entry);
        if (stamp.ok && stamp.value.mark !== null && stamp.value.mark === entry.stamp) {
          noteReaders(entry.id, stamp.value);
          troubles.delete(entry.id);
          continue;
        }
        tokens ??= await own();
        const look = tokens.ok ? await files.look(entry) : tokens;
        noteTrouble(entry.id, look);
        if (look.ok && tokens.ok) await noteLook(app.id, entry, look.value, tokens.value);
      }
    },
  };
}
