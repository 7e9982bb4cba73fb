import { randomUUID } from 'node:crypto';
import type { AppError } from '../../shared/errors.ts';
import type { SecretStorage } from '../../shared/model/token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { maskToken } from '../token-text.ts';
import type { MemoryVault, VaultSwitch } from './keychain/vault-switch.ts';
import { secretPlacesIn, withoutEntry, type IndexContent } from './profile/index-content.ts';
import type { UsherIndex } from './profile/usher-index.ts';

/**
 * Keeps vault and index in step. A key stands in the index's `unfinishedKeys` before its secret is written and until its
 * secret is gone, and whenever no entry names it any more: a crash between any two steps leaves something that `finish`
 * clears up.
 */
export interface SecretKeeper {
  /**
   * The secret first, then the entry that names it; `commit` puts the entry in. Secrets that no entry names after it are
   * deleted. Null when `commit` did not take the secret, which is then deleted too.
   */
  keep(secret: string, options: KeepOptions): Promise<Result<KeptSecret | null>>;
  /**
   * The secret behind a key the index knows. The keychain's silence is looked into: locked, or removed by another
   * program, which is `vault.missing`. A secret that another program wrote over is `vault.changed`.
   */
  read(secretKey: string): Promise<Result<string>>;
  /** Deletes the secret, then takes out the entry that names it. The entry should be marked before. */
  drop(secretKey: string): Promise<Result<null>>;
  /** Lets `commit` take entries out, then deletes their secrets, now or at the next start. */
  release(commit: Commit): Promise<Result<null>>;
  /**
   * Deletes what runs left unfinished that have ended, and what this one could not delete; answers how many secrets that
   * were. What another process is at work on is let be.
   */
  finish(): Promise<Result<number>>;
}

/** Must be pure: it may run again on a newer content. */
export type Commit = (content: IndexContent) => IndexContent;

export interface KeepOptions {
  /** Whose secret, for the key: `account`, `transient-token`, `pending-pin`. */
  readonly subject: string;
  /** By default where the person chose new secrets to go. */
  readonly storage?: SecretStorage;
  readonly commit: (content: IndexContent, kept: KeptSecret) => IndexContent;
}

export interface KeptSecret {
  readonly secretKey: string;
  readonly storage: SecretStorage;
}

