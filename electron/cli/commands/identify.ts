import type { FoundToken } from '../../../shared/model/identification.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { err, ok } from '../../../shared/result.ts';
import type { RunCommand } from '../command.ts';
import { exitCode } from '../errors.ts';
import { foundTokenJson } from '../json.ts';
import { table } from '../tables.ts';
import { findingLine } from '../../../shared/words/identify.ts';
import { cellText, columnText } from '../../../shared/words/terminal-tables.ts';
import { terminalTokenText } from '../../../shared/words/terminal-answers.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';

/** What Usher takes for a text at most; the core has the exact words for more. */
const limitBytes = 4_000_000;

export const identify: RunCommand = async (context, input) => {
  const { usher, output, input: typed, interruption } = context;
  if (typed.isTerminal) output.note(terminalTokenText().paste);
  const text = await typed.text(limitBytes);
  if (text === null) return err({ code: 'identify.tooLong', limitCharacters: limitBytes });
  if (interruption.signal.aborted) return err({ code: 'signIn.cancelled' });
  const opened = await usher();
  if (!opened.ok) return opened;
  const { identifier, tokens: list } = opened.value.services;
  const started = identifier.ask(text);
  if (!started.ok) return started;
  const { tokens, isCutOff } = await identifier.settled();
  const minted = ({ mintedAs }: FoundToken): TransientTokenSummary | null =>
    list.summaries().find(({ id }) => id === mintedAs) ?? null;
  if (input.has('json')) {
    output.json({ tokens: tokens.map((one) => foundTokenJson(one, minted(one))), isCutOff });
  } else {
    const columns = columnText();
    output.answer(
      table(
        [columns.token, columns.field, columns.result],
        tokens.map((one) => [
          maskedTokenText(one.token),
          placeOf(one),
          findingLine(one, minted(one)),
        ]),
      ),
    );
    if (isCutOff) output.note(terminalTokenText().skipped);
  }
  return ok(codeOf(tokens));
};

const placeOf = ({ place: { field, label } }: FoundToken): string =>
  field !== null && label !== null ? cellText().place(field, label) : (field ?? label ?? '');

function codeOf(tokens: readonly FoundToken[]): number {
  const kinds = new Set(tokens.map(({ finding }) => finding.kind));
  if (kinds.has('refused')) return exitCode.refused;
  return kinds.has('unknown') ? exitCode.unreachable : exitCode.done;
}
