import { isTokenForm, type TransientTokenSummary } from '../../../shared/model/token.ts';
import { err, ok } from '../../../shared/result.ts';
import { durationText } from '../../../shared/words/formats.ts';
import { terminalTokenText } from '../../../shared/words/terminal-answers.ts';
import type { RunCommand } from '../command.ts';
import { isoTime } from '../json.ts';
import { chooseServer } from '../names.ts';
import { printable } from '../output.ts';

export const mint: RunCommand = async ({ usher, output, interruption }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = await chooseServer(opened.value, input);
  if (!chosen.ok) return chosen;
  const { account, server } = chosen.value;
  const { tokens, secrets, guard, clipboard } = opened.value.services;
  // Before there is a token that nobody gets to see.
  if (input.has('copy') && !clipboard.isThere()) return err({ code: 'clipboard.failed' });
  const minted = await tokens.mint(account.id, server.id);
  if (!minted.ok) return minted;
  const named = input.value('as') ?? '';
  const form = isTokenForm(named) ? named : undefined;
  const kept = await minted.value.kept;
  if (!kept.ok) return kept;
  // Interrupted, it is kept, and nobody waits for it any more.
  if (interruption.signal.aborted) return ok(0);

  const token = kept.value;
  if (token.storage === 'session') {
    output.note(terminalTokenText().notSaved);
  }
  if (!input.has('copy')) {
    output.answer(secrets.writeMinted(minted.value, form ?? 'raw', factsOf(token)));
    return ok(0);
  }
  const copied = await secrets.copyMinted(minted.value, form, factsOf(token));
  if (!copied.ok) {
    if (token.storage === 'keychain') {
      const { lastFour } = token.token;
      output.note(terminalTokenText().savedUncopied(lastFour, printable(token.serverName)));
    }
    return copied;
  }
  // It is to outlast this process.
  guard.keep();
  output.note(
    terminalTokenText().copied(printable(token.serverName), durationText(token.remainingMs)),
  );
  return ok(0);
};

const factsOf = (token: TransientTokenSummary): Readonly<Record<string, string | null>> => ({
  id: token.id,
  server: token.serverName,
  machineIdentifier: token.serverId,
  account: token.accountName,
  expiresAt: isoTime(token.expiresAt),
});
