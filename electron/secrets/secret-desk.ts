import type { RevealedSecret, SecretRef } from '../../shared/model/token.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { ClipboardGuard, CopiedSecret } from '../clipboard/clipboard-guard.ts';
import { SECOND_MS } from '../durations.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { Sources } from '../sources/sources.ts';
import type { TransientTokens } from '../tokens/transient-tokens.ts';
import type { SecretKeeper } from '../vault/secret-keeper.ts';

const visibleMs = 10 * SECOND_MS;

/** Hands a secret out: to the clipboard, or to the page for a few seconds. Nothing else does. */
export interface SecretDesk {
  copy(ref: SecretRef): Promise<Result<null>>;
  reveal(ref: SecretRef): Promise<Result<RevealedSecret>>;
}

export function createSecretDesk(deps: {
  readonly accounts: Accounts;
  readonly tokens: TransientTokens;
  readonly servers: ServerDirectory;
  readonly sources: Sources;
  readonly keeper: SecretKeeper;
  readonly guard: ClipboardGuard;
}): SecretDesk {
  const { accounts, tokens, servers, sources, keeper, guard } = deps;

  const find = async (ref: SecretRef): Promise<Result<CopiedSecret>> => {
    switch (ref.kind) {
      case 'account': {
        const account = accounts.find(ref.accountId);
        if (!account.ok) return account;
        const secret = await accounts.token(ref.accountId);
        return labelled(secret, account.value.title, 'accountToken');
      }
      case 'transient': {
        const token = tokens.find(ref.tokenId);
        if (!token.ok) return token;
        const secret = await keeper.read(token.value.secretKey);
        return labelled(secret, token.value.serverName, 'transientToken');
      }
      case 'source': {
        const server = servers.find(ref.accountId, ref.serverId);
        if (!server.ok) return server;
        const secret = sources.token(ref.accountId, ref.serverId);
        return labelled(secret, server.value.name, 'sourceToken');
      }
    }
  };

  return {
    copy: async (ref) => {
      const found = await find(ref);
      return found.ok ? guard.put(found.value) : found;
    },
    reveal: async (ref) => {
      const found = await find(ref);
      return found.ok ? ok({ secret: found.value.secret, visibleMs }) : found;
    },
  };
}

const labelled = (
  secret: Result<string>,
  label: string,
  what: CopiedSecret['what'],
): Result<CopiedSecret> => (secret.ok ? ok({ secret: secret.value, label, what }) : secret);
