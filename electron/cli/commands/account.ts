import type { AccountDetails } from '../../../shared/model/account.ts';
import { ok } from '../../../shared/result.ts';
import type { RunCommand } from '../command.ts';
import { isoTime } from '../json/iso-time.ts';
import { chooseAccount } from '../names/choose-account.ts';
import { factLines } from '../output/fact-lines.ts';

export const account: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = chooseAccount(opened.value, input.operand('ACCOUNT'));
  if (!chosen.ok) return chosen;
  const loaded = await opened.value.services.accounts.load(chosen.value.id);
  if (!loaded.ok) return loaded;
  if (input.has('json')) output.json({ account: detailsJson(loaded.value) });
  else output.answer(factLines(loaded.value.record, (text) => output.paint('heading', text)));
  return ok(0);
};

const detailsJson = ({ accountId, askedAt, record }: AccountDetails) => ({
  id: accountId,
  askedAt: isoTime(askedAt),
  record,
});
