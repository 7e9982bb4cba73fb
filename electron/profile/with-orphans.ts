import type { IndexContent } from './index-content.ts';
import { secretPlacesIn } from './secret-places-in.ts';

/** What an entry names is finished; what the keychain holds and no entry names any more is not. */
export function withOrphans(before: IndexContent, after: IndexContent): IndexContent {
  const named = new Set(secretPlacesIn(after).map(({ secretKey }) => secretKey));
  const inKeychain = secretPlacesIn(before)
    .filter(({ storage }) => storage === 'keychain')
    .map(({ secretKey }) => secretKey);
  const unfinished = [...before.unfinishedKeys, ...inKeychain].filter((key) => !named.has(key));
  return { ...after, unfinishedKeys: [...new Set(unfinished)] };
}
