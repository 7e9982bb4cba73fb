import type { AccountEntry } from '../storage/profile/index-content.ts';

/** The order in which people see accounts: as they were added, each followed by the Home users switched to from it. */
export function belowTheirAccount(accounts: readonly AccountEntry[]): readonly AccountEntry[] {
  const isThere = new Set(accounts.map(({ id }) => id));
  return accounts
    .filter(({ homeOf }) => homeOf === null || !isThere.has(homeOf))
    .flatMap((account) => [account, ...accounts.filter(({ homeOf }) => homeOf === account.id)]);
}
