import type {
  AskedServer,
  Identification,
  TokenFinding,
} from '../../../shared/model/identification.ts';
import { identificationLifeMs } from '../../../shared/model/identification.ts';
import type { AccountId, FoundTokenId } from '../../../shared/model/ids.ts';
import type { TransientTokenSummary } from '../../../shared/model/token.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import type { AppTokens } from '../app-tokens/app-tokens.ts';
import type { EventBus } from '../event-bus.ts';
import type { PlexClient } from '../../plex/plex-client.ts';
import type { Clipboard, Clock, Log, ScreenLock } from '../../ports.ts';
import type { Accounts } from '../accounts/accounts.ts';
import { findIssue } from '../accounts/token-issue.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import { askAboutToken } from './ask-about-token.ts';
import { createBatch, type AskedToken, type Batch, type ToldToken } from './batch.ts';
import { findTokens } from './find-tokens.ts';

/** More would be a flood of questions to Plex, and no text that a person wants to know the token of. */
const mostTokens = 20;
const limitCharacters = 1_000_000;

/** Tells what the tokens in a pasted text are. They are held in memory, and in no file, until they are forgotten. */
export interface Identifier {
  state(): Identification;
  /** Finds the tokens in a text, and goes on to ask about them. Takes the place of what was held before. */
  ask(text: string): Result<Identification>;
  /** The same with the text on the clipboard. */
  askClipboard(): Promise<Result<Identification>>;
  /** Resolves once every token of the last text has been asked about, or is forgotten. */
  settled(): Promise<Identification>;
  askAgain(id: FoundTokenId): Result<null>;
  /** One token, or all of them. */
  forget(id: FoundTokenId | null): void;
  /**
   * Puts the account behind a token among the accounts here, once Plex has proved it anew. A media server's own is not
   * kept: `token.ofServer`.
   */
  keep(id: FoundTokenId): Promise<Result<{ readonly accountId: AccountId }>>;
  close(): void;
}

const nothing: Identification = { tokens: [], isCutOff: false, remainingMs: 0 };

export interface IdentifierDeps {
  readonly plex: PlexClient;
  readonly accounts: Accounts;
  readonly servers: ServerDirectory;
  readonly tokens: TransientTokens;
  readonly appTokens: Pick<AppTokens, 'recognize'>;
  readonly clipboard: Clipboard;
  readonly screenLock: ScreenLock;
  readonly clock: Clock;
  readonly events: EventBus;
  readonly log: Log;
}

