import type { SecretRef } from '../../shared/model/token.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { PlexEndpoints } from '../ports.ts';
import type { SecretKeeper } from '../storage/secret-keeper.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Deed } from './activity.ts';
import type { AppTokens } from './app-tokens/app-tokens.ts';
import type { CopiedSecret } from './clipboard-guard.ts';
import type { ServerDirectory } from './servers/server-directory.ts';
import type { Sources } from './sources.ts';
import type { TokenToWrite } from './tokens/token-forms.ts';
import type { TransientTokens } from './tokens/transient-tokens.ts';

/** A secret, whose it is, and where it is good. */
export interface FoundSecret {
  readonly whose: Pick<Deed, 'account' | 'server' | 'device'>;
  readonly what: CopiedSecret['what'];
  /** The name people know it by: the account's, the server's, or the device's that is a source. */
  readonly label: string;
  readonly secret: TokenToWrite;
}

export interface FindSecretDeps {
  readonly accounts: Accounts;
  readonly tokens: TransientTokens;
  readonly servers: ServerDirectory;
  readonly sources: Sources;
  readonly appTokens: Pick<AppTokens, 'find' | 'token'>;
  readonly keeper: SecretKeeper;
  readonly endpoints: PlexEndpoints;
}

/** Finds what the page names, from the vault or from memory, for one use. */
export function findSecret(deps: FindSecretDeps, ref: SecretRef): Promise<Result<FoundSecret>> {
  switch (ref.kind) {
    case 'account':
      return findAccountToken(deps, ref);
    case 'transient':
      return findTransientToken(deps, ref);
    case 'app':
      return findAppToken(deps, ref);
    case 'source':
      return Promise.resolve(findSourceToken(deps, ref));
  }
}

export type RefOf<Kind extends SecretRef['kind']> = Extract<SecretRef, { kind: Kind }>;

async function findAccountToken(
  { accounts, endpoints }: FindSecretDeps,
  { accountId }: RefOf<'account'>,
): Promise<Result<FoundSecret>> {
  const account = accounts.find(accountId);
  if (!account.ok) return account;
  const token = await accounts.token(accountId);
  if (!token.ok) return token;
  return ok({
    whose: { account: account.value },
    what: 'accountToken',
    label: account.value.title,
    secret: { token: token.value, uri: endpoints.plexTv, path: '/api/v2/user' },
  });
}

async function findTransientToken(
  { accounts, tokens, servers, keeper }: FindSecretDeps,
  { tokenId }: RefOf<'transient'>,
): Promise<Result<FoundSecret>> {
  const entry = tokens.find(tokenId);
  if (!entry.ok) return entry;
  const { accountId, serverId, serverName, secretKey } = entry.value;
  const account = accounts.find(accountId);
  if (!account.ok) return account;
  const token = await keeper.read(secretKey);
  if (!token.ok) {
    // Another process may have forgotten it meanwhile.
    const present = tokens.find(tokenId);
    return present.ok ? token : present;
  }
  return ok({
    whose: { account: account.value, server: { id: serverId, name: serverName } },
    what: 'transientToken',
    label: serverName,
    secret: { token: token.value, uri: servers.uriOf(accountId, serverId) },
  });
}

async function findAppToken(
  { appTokens, endpoints }: FindSecretDeps,
  { appTokenId }: RefOf<'app'>,
): Promise<Result<FoundSecret>> {
  const entry = appTokens.find(appTokenId);
  if (!entry.ok) return entry;
  const token = await appTokens.token(appTokenId);
  if (!token.ok) return token;
  const { accountId, accountTitle, storage, name } = entry.value;
  return ok({
    whose: { account: { id: accountId, title: accountTitle, storage }, device: name },
    what: 'appToken',
    label: name,
    secret: { token: token.value, uri: endpoints.plexTv, path: '/api/v2/user' },
  });
}

function findSourceToken(
  { accounts, servers, sources }: FindSecretDeps,
  { tokenId }: RefOf<'source'>,
): Result<FoundSecret> {
  const held = sources.token(tokenId);
  if (!held.ok) return held;
  const { accountId, serverId, deviceName, token, uri } = held.value;
  const account = accounts.find(accountId);
  if (!account.ok) return account;
  const server = servers.find(accountId, serverId);
  if (!server.ok) return server;
  return ok({
    whose: { account: account.value, server: server.value, device: deviceName },
    what: 'sourceToken',
    label: deviceName,
    secret: { token, uri },
  });
}
