import { ok } from '../../../shared/result.ts';
import { durationText } from '../../../shared/words/formats.ts';
import { columnText } from '../../../shared/words/terminal-tables.ts';
import { terminalTokenText } from '../../../shared/words/terminal-answers.ts';
import { noneText } from '../../../shared/words/terminal.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';
import type { RunCommand } from '../command.ts';
import { tokenJson } from '../json.ts';
import { chooseToken, unexpiredTokens } from '../names.ts';
import { printable } from '../output.ts';
import { nameCell, table, verdictCell } from '../tables.ts';

export const tokens: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const all = unexpiredTokens(opened.value);
  if (input.has('json')) output.json({ tokens: all.map(tokenJson) });
  else if (all.length === 0) output.note(noneText('token'));
  else {
    const columns = columnText();
    output.answer(
      table(
        [
          columns.token,
          columns.server,
          columns.account,
          columns.status,
          columns.expiresIn,
          columns.id,
        ],
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

export const forget: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const all = unexpiredTokens(opened.value);
  const found = await chooseToken(opened.value, all, input.operand('TOKEN') ?? '');
  if (!found.ok) return found;
  const token = found.value;
  const forgotten = await opened.value.services.tokens.forget(token.id);
  if (!forgotten.ok) return forgotten;
  if (input.has('json')) output.json({ forgotten: tokenJson(token) });
  else {
    output.note(terminalTokenText().forgot(token.token.lastFour, printable(token.serverName)));
  }
  return ok(0);
};
