import type { AccountSummary } from '../../../shared/model/account.ts';
import { ok } from '../../../shared/result.ts';
import type { RunCommand } from '../command.ts';
import { isoTime } from '../json/iso-time.ts';
import { nameCell } from '../output/name-cell.ts';
import { table } from '../output/table.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';
import { verdictCell } from '../text/verdict-cell.ts';
import { verdictJson } from '../json/verdict-json.ts';

export const accounts: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const all = opened.value.services.accounts.summaries();
  if (input.has('json')) output.json({ accounts: all.map(accountJson) });
  else if (all.length === 0) output.note('No account is signed in here. To sign in: usher sign-in');
  else {
    output.answer(
      table(
        ['ACCOUNT', 'USER NAME', 'E-MAIL', 'TOKEN', 'VERDICT'],
        all.map(({ title, username, email, token, verdict }) => [
          nameCell(output, title),
          nameCell(output, username),
          nameCell(output, email),
          maskedTokenText(token),
          verdictCell(output, verdict),
        ]),
      ),
    );
  }
  return ok(0);
};

export const accountJson = (account: AccountSummary) => ({
  id: account.id,
  uuid: account.uuid,
  username: account.username,
  title: account.title,
  email: account.email,
  hasPlexPass: account.hasPlexPass,
  token: account.token,
  homeOf: account.homeOf,
  verdict: verdictJson(account.verdict),
  addedAt: isoTime(account.addedAt),
  signedInAt: isoTime(account.signedInAt),
});
