import type { Verdict } from '../../../shared/model/token.ts';
import { ok } from '../../../shared/result.ts';
import { askAboutAccounts, type AccountStatus } from '../../core/verdicts/ask-everything.ts';
import type { RunCommand } from '../command.ts';
import { exitCode } from '../errors.ts';
import { verdictJson } from '../json.ts';
import type { Output } from '../output.ts';
import { nameCell, table, verdictCell, type Cell } from '../tables.ts';
import { columnText } from '../../../shared/words/terminal-tables.ts';
import { noneText } from '../../../shared/words/terminal.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';

export const status: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const all = await askAboutAccounts(opened.value.services);
  if (input.has('json')) output.json({ accounts: all.map(statusJson) });
  else if (all.length === 0) output.note(noneText('account'));
  else output.answer(tableOf(output, all));
  return ok(
    codeOfVerdicts(
      all.flatMap(({ verdict, servers }) => [verdict, ...servers.map((one) => one.verdict)]),
    ),
  );
};

/**
 * A token that was refused first: rejected, or of a kind that its server does not take. Then why others could not be asked
 * about.
 */
export function codeOfVerdicts(verdicts: readonly Verdict[]): number {
  const unknown = verdicts.filter((verdict) => verdict.kind === 'unknown');
  const isRefused =
    verdicts.some(({ kind }) => kind === 'rejected') ||
    unknown.some(({ reason }) => reason === 'server.jwtRefused');
  if (isRefused) return exitCode.refused;
  if (unknown.some(({ reason }) => reason?.startsWith('vault.') === true)) return exitCode.vault;
  return unknown.length === 0 ? exitCode.done : exitCode.unreachable;
}

const tableOf = (output: Output, all: readonly AccountStatus[]): string => {
  const columns = columnText();
  return table(
    [columns.account, columns.server, columns.token, columns.status],
    statusRows(output, all),
  );
};

/** A row for each account and each of its servers: account, server, token, verdict. */
export const statusRows = (
  output: Output,
  all: readonly AccountStatus[],
): readonly (readonly Cell[])[] =>
  all.flatMap(({ account, verdict, servers }) => [
    [
      nameCell(output, account.title),
      '',
      maskedTokenText(account.token),
      verdictCell(output, verdict),
    ],
    ...servers.map(({ server, verdict: ofServer }) => [
      nameCell(output, account.title),
      nameCell(output, server.name),
      maskedTokenText(server.accessToken),
      verdictCell(output, ofServer),
    ]),
  ]);

const statusJson = ({ account, verdict, servers }: AccountStatus) => ({
  id: account.id,
  username: account.username,
  title: account.title,
  token: account.token,
  verdict: verdictJson(verdict),
  servers: servers.map(({ server, verdict: ofServer }) => ({
    machineIdentifier: server.id,
    name: server.name,
    accessToken: server.accessToken,
    verdict: verdictJson(ofServer),
  })),
});
