import { randomUUID } from 'node:crypto';
import type { AccountId } from '../../../shared/model/ids.ts';
import type { TokenKind } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Clock, Log } from '../../ports.ts';
import type { AppTokenInMaking, IndexContent } from '../../storage/profile/index-content.ts';
import type { UsherIndex } from '../../storage/profile/usher-index.ts';
import type { KeptSecret, SecretKeeper } from '../../storage/secret-keeper.ts';
import { MINUTE_MS, SECOND_MS } from '../../timing.ts';
import { maskToken } from '../../token-text.ts';
import type { Accounts } from '../accounts/accounts.ts';

/** The program that a request is made as, in place of Usher. */
export interface ProgramIdentity {
  readonly clientIdentifier: string;
  readonly name: string;
}

/** All calls to Plex, as this program: the device they are seen as is its own. */
export type PlexAs = (program: ProgramIdentity) => PlexClient;

export interface MakingDeps {
  readonly index: UsherIndex;
  readonly keeper: SecretKeeper;
  readonly accounts: Pick<Accounts, 'find' | 'ask' | 'summaries'>;
  readonly plex: Pick<PlexClient, 'linkPin' | 'listDevices' | 'revokeDevice'>;
  readonly plexAs: PlexAs;
  readonly clock: Clock;
  readonly log: Log;
}

/** A token that Plex has given out and proved, and that is in the vault. */
export interface MadeToken extends KeptSecret {
  readonly tokenKind: TokenKind;
  readonly lastFour: string;
  readonly clientIdentifier: string;
  readonly madeAt: number;
  readonly token: string;
}

/** Puts the entry in that names the token. */
type Enter = (content: IndexContent, made: Omit<MadeToken, 'token'>) => IndexContent;

// Plex has approved by then: it is asked again only where its servers do not agree yet.
const fetchTries = 5;
const fetchPauseMs = SECOND_MS / 2;
/** Plex's codes are good for 15 or 30 minutes. */
const codeLifeMs = 30 * MINUTE_MS;

/**
 * Makes a device token for a program without a browser, as plex-api section 17.11 has it: a code is asked for as the
 * program, approved with the account token, and fetched as the program.
 *
 * SECURITY: the client identifier is in the profile before Plex is told of anything. What a crash leaves at Plex is found by
 * it in the Authorized Devices, and revoked at the next start.
 */
export async function makeAppToken(
  deps: MakingDeps,
  accountId: AccountId,
  name: string,
  enter: Enter,
): Promise<Result<MadeToken>> {
  const { index, accounts, log } = deps;
  const account = accounts.find(accountId);
  if (!account.ok) return account;
  const program = { clientIdentifier: randomUUID(), name };
  const begun = await index.update((content) => ({
    ...content,
    appTokensInMaking: [
      ...content.appTokensInMaking,
      {
        ...program,
        ...{ accountUuid: account.value.uuid, madeBy: index.instance.id, openUntil: null },
      },
    ],
  }));
  if (!begun.ok) return begun;
  const owner = { accountId, uuid: account.value.uuid };
  const fetched = await fetchToken(deps, program, owner);
  const kept = fetched.ok ? await keep(deps, program, fetched.value, enter) : fetched;
  if (kept.ok) {
    log.info('appToken.made');
    return kept;
  }
  const openUntil = kept.error.code.startsWith('network.') ? deps.clock.now() + codeLifeMs : null;
  await undoMaking(deps, { ...program, accountUuid: owner.uuid, openUntil });
  // What is still there is nobody's then, for whoever next takes up what was left undone.
  await index.update(withMaking(program, (one) => ({ ...one, madeBy: null, openUntil })));
  return kept;
}

async function keep(
  { keeper, clock }: MakingDeps,
  program: ProgramIdentity,
  token: string,
  enter: Enter,
): Promise<Result<MadeToken>> {
  const { kind, lastFour } = maskToken(token);
  const { clientIdentifier } = program;
  const facts = { tokenKind: kind, lastFour, clientIdentifier, madeAt: clock.now() };
  const kept = await keeper.keep(token, {
    subject: 'app-token',
    storage: 'keychain',
    commit: (content, place) => withoutMaking(program)(enter(content, { ...facts, ...place })),
  });
  if (!kept.ok) return kept;
  return kept.value === null
    ? err({ code: 'appToken.busy' })
    : ok({ ...facts, ...kept.value, token });
}

