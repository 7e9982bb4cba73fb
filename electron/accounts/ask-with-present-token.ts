import type { AccountId } from '../../shared/model/ids.ts';
import type { Result } from '../../shared/result.ts';
import type { Accounts, Question } from './accounts.ts';

/** As `accounts.ask`. What was answered to a token that has been replaced meanwhile is asked again with the new one. */
export async function askWithPresentToken<T>(
  accounts: Pick<Accounts, 'ask' | 'find'>,
  accountId: AccountId,
  question: Question<T>,
): Promise<Result<T>> {
  const before = accounts.find(accountId);
  const answer = await accounts.ask(accountId, question);
  const present = accounts.find(accountId);
  const isReplaced = before.ok && present.ok && before.value.secretKey !== present.value.secretKey;
  return isReplaced ? askWithPresentToken(accounts, accountId, question) : answer;
}
