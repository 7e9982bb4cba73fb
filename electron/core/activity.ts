import { stringify } from 'csv-stringify/sync';
import { randomUUID } from 'node:crypto';
import * as v from 'valibot';
import type { ActivityFormat } from '../../shared/contract.ts';
import {
  activityKinds,
  activitySubjects,
  type ActivityEntry,
  type ActivityState,
} from '../../shared/model/activity.ts';
import type { AccountId, ActivityId, ServerId } from '../../shared/model/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Clock, ProfileFiles } from '../ports.ts';
import type { AccountEntry } from '../storage/profile/index-content.ts';
import { openJsonDocument } from '../storage/profile/json-document.ts';
import { SECOND_MS } from '../timing.ts';
import type { EventBus } from './event-bus.ts';

/** So that a run of deeds is one write. */
const writeAfterMs = SECOND_MS;
const mostEntries = 10_000;

/** What was done with tokens here, and what happened to them: a list for the person, without secrets. */
export interface Activity {
  state(): ActivityState;
  /** The newest first. */
  list(): readonly ActivityEntry[];
  record(deed: Deed): void;
  clear(): Promise<Result<null>>;
  /** Forgets what is older than it is kept: the person has chosen another time for that. */
  forgetOld(): Promise<Result<null>>;
  /** Writes what has not been written yet. */
  flush(): Promise<void>;
  /** Takes over what other processes write, soon after they did. Returns a function that ends it. */
  watch(): () => void;
}

export interface Deed extends Pick<ActivityEntry, 'kind' | 'what' | 'device'> {
  readonly account: Pick<AccountEntry, 'id' | 'title' | 'storage'>;
  readonly server?: { readonly id: ServerId; readonly name: string };
}

export async function openActivity(deps: {
  readonly files: ProfileFiles;
  readonly clock: Clock;
  readonly events: EventBus;
  /** How long it is kept, as the person wants it just now. */
  readonly keptForMs: () => number;
}): Promise<Result<Activity>> {
  const { files, clock, events } = deps;
  const oldestKept = (): number => clock.now() - deps.keptForMs();
  const opened = await openJsonDocument({
    files,
    name: 'activity.json',
    schema: activitySchema,
    empty: { entries: [] },
    version: 1,
    removableIn: ({ entries }) => entries.map(({ id }) => id),
    now: () => clock.now(),
  });
  if (!opened.ok) return opened;
  const document = opened.value;
  let unwritten: ActivityEntry[] = [];
  let ofSession: ActivityEntry[] = [];
  let cancelTimer: (() => void) | null = null;

  let listed: { readonly of: readonly unknown[]; readonly entries: readonly ActivityEntry[] } = {
    of: [],
    entries: [],
  };

  /** Ten thousand are sorted once for all who ask, until one comes or the oldest is too old. */
  const list = (): readonly ActivityEntry[] => {
    const oldest = oldestKept();
    const of = [unwritten, ofSession, document.value(), deps.keptForMs()] as const;
    const oldestListed = listed.entries.at(-1)?.at ?? Infinity;
    const isPresent = of.every((part, index) => part === listed.of[index]);
    if (!isPresent || oldestListed <= oldest) {
      const [fresh, held, { entries }] = of;
      listed = { of, entries: newestOf([...fresh, ...held, ...entries], oldest) };
    }
    return listed.entries;
  };

  const state = (): ActivityState => {
    const entries = list();
    return { count: entries.length, newestAt: entries[0]?.at ?? null };
  };
  const emitState = (): void => events.emit({ activity: state() });

  document.onTakenOver(emitState);

  const flush = async (): Promise<void> => {
    cancelTimer?.();
    cancelTimer = null;
    const writing = unwritten;
    if (writing.length === 0) return;
    const oldest = oldestKept();
    const written = await document.update(({ entries }) => ({
      entries: [...newestOf([...writing, ...entries], oldest)],
    }));
    // A profile that can't be written is no reason to forget: they stay for this session, and are tried again.
    if (written.ok) unwritten = unwritten.filter((entry) => !writing.includes(entry));
  };

  const record = ({ account, server, device, kind, what }: Deed): void => {
    const entry: ActivityEntry = {
      id: randomUUID() as ActivityId,
      at: clock.now(),
      kind,
      what,
      account: { id: account.id, name: account.title },
      server: server === undefined ? null : { id: server.id, name: server.name },
      ...(device === undefined ? {} : { device }),
    };
    // SECURITY: "this session only" leaves nothing of the account in the profile.
    if (account.storage === 'session') {
      ofSession = [...newestOf([entry, ...ofSession], oldestKept())];
    } else {
      unwritten = [entry, ...unwritten];
      cancelTimer ??= clock.after(writeAfterMs, () => void flush());
    }
    emitState();
  };

  return ok({
    state,
    list,
    record,
    flush,
    watch: () => document.watch(),
    forgetOld: async () => {
      const oldest = oldestKept();
      unwritten = unwritten.filter(({ at }) => at > oldest);
      ofSession = ofSession.filter(({ at }) => at > oldest);
      const updated = await document.update(({ entries }) => ({
        entries: entries.filter(({ at }) => at > oldest),
      }));
      emitState();
      return updated;
    },
    clear: async () => {
      const cleared = await document.update(() => ({ entries: [] }));
      if (!cleared.ok) return cleared;
      unwritten = [];
      ofSession = [];
      emitState();
      return ok(null);
    },
  });
}

