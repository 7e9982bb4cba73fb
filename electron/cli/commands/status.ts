import type { AccountSummary } from '../../../shared/model/account.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { Verdict } from '../../../shared/model/token.ts';
import { ok } from '../../../shared/result.ts';
import type { Usher } from '../../core/usher.ts';
import type { RunCommand } from '../command.ts';
import { exitCode } from '../errors.ts';
import { verdictJson } from '../json.ts';
import type { Output } from '../output.ts';
import { nameCell, table, verdictCell } from '../tables.ts';
import { columnText } from '../../../shared/words/terminal-tables.ts';
import { noneText } from '../../../shared/words/terminal.ts';
import { maskedTokenText } from '../../../shared/words/tokens.ts';

/** An account with what is known of its token, and the same of each of its servers. */
interface AccountStatus {
  readonly account: AccountSummary;
  readonly verdict: Verdict;
  readonly servers: readonly { readonly server: ServerSummary; readonly verdict: Verdict }[];
}

export const status: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  const accounts = opened.value.services.accounts.summaries();
  const asked = await Promise.all(accounts.map((account) => ask(opened.value, account)));
  const all = asked.filter((one) => one !== null);
  if (input.has('json')) output.json({ accounts: all.map(statusJson) });
  else if (all.length === 0) output.note(noneText('account'));
  else output.answer(tableOf(output, all));
  return ok(codeOf(all));
};

const notAsked: Verdict = { kind: 'unknown', reason: null, lastProvedAt: null };

/** Null when the account went meanwhile. */
async function ask(usher: Usher, { id }: AccountSummary): Promise<AccountStatus | null> {
  const { servers, verdicts } = usher.services;
  // It proves the account token too, and brings the access tokens of today.
  const refreshed = await servers.refresh(id);
  const account = usher.services.accounts.summaries().find((one) => one.id === id);
  if (account === undefined) return null;
  const present = servers.list(id).servers;
  const found = refreshed.ok
    ? await verdicts.check(
        present.map((server) => ({ kind: 'access', accountId: id, serverId: server.id })),
        { isAsked: true },
      )
    : [];
  return {
    account,
    verdict: refreshed.ok ? account.verdict : unlessRejected(account.verdict, refreshed.error.code),
    servers: present.map((server, index) => ({ server, verdict: found[index] ?? notAsked })),
  };
}

/** What an earlier run proved is no news of today. */
const unlessRejected = (
  verdict: Verdict,
  reason: Extract<Verdict, { kind: 'unknown' }>['reason'],
): Verdict =>
  verdict.kind === 'rejected'
    ? verdict
    : {
        kind: 'unknown',
        reason,
        lastProvedAt: verdict.kind === 'valid' ? verdict.provedAt : verdict.lastProvedAt,
      };

/**
 * A token that was refused first: rejected, or of a kind that its server does not take. Then why others could not be asked
 * about.
 */
function codeOf(all: readonly AccountStatus[]): number {
  const verdicts = all.flatMap(({ verdict, servers }) => [
    verdict,
    ...servers.map((one) => one.verdict),
  ]);
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
    ]),
  );
};

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