/**
 * Revokes what a making that came to nothing may have left at Plex, and forgets it once that is proved: not before the code
 * of it has run out, where Plex may have approved it without an answer.
 */
export async function undoMaking(
  deps: MakingDeps,
  making: Pick<AppTokenInMaking, 'clientIdentifier' | 'accountUuid' | 'openUntil'>,
): Promise<Result<{ readonly wasThere: boolean }>> {
  const { index, accounts, plex, clock } = deps;
  const { clientIdentifier, accountUuid, openUntil } = making;
  const account = accounts
    .summaries()
    .find(({ uuid, status }) => uuid === accountUuid && status === 'ready');
  // It is tried again when somebody has signed in who may see the list.
  if (account === undefined) return err({ code: 'account.notFound' });
  const revoked = await accounts.ask(account.id, async (token) => {
    const idsOf = async (): Promise<Result<readonly Parameters<typeof plex.revokeDevice>[1][]>> => {
      const listed = await plex.listDevices(token);
      if (!listed.ok) return listed;
      const { devices } = listed.value;
      return ok(
        devices.filter((one) => one.clientIdentifier === clientIdentifier).map(({ id }) => id),
      );
    };
    const found = await idsOf();
    if (!found.ok) return found;
    for (const id of found.value) {
      const gone = await plex.revokeDevice(token, id);
      if (!gone.ok) return gone;
    }
    const left = found.value.length === 0 ? found : await idsOf();
    if (!left.ok) return left;
    if (left.value.length > 0) return err({ code: 'token.stillAccepted' });
    return ok({ wasThere: found.value.length > 0 });
  });
  if (!revoked.ok) return revoked;
  if (!revoked.value.wasThere && openUntil !== null && clock.now() < openUntil) return revoked;
  const forgotten = await index.update(withoutMaking({ clientIdentifier }));
  return forgotten.ok ? revoked : forgotten;
}

const withMaking =
  (
    { clientIdentifier }: Pick<AppTokenInMaking, 'clientIdentifier'>,
    changed: (one: AppTokenInMaking) => AppTokenInMaking,
  ) =>
  (content: IndexContent): IndexContent => ({
    ...content,
    appTokensInMaking: content.appTokensInMaking.map((one) =>
      one.clientIdentifier === clientIdentifier ? changed(one) : one,
    ),
  });

const withoutMaking =
  ({ clientIdentifier }: Pick<AppTokenInMaking, 'clientIdentifier'>) =>
  (content: IndexContent): IndexContent => ({
    ...content,
    appTokensInMaking: content.appTokensInMaking.filter(
      (one) => one.clientIdentifier !== clientIdentifier,
    ),
  });

/** Fetches a token as the program, and proves whose it is. */
async function fetchToken(
  { accounts, plex, plexAs, clock }: MakingDeps,
  program: ProgramIdentity,
  { accountId, uuid }: { readonly accountId: AccountId; readonly uuid: string },
): Promise<Result<string>> {
  const asProgram = plexAs(program);
  const { signal } = new AbortController();
  const pin = await asProgram.createPin(false, signal);
  if (!pin.ok) return pin;
  const { id, code } = pin.value;
  const linked = await accounts.ask(accountId, (token) => plex.linkPin(token, code));
  if (!linked.ok) return linked;
  let token: string | null = null;
  for (let attempt = 0; attempt < fetchTries && token === null; attempt += 1) {
    if (attempt > 0) await new Promise<void>((done) => clock.after(fetchPauseMs, done));
    const checked = await asProgram.checkPin(id, signal);
    if (!checked.ok) return checked;
    token = checked.value.token;
  }
  if (token === null) return err({ code: 'plex.malformed' });
  const proved = await asProgram.getAccount(token);
  if (!proved.ok) return proved;
  if (proved.value.identity.uuid === uuid) return ok(token);
  // It is in no list that this account could be asked for.
  await asProgram.signOut(token);
  return err({ code: 'appToken.otherUser' });
}
