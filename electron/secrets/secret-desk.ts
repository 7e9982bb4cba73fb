import type { RevealedSecret, SecretRef } from '../../shared/model/token.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Activity, Deed } from '../activity/activity.ts';
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
  readonly activity: Activity;
}): SecretDesk {
  const { accounts, tokens, servers, sources, keeper, guard, activity } = deps;

  const find = async (ref: SecretRef): Promise<Result<FoundSecret>> => {
    switch (ref.kind) {
      case 'account': {
        const account = accounts.find(ref.accountId);
        if (!account.ok) return account;
        const secret = await accounts.token(ref.accountId);
        if (!secret.ok) return secret;
        const copied = {
          secret: secret.value,
          label: account.value.title,
          what: 'accountToken',
        } as const;
        return ok({ copied, account: account.value });
      }
      case 'transient': {
        const token = tokens.find(ref.tokenId);
        if (!token.ok) return token;
        const { accountId, serverId, serverName, secretKey } = token.value;
        const account = accounts.find(accountId);
        if (!account.ok) return account;
        const secret = await keeper.read(secretKey);
        if (!secret.ok) return secret;
        const copied = { secret: secret.value, label: serverName, what: 'transientToken' } as const;
        const server = { id: serverId, name: serverName };
        return ok({ copied, account: account.value, server });
      }
      case 'source': {
        const account = accounts.find(ref.accountId);
        if (!account.ok) return account;
        const server = servers.find(ref.accountId, ref.serverId);
        if (!server.ok) return server;
        const secret = sources.token(ref.accountId, ref.serverId);
        if (!secret.ok) return secret;
        const copied = {
          secret: secret.value,
          label: server.value.name,
          what: 'sourceToken',
        } as const;
        return ok({ copied, account: account.value, server: server.value });
      }
    }
  };

  const note = (kind: 'copied' | 'revealed', { copied, ...whose }: FoundSecret): void =>
    activity.record({ kind, what: copied.what, ...whose });

  return {
    copy: async (ref) => {
      const found = await find(ref);
      if (!found.ok) return found;
      const put = await guard.put(found.value.copied);
      if (put.ok) note('copied', found.value);
      return put;
    },
    reveal: async (ref) => {
      const found = await find(ref);
      if (!found.ok) return found;
      note('revealed', found.value);
      return ok({ secret: found.value.copied.secret, visibleMs });
    },
  };
}

/** A secret, and whose it is. */
interface FoundSecret extends Pick<Deed, 'account' | 'server'> {
  readonly copied: CopiedSecret;
}