/**
 * The newest first, each once, without what is older than they are kept. Of one instant they keep their order. What is just
 * being written is in the file before that is known here.
 */
const newestOf = (entries: readonly ActivityEntry[], oldest: number): readonly ActivityEntry[] =>
  [...new Map(entries.map((entry) => [entry.id, entry])).values()]
    .filter(({ at }) => at > oldest)
    .sort((one, other) => other.at - one.at)
    .slice(0, mostEntries);

const id = <Id extends string>() =>
  v.pipe(
    v.string(),
    v.transform((text) => text as Id),
  );

const entry = v.pipe(
  v.object({
    id: id<ActivityId>(),
    at: v.number(),
    kind: v.picklist(activityKinds),
    what: v.picklist(activitySubjects),
    account: v.object({ id: id<AccountId>(), name: v.string() }),
    server: v.nullable(v.object({ id: id<ServerId>(), name: v.string() })),
    device: v.optional(v.string()),
    // What the same was called while sources alone had one.
    sourceDevice: v.optional(v.string()),
  }),
  v.transform(({ sourceDevice, device = sourceDevice, ...rest }): ActivityEntry =>
    device === undefined ? rest : { ...rest, device },
  ),
);

/** `activity.json`. */
const activitySchema = v.object({ entries: v.array(entry) });

interface ActivityExport {
  /** A name for the file. */
  readonly name: string;
  readonly text: string;
}

/** The list as a file for other programs. Times are ISO 8601 in UTC. */
export function activityExport(
  entries: readonly ActivityEntry[],
  format: ActivityFormat,
): ActivityExport {
  const records = entries.map(({ at, kind, what, account, server, device }) => ({
    at: new Date(at).toISOString(),
    kind,
    what,
    account: account.name,
    server: server?.name ?? null,
    serverId: server?.id ?? null,
    device: device ?? null,
  }));
  return format === 'json'
    ? { name: 'usher-activity.json', text: `${JSON.stringify(records, null, 2)}\n` }
    : { name: 'usher-activity.csv', text: toCsv(records) };
}

const toCsv = (records: readonly object[]): string =>
  stringify([...records], {
    header: true,
    columns: ['at', 'kind', 'what', 'account', 'server', 'serverId', 'device'],
    record_delimiter: 'windows',
    // SECURITY: a name that begins like a formula (`=`, `+`, `-`, `@`) stays text when a spreadsheet opens the file.
    escape_formulas: true,
  });