export function createSecretKeeper(deps: {
  readonly vault: VaultSwitch;
  /** The memory behind the switch: some secrets go there whatever the person chose. */
  readonly session: MemoryVault;
  readonly index: UsherIndex;
}): SecretKeeper {
  const { vault, session, index } = deps;
  const { instance } = index;
  /** Keys that are being written right now: unfinished, and nobody's to clear up. */
  const busyKeys = new Set<string>();

  /** Deletes secrets that no entry names. What can't be deleted stays unfinished. */
  const sweep = async (secretKeys: readonly string[]): Promise<void> => {
    for (const secretKey of secretKeys) {
      const deleted = await vault.delete(secretKey);
      if (deleted.ok) await index.update(withoutUnfinished(secretKey));
    }
  };

  /** Changes the index, then deletes the secrets that this left without an entry. */
  const commitAndSweep = async (commit: Commit): Promise<Result<null>> => {
    let orphans: readonly string[] = [];
    const committed = await index.update((content) => {
      const next = commit(content);
      orphans = keysOf(content).filter((key) => !keysOf(next).includes(key));
      return withOrphans(content, next, instance.id);
    });
    if (committed.ok) await sweep(orphans);
    return committed;
  };

  const commitKept = async (
    kept: KeptSecret,
    options: KeepOptions,
  ): Promise<Result<KeptSecret | null>> => {
    const entry = { isThere: false };
    const committed = await commitAndSweep((content) => {
      const entered = options.commit(content, kept);
      entry.isThere = keysOf(entered).includes(kept.secretKey);
      return entered;
    });
    if (committed.ok && entry.isThere) return ok(kept);
    await sweep([kept.secretKey]);
    return committed.ok ? ok(null) : committed;
  };

  const keepInKeychain = async (
    secret: string,
    options: KeepOptions,
  ): Promise<Result<KeptSecret | null>> => {
    const secretKey = `${options.subject}/${randomUUID()}`;
    busyKeys.add(secretKey);
    try {
      const announced = await index.update(withUnfinished(secretKey, instance.id));
      if (!announced.ok) return announced;
      const written = await vault.setInKeychain(secretKey, secret);
      if (written.ok) return await commitKept({ secretKey, storage: 'keychain' }, options);
      // What was written, if anything, is deleted now or later. A keychain that waits for the person in vain is not made
      // to ask again.
      if (!waitsForPerson(written.error)) await sweep([secretKey]);
      return written;
    } finally {
      busyKeys.delete(secretKey);
    }
  };

  const keepInSession = async (
    secret: string,
    options: KeepOptions,
  ): Promise<Result<KeptSecret | null>> => {
    const secretKey = `${options.subject}/${randomUUID()}`;
    session.put(secretKey, secret);
    return commitKept({ secretKey, storage: 'session' }, options);
  };

  const look = async (secretKey: string): Promise<Result<string>> => {
    const found = await vault.get(secretKey);
    if (!found.ok) return found;
    if (found.value !== null) return ok(found.value);
    const checked = await vault.check();
    if (!checked.ok) return checked;
    // The keychain may have been unlocked just for the check.
    const again = await vault.get(secretKey);
    if (!again.ok) return again;
    return again.value === null ? err({ code: 'vault.missing' }) : ok(again.value);
  };

  const endedRuns = async (): Promise<ReadonlySet<string>> => {
    const runIds = new Set(Object.values(index.content().unfinishedBy));
    const ended = new Set<string>();
    for (const runId of runIds) if (await instance.hasEnded(runId)) ended.add(runId);
    return ended;
  };

  return {
    keep: (secret, options) => {
      const storage = options.storage ?? (vault.mode() === 'sessionOnly' ? 'session' : 'keychain');
      return storage === 'session'
        ? keepInSession(secret, options)
        : keepInKeychain(secret, options);
    },
    read: async (secretKey) => {
      const found = await look(secretKey);
      // It may be another process that removed it, with its entry.
      if (!found.ok && found.error.code === 'vault.missing') await index.refresh();
      if (!found.ok) return found;
      const place = secretPlacesIn(index.content()).find((one) => one.secretKey === secretKey);
      const known = place?.lastFour ?? '';
      const isChanged = known !== '' && maskToken(found.value).lastFour !== known;
      return isChanged ? err({ code: 'vault.changed' }) : found;
    },
    drop: async (secretKey) => {
      const deleted = await vault.delete(secretKey);
      if (!deleted.ok) return deleted;
      return index.update((content) =>
        withoutUnfinished(secretKey)(withoutEntry(secretKey)(content)),
      );
    },
    release: commitAndSweep,
    finish: async () => {
      const ended = await endedRuns();
      // Only now: what a run that has ended did last is read for sure.
      const refreshed = await index.refresh();
      if (!refreshed.ok) return refreshed;
      let count = 0;
      let failure: Result<number> | null = null;
      const { unfinishedKeys, unfinishedBy } = index.content();
      for (const secretKey of unfinishedKeys) {
        const by = unfinishedBy[secretKey];
        const isOurs = by === undefined || by === instance.id || ended.has(by);
        if (busyKeys.has(secretKey) || !isOurs) continue;
        const isNamed = keysOf(index.content()).includes(secretKey);
        const deleted = isNamed ? ok(null) : await vault.delete(secretKey);
        if (!deleted.ok) {
          failure ??= deleted;
          // One secret that can't be deleted is no reason to keep the others; a keychain that is locked is.
          if (deleted.error.code === 'vault.failed') continue;
          return deleted;
        }
        const updated = await index.update(withoutUnfinished(secretKey));
        if (!updated.ok) return updated;
        if (!isNamed) count += 1;
      }
      return failure ?? ok(count);
    },
  };
}

const waitsForPerson = ({ code }: AppError): boolean =>
  code === 'vault.denied' || code === 'vault.timeout';

const keysOf = (content: IndexContent): readonly string[] =>
  secretPlacesIn(content).map(({ secretKey }) => secretKey);

/** A run begins to write this secret. */
const withUnfinished =
  (secretKey: string, runId: string) =>
  (content: IndexContent): IndexContent => ({
    ...content,
    unfinishedKeys: [...content.unfinishedKeys, secretKey],
    unfinishedBy: { ...content.unfinishedBy, [secretKey]: runId },
  });

const withoutUnfinished =
  (secretKey: string) =>
  (content: IndexContent): IndexContent =>
    withUnfinishedOnly(
      content,
      content.unfinishedKeys.filter((key) => key !== secretKey),
    );

/**
 * What an entry names is finished; what the keychain holds and no entry names any more is not, and the run that left it
 * so sees to it.
 */
function withOrphans(before: IndexContent, after: IndexContent, runId: string): IndexContent {
  const named = new Set(secretPlacesIn(after).map(({ secretKey }) => secretKey));
  const orphans = secretPlacesIn(before)
    .filter(({ storage, secretKey }) => storage === 'keychain' && !named.has(secretKey))
    .map(({ secretKey }) => secretKey);
  const unfinished = before.unfinishedKeys.filter((key) => !named.has(key));
  const isOurs = Object.fromEntries(orphans.map((key) => [key, runId]));
  return withUnfinishedOnly({ ...after, unfinishedBy: { ...isOurs, ...before.unfinishedBy } }, [
    ...new Set([...unfinished, ...orphans]),
  ]);
}

function withUnfinishedOnly(
  content: IndexContent,
  unfinishedKeys: readonly string[],
): IndexContent {
  const kept = Object.entries(content.unfinishedBy).filter(([key]) => unfinishedKeys.includes(key));
  return {
    ...content,
    unfinishedKeys: [...unfinishedKeys],
    unfinishedBy: Object.fromEntries(kept),
  };
}
