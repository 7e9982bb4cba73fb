import { ok, type Result } from '../../shared/result.ts';
import { oneAtATime } from '../one-at-a-time.ts';
import type { ProfileFiles } from '../ports.ts';
import type { DocumentOpening } from './document-opening.ts';
import { emptyIndex, indexContentSchema, type IndexContent } from './index-content.ts';
import { openJsonDocument, type JsonDocument } from './json-document.ts';
import { secretPlacesIn } from './secret-places-in.ts';

/** The index: entries kept in the profile, and those of this session that no file may know. */
export interface UsherIndex {
  readonly opening: DocumentOpening;
  content(): IndexContent;
  /** `change` must be pure: it may run again on a newer content. */
  update(change: (content: IndexContent) => IndexContent): Promise<Result<null>>;
  /** Whether the keychain should hold this key. */
  isInKeychain(secretKey: string): boolean;
}

const indexVersion = 1;

export async function openUsherIndex(
  files: ProfileFiles,
  now: () => number,
): Promise<Result<UsherIndex>> {
  const opened = await openJsonDocument({
    files,
    name: 'index.json',
    schema: indexContentSchema,
    empty: emptyIndex,
    version: indexVersion,
    now,
  });
  return opened.ok ? ok(createUsherIndex(opened.value)) : opened;
}

function createUsherIndex(document: JsonDocument<IndexContent>): UsherIndex {
  let session: IndexContent = emptyIndex;
  // One after the other, those of the session alone too: each starts from what the one before it left.
  const queue = oneAtATime();

  const whole = (kept: IndexContent): IndexContent => ({
    accounts: [...kept.accounts, ...session.accounts],
    transientTokens: [...kept.transientTokens, ...session.transientTokens],
    pendingPin: session.pendingPin ?? kept.pendingPin,
    waitingSignOuts: [...kept.waitingSignOuts, ...session.waitingSignOuts],
    unfinishedKeys: kept.unfinishedKeys,
  });

  const update = async (change: (content: IndexContent) => IndexContent): Promise<Result<null>> => {
    const next = change(whole(document.value()));
    const isFileTouched =
      JSON.stringify(partOf(next, 'keychain')) !== JSON.stringify(document.value());
    if (!isFileTouched) {
      session = partOf(next, 'session');
      return ok(null);
    }
    let nextSession = session;
    const written = await document.update((kept) => {
      const changed = change(whole(kept));
      nextSession = partOf(changed, 'session');
      return partOf(changed, 'keychain');
    });
    if (written.ok) session = nextSession;
    return written;
  };

  return {
    opening: document.opening,
    content: () => whole(document.value()),
    update: (change) => queue(() => update(change)),
    isInKeychain: (secretKey) => {
      const kept = document.value();
      return (
        kept.unfinishedKeys.includes(secretKey) ||
        secretPlacesIn(kept).some((place) => place.secretKey === secretKey)
      );
    },
  };
}

function partOf(content: IndexContent, storage: 'keychain' | 'session'): IndexContent {
  return {
    accounts: content.accounts.filter((entry) => entry.storage === storage),
    transientTokens: content.transientTokens.filter((entry) => entry.storage === storage),
    pendingPin: content.pendingPin?.storage === storage ? content.pendingPin : null,
    waitingSignOuts: content.waitingSignOuts.filter((entry) => entry.storage === storage),
    unfinishedKeys: storage === 'keychain' ? content.unfinishedKeys : [],
  };
}
