import type { ServerId } from '../../../shared/model/ids.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { terminalAddressText } from '../../../shared/words/terminal-answers.ts';
import { isExposed } from '../../addresses.ts';
import type { Usher } from '../../core/usher.ts';
import type { CommandInput, RunCommand } from '../command.ts';
import type { CliError } from '../errors.ts';
import { chooseAccount, chooseAddress } from '../names.ts';
import { printable, type Output } from '../output.ts';

/** Adds an address to a server of an account, or removes one that was added. */
export const server: RunCommand = async ({ usher, output }, input) => {
  const opened = await usher();
  if (!opened.ok) return opened;
  // The parser lets no other action through.
  const act = input.operand('ACTION') === 'add' ? add : remove;
  const done = await act(opened.value, input, input.operand('ADDRESS') ?? '');
  if (!done.ok) return done;
  const { verb, accountId, serverId, serverName, uri, certificate } = done.value;
  if (input.has('json')) {
    const address = { machineIdentifier: serverId, name: serverName, accountId, uri, certificate };
    output.json({ [verb]: address });
  } else {
    noteIn(output, done.value);
    const isAllowed = opened.value.services.plainHttp.isAllowed(serverId);
    // SECURITY: a yes to one address is none to all of the server's that are unencrypted, which --allow-http is.
    if (verb !== 'removed' && isExposed(uri) && !isAllowed) {
      output.note(terminalAddressText().needsAllowHttp);
    }
  }
  return ok(0);
};

interface Done {
  readonly verb: 'added' | 'alreadyThere' | 'removed';
  readonly accountId: string;
  readonly serverId: ServerId;
  readonly serverName: string;
  readonly uri: string;
  /** The one that is accepted there, and no other; null where TLS is to prove the host, and of one that was removed. */
  readonly certificate: string | null;
}

function noteIn(output: Output, { verb, uri, serverName, certificate }: Done): void {
  const words = terminalAddressText();
  output.note(words[verb](printable(uri), printable(serverName)));
  if (certificate !== null) output.note(words.pinned(certificate));
}

async function add(
  usher: Usher,
  input: CommandInput,
  address: string,
): Promise<Result<Done, CliError>> {
  const account = chooseAccount(usher, input.value('account'));
  if (!account.ok) return account;
  const accountId = account.value.id;
  const given = input.value('certificate');
  const certificate = given === undefined ? null : fingerprintOf(given);
  const wisher = { kind: 'person', isConfirmed: input.has('yes'), certificate } as const;
  const added = await usher.services.addedAddresses.add(accountId, address, wisher);
  if (!added.ok) return added;
  const { isNew, ...rest } = added.value;
  return ok({ ...rest, accountId, verb: isNew ? 'added' : 'alreadyThere' });
}

/** As `AB:CD:…`, in whichever case it is written, with or without colons. */
const fingerprintOf = (text: string): string =>
  (text.replaceAll(/[\s:]/g, '').toUpperCase().match(/..?/g) ?? []).join(':');

async function remove(
  usher: Usher,
  input: CommandInput,
  address: string,
): Promise<Result<Done, CliError>> {
  const chosen = chooseAddress(usher, address, input.value('account'));
  if (!chosen.ok) return err(chosen.error);
  const { account, server: of, uri } = chosen.value;
  const removed = await usher.services.addedAddresses.remove(account.id, of.id, uri);
  if (!removed.ok) return removed;
  return ok({
    ...{ verb: 'removed', accountId: account.id, uri, certificate: null },
    ...{ serverId: of.id, serverName: of.name },
  });
}
