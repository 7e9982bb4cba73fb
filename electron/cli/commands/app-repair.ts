import { replaceableApps } from '../../../shared/model/app-token.ts';
import { err, ok } from '../../../shared/result.ts';
import { errorText } from '../../../shared/words/errors.ts';
import { terminalQuestionText } from '../../../shared/words/questions.ts';
import { terminalAppText } from '../../../shared/words/terminal-apps.ts';
import { exitCode, usageError } from '../errors.ts';
import { printable } from '../output.ts';
import { appJson, appTable, noteUnwritten, type Act } from './app-output.ts';

/** Makes the tokens anew that Plex rejects, after one question about all of them, and tells what came of each. */
export const repair: Act = async (usher, { output, input: terminal }, input) => {
  const { appTokens, accounts } = usher.services;
  await appTokens.refresh();
  const words = terminalAppText();
  const rejected = appTokens.summaries().filter(({ verdict }) => verdict.kind === 'rejected');
  const wanted = replaceableApps(rejected, accounts.summaries());
  for (const one of rejected) {
    if (!wanted.includes(one)) output.note(words.accountFirst(printable(one.name)));
  }
  if (wanted.length === 0 && !input.has('json')) {
    if (rejected.length === 0) output.note(words.nothingToRepair);
    return ok(rejected.length === 0 ? exitCode.done : exitCode.refused);
  }
  if (wanted.length > 0 && !input.has('yes')) {
    if (!terminal.isTerminal) return err(usageError(words.repairNeedsYes));
    output.note(appTable(output, wanted));
    const answer = await terminal.ask(words.repairQuestion(wanted.length));
    if (!terminalQuestionText().yes.includes(answer?.trim().toLowerCase() ?? '')) {
      return err({ code: 'question.declined' });
    }
  }
  const byPerson = { kind: 'person', isConfirmed: true } as const;
  let code: number = rejected.length > wanted.length ? exitCode.refused : exitCode.done;
  for (const { id, name } of wanted) {
    const replaced = await appTokens.replace(id, byPerson);
    if (!replaced.ok) {
      output.note(words.notRepaired(printable(name), errorText(replaced.error).title));
      code = exitCode.refused;
      continue;
    }
    output.note(words.repaired(printable(name)));
    const isWritten = noteUnwritten(output, replaced.value, words.unwritten) === exitCode.done;
    const readsNoFile = appTokens
      .summaries()
      .some((one) => one.id === id && one.destinations.length === 0);
    if (!isWritten) code = exitCode.refused;
    if (!isWritten || readsNoFile) output.note(words.toPaste(printable(name)));
  }
  if (input.has('json')) {
    const ids = new Set(wanted.map(({ id }) => id));
    const present = appTokens.summaries().filter(({ id }) => ids.has(id));
    output.json({ repaired: present.map(appJson) });
  }
  return ok(code);
};
