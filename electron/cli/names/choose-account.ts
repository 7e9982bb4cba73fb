import type { AccountSummary } from '../../../shared/model/account.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Usher } from '../../core/usher.ts';
import type { NameError } from '../../../shared/words/terminal.ts';
import { findByName, type Named } from './find-by-name.ts';

/** The account that is named, or the only one there is. */
export function chooseAccount(
  usher: Usher,
  wanted: string | undefined,
): Result<AccountSummary, NameError> {
  const all = usher.services.accounts.summaries();
  const named = all.map((account) => toNamed(account, all));
  if (wanted !== undefined) return findByName('account', named, wanted);
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) return ok(only);
  return err({
    code: all.length === 0 ? 'account.notFound' : 'account.ambiguous',
    subject: 'account',
    wanted: null,
    candidates: named.map(({ label }) => label),
  });
}

/** All accounts, or the one that is named. */
export function chooseAccounts(
  usher: Usher,
  wanted: string | undefined,
): Result<readonly AccountSummary[], NameError> {
  const all = usher.services.accounts.summaries();
  if (wanted === undefined && all.length > 0) return ok(all);
  const chosen = chooseAccount(usher, wanted);
  return chosen.ok ? ok([chosen.value]) : chosen;
}

/** What to call an account by that is found by nothing else: its user name where nobody shares that, or its id. */
export function accountNameFor({ id, username }: AccountSummary, usher: Usher): string {
  const found = username === '' ? null : chooseAccount(usher, username);
  return found?.ok === true && found.value.id === id ? username : id;
}

const toNamed = (
  account: AccountSummary,
  all: readonly AccountSummary[],
): Named<AccountSummary> => ({
  item: account,
  id: account.id,
  names: [account.username, account.title, account.email, account.uuid].filter(
    (name) => name !== '',
  ),
  label: labelOf(account, all),
});

/** With its id: somebody who signed in may be here as a Home user of somebody else besides. */
function labelOf(
  { id, title, email, uuid, homeOf }: AccountSummary,
  all: readonly AccountSummary[],
): string {
  const admin = all.find((one) => one.id === homeOf);
  const home = homeOf === null ? [] : [`Home user of ${admin?.title ?? 'another account'}`];
  return [`${title} (${email === '' ? uuid : email})`, ...home, id].join(', ');
}
