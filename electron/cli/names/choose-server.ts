import type { AccountSummary } from '../../../shared/model/account.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import { ok, type Result } from '../../../shared/result.ts';
import type { Usher } from '../../core/usher.ts';
import type { CliError } from '../cli-error.ts';
import type { NameError } from '../../../shared/words/terminal.ts';
import type { CommandInput } from '../command.ts';
import { accountNameFor, chooseAccounts } from './choose-account.ts';
import { findByName, type Named } from './find-by-name.ts';

export interface ChosenServer {
  readonly account: AccountSummary;
  readonly server: ServerSummary;
}

/**
 * The server that is named, of one account or of any. One that is known by just this name need not be asked for; for any
 * other Plex is asked first, since there may be a new one.
 */
export async function chooseServer(
  usher: Usher,
  input: CommandInput,
): Promise<Result<ChosenServer, CliError>> {
  const chosen = await find(usher, input.operand('SERVER') ?? '', input.value('account'));
  if (!chosen.ok || !input.has('allow-http')) return chosen;
  const { account, server } = chosen.value;
  const allowed = await usher.services.servers.allowPlainHttp(account.id, server.id, true);
  return allowed.ok ? chosen : allowed;
}

async function find(
  usher: Usher,
  wanted: string,
  wantedAccount: string | undefined,
): Promise<Result<ChosenServer, CliError>> {
  const accounts = chooseAccounts(usher, wantedAccount);
  if (!accounts.ok) return accounts;
  const known = serversOf(usher, accounts.value);
  const exact = known.filter(({ id, names }) => id === wanted || names.includes(wanted));
  const [only] = exact;
  if (only !== undefined && exact.length === 1) return ok(only.item);

  const refreshed = await Promise.all(
    accounts.value.map(({ id }) => usher.services.servers.refresh(id)),
  );
  const found = findServer(serversOf(usher, accounts.value), wanted);
  if (found.ok || found.error.code === 'server.ambiguous') return found;
  // Not known here, and perhaps known to who could not be asked.
  return refreshed.find((one) => !one.ok) ?? found;
}

const findServer = (
  all: readonly Named<ChosenServer>[],
  wanted: string,
): Result<ChosenServer, NameError> => findByName('server', all, wanted);

function serversOf(
  usher: Usher,
  accounts: readonly AccountSummary[],
): readonly Named<ChosenServer>[] {
  return accounts.flatMap((account) => {
    const whose = `${account.title} (--account ${accountNameFor(account, usher)})`;
    return usher.services.servers.list(account.id).servers.map((server) => ({
      item: { account, server },
      id: server.id,
      names: [server.name],
      label: `${server.name} of ${whose}, ${server.id}`,
    }));
  });
}
