import { secretPlacesIn, type IndexContent } from '../storage/profile/index-content.ts';

/** A run begins to write this secret. */
export const withUnfinished =
  (secretKey: string, runId: string) =>
  (content: IndexContent): IndexContent => ({
    ...content,
    unfinishedKeys: [...content.unfinishedKeys, secretKey],
    unfinishedBy: { ...content.unfinishedBy, [secretKey]: runId },
  });

export const withoutUnfinished =
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
export function withOrphans(
  before: IndexContent,
  after: IndexContent,
  runId: string,
): IndexContent {
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
