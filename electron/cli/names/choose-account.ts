import type { AccountSummary } from '../../../shared/model/account.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { Usher } from '../../app.ts';
import type { NameError } from '../cli-error.ts';
import { findByName, type Named } from './find-by-name.ts';

/** The account that is named, or the only one there is. */
export function chooseAccount(
  usher: Usher,
  wanted: string | undefined,
): Result<AccountSummary, NameError> {
  const all = usher.services.accounts.summaries();
  if (wanted !== undefined) return findByName('account', all.map(toNamed), wanted);
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) return ok(only);
  return err({
    code: all.length === 0 ? 'account.notFound' : 'account.ambiguous',
    subject: 'account',
    wanted: null,
    candidates: all.map(labelOf),
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

const toNamed = (account: AccountSummary): Named<AccountSummary> => ({
  item: account,
  id: account.id,
  names: [account.username, account.title, account.email, account.uuid].filter(
    (name) => name !== '',
  ),
  label: labelOf(account),
});

const labelOf = ({ title, email, uuid }: AccountSummary): string =>
  `${title} (${email === '' ? uuid : email})`;