export function createIdentifier(deps: IdentifierDeps): Identifier {
  const { plex, accounts, servers, clock, events, log } = deps;
  let batch: Batch | null = null;

  const state = (): Identification => batch?.state() ?? nothing;
  const emitState = (): void => events.emit({ identification: state() });

  let stopWatching = (): void => undefined;

  const drop = (): void => {
    if (batch === null) return;
    batch.end();
    batch = null;
    stopWatching();
    emitState();
  };
  const forgetOne = (id: FoundTokenId): void => {
    batch?.forget(id);
    if (batch?.isEmpty() === true) drop();
    else emitState();
  };
  const ask = (text: string): Result<Identification> => {
    if (text.length > limitCharacters) return err({ code: 'identify.tooLong', limitCharacters });
    const { tokens, isCutOff } = findTokens(text, mostTokens);
    if (tokens.length === 0) return err({ code: 'identify.nothingFound' });
    // SECURITY: how many, and nothing else of what was pasted.
    log.info('identify.asked', { tokenCount: tokens.length });
    batch?.end();
    stopWatching();
    const started = createBatch({
      tokens,
      isCutOff,
      heldForMs: identificationLifeMs,
      clock,
      ask: (asked) => tellToken(deps, asked),
      onChanged: () => batch === started && emitState(),
      onOver: () => batch === started && drop(),
    });
    batch = started;
    // SECURITY: whoever comes to the computer next has no use for them. Watched only while there is something to drop.
    stopWatching = deps.screenLock.watch(drop);
    started.start();
    return ok(started.state());
  };

  return {
    state,
    ask,
    askClipboard: async () => {
      const text = await deps.clipboard.read();
      return text.ok ? ask(text.value) : text;
    },
    settled: async () => {
      await batch?.settled();
      return state();
    },
    askAgain: (id) =>
      batch?.askAgain(id) === true ? ok(null) : err({ code: 'identify.forgotten' }),
    forget: (id) => {
      if (id === null) drop();
      else forgetOne(id);
    },
    keep: async (id) => {
      const held = batch?.find(id) ?? null;
      if (held === null) return err({ code: 'identify.forgotten' });
      if (held.finding.kind !== 'account') return err({ code: 'identify.noAccountToken' });
      const { token } = held;
      const account = await plex.getAccount(token);
      if (!account.ok) return account;
      const issuedTo = await findIssue(plex, token);
      if (!issuedTo.ok) return issuedTo;
      if (issuedTo.value === 'server') return err({ code: 'token.ofServer' });
      const kept = await accounts.put(
        { token, account: account.value, isRemembered: true },
        { issuedTo: issuedTo.value },
      );
      if (!kept.ok) return kept;
      const { accountId } = kept.value;
      log.info('identify.kept');
      void servers.refresh(accountId);
      forgetOne(id);
      // What was found of the same account was told against the token it had here before.
      for (const other of batch?.ofAccount(account.value.identity.uuid) ?? [])
        batch?.askAgain(other);
      return ok({ accountId });
    },
    close: drop,
  };
}

export type TellingDeps = Pick<
  IdentifierDeps,
  'plex' | 'accounts' | 'servers' | 'tokens' | 'appTokens' | 'clock'
>;

/** What a token is: one of those made here, or what Plex and the servers say of it. */
export const tellToken = async (deps: TellingDeps, asked: AskedToken): Promise<ToldToken> => {
  const { plex, accounts, servers, appTokens, clock } = deps;
  const minted = await findMinted(deps, asked.token);
  if (minted !== null) return minted;
  const asking = { plex, accounts, servers, clock, ...asked };
  const finding = await askAboutToken(asking, asked.token, asked.issuer);
  const made = await appTokens.recognize(asked.token);
  const appToken = made === null ? null : { id: made.id, name: made.name };
  return { finding, mintedAs: null, appToken };
};

/** The token among those minted here, with what is known of it; nobody is asked. Null when it is none, or the keychain does not say. */
const findMinted = async (
  { tokens, servers }: Pick<IdentifierDeps, 'tokens' | 'servers'>,
  token: string,
): Promise<ToldToken | null> => {
  const known = await tokens.recognize(token);
  if (!known.ok || known.value === null) return null;
  return { finding: findingOf(servers, known.value), mintedAs: known.value.id, appToken: null };
};

const findingOf = (
  servers: Pick<ServerDirectory, 'list'>,
  { accountId, serverId: id, serverName, verdict, remainingMs, expiresAt }: TransientTokenSummary,
): TokenFinding => {
  const asked = (reason: AskedServer['reason']): AskedServer => ({ id, name: serverName, reason });
  if (remainingMs === 0) {
    return { kind: 'refused', refusedAt: expiresAt, byPlex: false, servers: [] };
  }
  switch (verdict.kind) {
    case 'rejected':
      return {
        kind: 'refused',
        refusedAt: verdict.rejectedAt,
        byPlex: false,
        servers: [asked(null)],
      };
    case 'unknown': {
      const { reason } = verdict;
      return { kind: 'unknown', reason: null, servers: reason === null ? [] : [asked(reason)] };
    }
    case 'valid': {
      const known = servers.list(accountId).servers.find((server) => server.id === id);
      const isOwned = known?.ownership === 'owned';
      const server = { id, name: serverName, isOwned, ownerName: known?.ownerName ?? null };
      return { kind: 'server', provedAt: verdict.provedAt, server, accessTokenOf: null };
    }
  }
};
