import {
  isTokenForm,
  type ServerCopyOutcome,
  type TransientTokenSummary,
} from '../../../shared/model/token.ts';
import { err, ok } from '../../../shared/result.ts';
import { durationText } from '../../../shared/words/formats.ts';
import { terminalTokenText } from '../../../shared/words/terminal-answers.ts';
import { verdictReasonText } from '../../../shared/words/verdicts.ts';
import type { RunCommand } from '../command.ts';
import { chooseServer } from '../names.ts';
import { printable } from '../output.ts';

export const copy: RunCommand = async ({ usher, output, interruption }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = await chooseServer(opened.value, input);
  if (!chosen.ok) return chosen;
  const server = { accountId: chosen.value.account.id, serverId: chosen.value.server.id };
  const { secrets, tokens, guard, clipboard } = opened.value.services;
  // Before there is a token that nobody gets to see.
  if (!clipboard.isThere()) return err({ code: 'clipboard.failed' });
  const form = input.value('as') ?? '';
  const before = tokens.latest(server);
  const copied = await secrets.copyOfServer(server, {
    mode: input.has('new') ? 'new' : 'reuse',
    form: isTokenForm(form) ? form : undefined,
  });
  if (interruption.signal.aborted) return ok(0);
  if (!copied.ok) {
    const saved = tokens.latest(server);
    if (copied.error.code === 'clipboard.failed' && saved !== null && saved.id !== before?.id) {
      const { lastFour, serverName } = saved;
      output.note(terminalTokenText().savedUncopied(lastFour, printable(serverName)));
    }
    return copied;
  }
  // It is to outlast this process.
  guard.keep();
  if (copied.value.token.storage === 'session') output.note(terminalTokenText().notSaved);
  output.note(outcomeText(copied.value));
  return ok(0);
};

function outcomeText(outcome: ServerCopyOutcome): string {
  const words = terminalTokenText();
  const { server, duration, lastFour } = factsOf(outcome.token);
  switch (outcome.kind) {
    case 'copied':
      return words.copiedPresent(lastFour, server, duration);
    case 'copiedUnchecked':
      return words.copiedUnchecked(lastFour, server, verdictReasonText(outcome.reason));
    case 'minted':
      return outcome.because === null
        ? words.copied(server, duration)
        : words.copiedInstead(server, duration);
  }
}

const factsOf = ({ serverName, remainingMs, token }: TransientTokenSummary) => ({
  server: printable(serverName),
  duration: durationText(remainingMs),
  lastFour: token.lastFour,
});
