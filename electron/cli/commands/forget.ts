import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { ok } from '../../../shared/result.ts';
import type { RunCommand } from '../command.ts';
import { tokenJson } from '../json/token-json.ts';
import { findByName, type Named } from '../names/find-by-name.ts';
import { unexpiredTokens } from '../names/unexpired-tokens.ts';
import { printable } from '../output/printable.ts';

export const forget: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const named = unexpiredTokens(opened.value).map(toNamed);
  const found = findByName('token', named, input.operand('TOKEN') ?? '');
  if (!found.ok) return found;
  const token = found.value;
  const forgotten = await opened.value.services.tokens.forget(token.id);
  if (!forgotten.ok) return forgotten;
  if (input.has('json')) output.json({ forgotten: tokenJson(token) });
  else {
    output.note(
      `Forgot the token …${token.token.lastFour} of ${printable(token.serverName)}. At the server it ends by itself.`,
    );
  }
  return ok(0);
};

const toNamed = (token: TransientTokenSummary): Named<TransientTokenSummary> => ({
  item: token,
  id: token.id,
  names: [token.token.lastFour, token.serverName],
  label: `${token.id} …${token.token.lastFour} of ${token.serverName}`,
});
