import type { AppError } from '../../../shared/errors.ts';
import { err, ok } from '../../../shared/result.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { terminalAddressText } from '../../../shared/words/terminal-answers.ts';
import type { RunCommand } from '../command.ts';
import { serverJson } from '../json.ts';
import { chooseAccounts } from '../names.ts';
import { printable } from '../output.ts';
import { nameCell, table, type Cell } from '../tables.ts';
import { cellText, columnText, ownerText } from '../../../shared/words/terminal-tables.ts';
import { noneText } from '../../../shared/words/terminal.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';

export const servers: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const chosen = chooseAccounts(opened.value, input.operand('ACCOUNT'));
  if (!chosen.ok) return chosen;
  const { servers: directory } = opened.value.services;
  const refreshed = await Promise.all(chosen.value.map(({ id }) => directory.refresh(id)));
  // An old list is no answer to a script, which could not tell.
  const failure = refreshed.find((one): one is { ok: false; error: AppError } => !one.ok);
  if (failure !== undefined) return err(failure.error);
  const all = chosen.value.flatMap((account) =>
    directory.list(account.id).servers.map((server) => ({ account, server })),
  );
  if (input.has('json')) {
    output.json({ servers: all.map(({ account, server }) => serverJson(account, server)) });
  } else if (all.length === 0) output.note(noneText('server'));
  else {
    const columns = columnText();
    output.answer(
      [
        table(
          [
            columns.server,
            columns.account,
            columns.owner,
            columns.state,
            columns.version,
            columns.accessToken,
          ],
          all.map(({ account, server }): readonly Cell[] => [
            nameCell(output, server.name),
            nameCell(output, account.title),
            nameCell(output, ownerText(server)),
            {
              text: server.isOnline ? cellText().online : cellText().offline,
              paint: (text) => output.paint(server.isOnline ? 'good' : 'faint', text),
            },
            nameCell(output, server.version),
            maskedTokenText(server.accessToken),
          ]),
        ),
        ...addedLines(all.map(({ server }) => server)),
      ].join('\n'),
    );
  }
  return ok(0);
};

/** The addresses that the person added, with the certificates they confirmed: below the table, which has no room for them. */
function addedLines(servers: readonly ServerSummary[]): readonly string[] {
  const words = terminalAddressText();
  const lines = servers.flatMap(({ name, connections }) =>
    connections
      .filter(({ isAdded }) => isAdded)
      .flatMap(({ uri, certificate }) => [
        `  ${words.ofServer(printable(uri), printable(name))}`,
        ...(certificate === null
          ? []
          : words
              .onlyWith(certificate)
              .split('\n')
              .map((line) => `    ${line}`)),
      ]),
  );
  return lines.length === 0 ? [] : ['', words.addedTitle, ...lines];
}
