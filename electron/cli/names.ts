import type { AccountSummary } from '../../shared/model/account.ts';
import type { ServerSummary } from '../../shared/model/server.ts';
import type { TransientTokenSummary } from '../../shared/model/token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { labelText, type NamedSubject, type NameError } from '../../shared/words/terminal.ts';
import type { Usher } from '../core/usher.ts';
import type { CommandInput } from './command.ts';
import type { CliError } from './errors.ts';
import { withoutTokens } from './output.ts';

/** Something that people name, by any of its names. */
export interface Named<T> {
  readonly item: T;
  /** What nobody else can be called, given by Plex or by Usher. */
  readonly id: string;
  /** What people call it. */
  readonly names: readonly string[];
  /** Tells it apart from others of the same name. */
  readonly label: string;
}

/**
 * By its id; else by its whole name, as it is written and then in any case; else by a beginning that fits one alone.
 * SECURITY: the id goes first, so that nobody can take a server's or a device's place by giving another its id for a name.
 */
export function findByName<T>(
  subject: NamedSubject,
  all: readonly Named<T>[],
  wanted: string,
): Result<T, NameError> {
  const known = all.filter(({ id }) => id === wanted);
  const [same] = known;
  if (same !== undefined && known.length === 1) return ok(same.item);
  const plain = plainOf(wanted);
  const ways: readonly ((name: string) => boolean)[] = [
    (name) => name.normalize() === wanted.normalize(),
    (name) => plainOf(name) === plain,
    (name) => plain !== '' && plainOf(name).startsWith(plain),
  ];
  for (const fits of ways) {
    const found = all.filter(({ id, names }) => [id, ...names].some(fits));
    const [first, ...others] = found;
    if (first === undefined) continue;
    if (others.length === 0) return ok(first.item);
    const candidates = found.map(({ label }) => label);
    return err({
      code: `${subject}.ambiguous`,
      subject,
      wanted: withoutTokens(wanted),
      candidates,
    });
  }
  const candidates = all.map(({ label }) => label);
  return err({ code: `${subject}.notFound`, subject, wanted: withoutTokens(wanted), candidates });
}

/** The same letter can be written in two ways, and a terminal may send either. */
const plainOf = (name: string): string => name.normalize().toLowerCase();

/** The account that is named, or the only one there is. */
export function chooseAccount(
  usher: Usher,
  wanted: string | undefined,
): Result<AccountSummary, NameError> {
  const all = usher.services.accounts.summaries();
  const named = all.map((account) => toNamed(account, all));
  if (wanted !== undefined) return findByName('account', named, wanted);
  const [only, ...others] = all;
  if (only !== undefined && others.length === 0) return ok(only);
  return err({
    code: all.length === 0 ? 'account.notFound' : 'account.ambiguous',
    subject: 'account',
    wanted: null,
    candidates: named.map(({ label }) => label),
  });
}

/** All accounts, or the one that is named. */
export function chooseAccounts(
  usher: Usher,
  wanted: string | undefined,
): Result<readonly AccountSummary[], NameError> {
  const all = usher.services.accounts.summaries();
  if (wanted === undefined && all.length > 0) return ok(all);
  const chosen = chooseAccount(usher, wanted);
  return chosen.ok ? ok([chosen.value]) : chosen;
}

export interface AddedToServer extends ChosenServer {
  readonly uri: string;
}

/** An address that the person added to a server of one account or of any, as it is shown or by its host. */
export function chooseAddress(
  usher: Usher,
  wanted: string,
  wantedAccount: string | undefined,
): Result<AddedToServer, NameError> {
  const accounts = chooseAccounts(usher, wantedAccount);
  if (!accounts.ok) return accounts;
  const all = serversOf(usher, accounts.value).flatMap(({ item, label }) =>
    item.server.connections
      .filter(({ isAdded }) => isAdded)
      .map(({ uri, address, port }) => ({
        item: { ...item, uri },
        id: uri,
        names: [new URL(uri).host, `${address}:${port}`],
        label: labelText().addressOf(uri, label),
      })),
  );
  return findByName('address', all, wanted.replace(/\/$/, ''));
}

/** What to call an account by that is found by nothing else: its user name where nobody shares that, or its id. */
function accountNameFor({ id, username }: AccountSummary, usher: Usher): string {
  const found = username === '' ? null : chooseAccount(usher, username);
  return found?.ok === true && found.value.id === id ? username : id;
}

const toNamed = (
  account: AccountSummary,
  all: readonly AccountSummary[],
): Named<AccountSummary> => ({
  item: account,
  id: account.id,
  names: [account.username, account.title, account.email, account.uuid].filter(
    (name) => name !== '',
  ),
  label: labelOf(account, all),
});

/** With its id: somebody who signed in may be here as a Home user of somebody else besides. */
function labelOf(
  { id, title, email, uuid, homeOf }: AccountSummary,
  all: readonly AccountSummary[],
): string {
  const admin = all.find((one) => one.id === homeOf);
  const home = homeOf === null ? [] : [labelText().homeUserOf(admin?.title ?? null)];
  return [`${title} (${email === '' ? uuid : email})`, ...home, id].join(', ');
}

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
  const wisher = { kind: 'person', isConfirmed: true } as const;
  const allowed = await usher.services.plainHttp.allow(account.id, server.id, wisher);
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
    const option = `--account ${accountNameFor(account, usher)}`;
    return usher.services.servers.list(account.id).servers.map((server) => ({
      item: { account, server },
      id: server.id,
      names: [server.name],
      label: `${labelText().serverOf(server.name, account.title, option)}, ${server.id}`,
    }));
  });
}

/** The one of these transient tokens that is named, or that this is. */
export async function chooseToken(
  usher: Usher,
  tokens: readonly TransientTokenSummary[],
  wanted: string,
): Promise<Result<TransientTokenSummary, CliError>> {
  const recognized = await usher.services.tokens.recognize(wanted.trim());
  if (!recognized.ok) return recognized;
  const same = tokens.find(({ id }) => id === recognized.value?.id);
  if (same !== undefined) return ok(same);
  return findByName(
    'token',
    tokens.map((token) => ({
      item: token,
      id: token.id,
      names: [token.token.lastFour, token.serverName],
      label: labelText().tokenOf(`${token.id} …${token.token.lastFour}`, token.serverName),
    })),
    wanted,
  );
}

/** The transient tokens that have not run out, the newest first. */
export const unexpiredTokens = (usher: Usher): readonly TransientTokenSummary[] =>
  usher.services.tokens.summaries().filter(({ remainingMs }) => remainingMs > 0);
