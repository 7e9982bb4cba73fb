import type { AccountEntry, IndexContent } from '../storage/profile/index-content.ts';

/** Puts an account in; one that is here already keeps its place. */
export function withEntry(content: IndexContent, entry: AccountEntry): IndexContent {
  const isHere = content.accounts.some((one) => one.id === entry.id);
  return {
    ...content,
    accounts: isHere
      ? content.accounts.map((one) => (one.id === entry.id ? entry : one))
      : [...content.accounts, entry],
  };
}
