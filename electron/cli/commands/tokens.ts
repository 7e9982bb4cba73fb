import { ok } from '../../../shared/result.ts';
import { durationText } from '../../../shared/words/formats.ts';
import type { RunCommand } from '../command.ts';
import { tokenJson } from '../json/token-json.ts';
import { unexpiredTokens } from '../names/unexpired-tokens.ts';
import { nameCell } from '../output/name-cell.ts';
import { table } from '../output/table.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';
import { verdictCell } from '../text/verdict-cell.ts';

export const tokens: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const all = unexpiredTokens(opened.value);
  if (input.has('json')) output.json({ tokens: all.map(tokenJson) });
  else if (all.length === 0) output.note('No transient token is kept here.');
  else {
    output.answer(
      table(
        ['TOKEN', 'SERVER', 'ACCOUNT', 'VERDICT', 'ENDS IN', 'ID'],
        all.map(({ token, serverName, accountName, verdict, remainingMs, id }) => [
          maskedTokenText(token),
          nameCell(output, serverName),
          nameCell(output, accountName),
          verdictCell(output, verdict),
          durationText(remainingMs),
          id,
        ]),
      ),
    );
  }
  return ok(0);
};
