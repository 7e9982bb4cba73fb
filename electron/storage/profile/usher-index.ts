import { randomUUID } from 'node:crypto';
import type { SecretStorage } from '../../../shared/model/token.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { ProfileFiles } from '../../ports.ts';
import { oneAtATime } from '../../timing.ts';
import {
  eachCollection,
  emptyIndex,
  entriesOf,
  entryKeysIn,
  indexContentSchema,
  secretPlacesIn,
  withChanged,
  type Collection,
  type EntryOf,
  type IndexContent,
  type KeyOf,
} from './index-content.ts';
import { openJsonDocument, type DocumentOpening, type JsonDocument } from './json-document.ts';

/** The index: entries kept in the profile, and those of this session that no file may know. */
export interface UsherIndex {
  readonly opening: DocumentOpening;
  readonly instance: Instance;
  /** Written by a newer Usher: what it keeps, here and elsewhere, is let be. */
  isTooNew(): boolean;
  content(): IndexContent;
  /** `change` must be pure: it may run again on a newer content. */
  update(change: (content: IndexContent) => IndexContent): Promise<Result<null>>;
  /** Changes one entry, if it is there; `changed` must be pure as well. */
  change<C extends Collection>(
    collection: C,
    key: KeyOf<C>,
    changed: (entry: EntryOf<C>) => EntryOf<C>,
  ): Promise<Result<null>>;
  /** Takes over what another process wrote. */
  refresh(): Promise<Result<null>>;
  /** Takes over what other processes write, soon after they did. Returns a function that ends it. */
  watch(): () => void;
  /** Called with the content before, whenever that of another process was taken over. */
  onTakenOver(listener: (before: IndexContent) => void): void;
  /** Whether the keychain should hold this key. */
  isInKeychain(secretKey: string): boolean;
}

const name = 'index.json';
/** Version 1 had one pending PIN, and runs marked nothing as theirs; version 2 no app tokens, which its Usher would drop. */
const version = 3;

export async function openUsherIndex(
  files: ProfileFiles,
  now: () => number,
): Promise<Result<UsherIndex>> {
  const schema = indexContentSchema;
  const opened = await openJsonDocument({
    ...{ files, name, schema, empty: emptyIndex, version, now },
    removableIn: entryKeysIn,
  });
  return opened.ok ? ok(createUsherIndex(opened.value, files)) : opened;
}

function createUsherIndex(document: JsonDocument<IndexContent>, files: ProfileFiles): UsherIndex {
  const instance = createInstance(files);
  let session: IndexContent = emptyIndex;
  let takenOver: (before: IndexContent) => void = () => undefined;
  // One after the other, those of the session alone too: each starts from what the one before it left.
  const queue = oneAtATime();

  const whole = (kept: IndexContent): IndexContent => ({
    ...kept,
    ...eachCollection((collection) => [
      ...entriesOf(kept, collection),
      ...entriesOf(session, collection),
    ]),
  });

  let before: IndexContent | null = null;
  document.onTakenOver((kept) => {
    before ??= whole(kept);
  });

  /** Others' changes are told of when this one is through, so that whoever is told finds everything in place. */
  const inTurn = (work: () => Promise<Result<null>>): Promise<Result<null>> =>
    queue(async () => {
      const outcome = await work();
      const last = before;
      before = null;
      if (last !== null) takenOver(last);
      return outcome;
    });

  const update = async (change: (content: IndexContent) => IndexContent): Promise<Result<null>> => {
    const next = change(whole(document.value()));
    const isFileTouched =
      JSON.stringify(partOf(next, 'keychain')) !== JSON.stringify(document.value());
    if (!isFileTouched) {
      session = partOf(next, 'session');
      return ok(null);
    }
    const begun = await instance.begin();
    if (!begun.ok) return begun;
    let nextSession = session;
    const written = await document.update((kept) => {
      const changed = change(whole(kept));
      nextSession = partOf(changed, 'session');
      return partOf(changed, 'keychain');
    });
    if (written.ok) session = nextSession;
    return written;
  };

  const updateInTurn: UsherIndex['update'] = (change) => inTurn(() => update(change));

  const refresh = (): Promise<Result<null>> => inTurn(() => document.refresh());

  return {
    opening: document.opening,
    instance,
    isTooNew: () => document.isTooNew(),
    content: () => whole(document.value()),
    update: updateInTurn,
    change: (collection, key, changed) => updateInTurn(withChanged(collection, key, changed)),
    refresh,
    watch: () => files.watch(name, () => void refresh()),
    onTakenOver: (listener) => {
      takenOver = listener;
    },
    isInKeychain: (secretKey) => {
      const kept = document.value();
      return (
        kept.unfinishedKeys.includes(secretKey) ||
        secretPlacesIn(kept).some((place) => place.secretKey === secretKey)
      );
    },
  };
}

/** What is stored so: the keys that are unfinished are all of the keychain. */
const partOf = (content: IndexContent, storage: SecretStorage): IndexContent => ({
  ...(storage === 'keychain' ? content : emptyIndex),
  ...eachCollection((collection) =>
    entriesOf(content, collection).filter((entry) => entry.storage === storage),
  ),
});

/** This process among those that share the profile: what it marks with its id is its own for as long as it lives. */
export interface Instance {
  readonly id: string;
  /** Makes it known as alive, before anything is marked with it. */
  begin(): Promise<Result<null>>;
  /** Whether what is marked so is nobody's any more: of a run that has ended, or of an Usher that marked nothing. */
  hasEnded(runId: string | null): Promise<boolean>;
  end(): Promise<void>;
}

function createInstance(files: Pick<ProfileFiles, 'announce' | 'isAlive'>): Instance {
  const id = randomUUID();
  let begun: Promise<Result<() => Promise<void>>> | null = null;
  return {
    id,
    begin: async () => {
      begun ??= files.announce(id);
      const outcome = await begun;
      if (outcome.ok) return ok(null);
      // Tried again with the next change.
      begun = null;
      return outcome;
    },
    hasEnded: async (runId) => {
      if (runId === id) return false;
      return runId === null || !(await files.isAlive(runId));
    },
    end: async () => {
      const outcome = await begun;
      begun = null;
      if (outcome?.ok === true) await outcome.value();
    },
  };
}
