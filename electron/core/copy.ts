import type { AppErrorCode, RejectionCause } from '../../shared/errors.ts';
import type { TransientTokenId } from '../../shared/model/ids.ts';
import type {
  CopyOutcome,
  RevealedSecret,
  SecretRef,
  TokenForm,
  Verdict,
} from '../../shared/model/token.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Clock, PlexEndpoints } from '../ports.ts';
import type { Platform } from '../quoting.ts';
import type { TransientTokenEntry } from '../storage/profile/index-content.ts';
import type { SecretKeeper } from '../storage/secret-keeper.ts';
import { SECOND_MS } from '../timing.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Activity, Deed } from './activity.ts';
import type { ClipboardGuard, CopiedSecret } from './clipboard-guard.ts';
import type { Notices } from './notices.ts';
import type { ServerDirectory } from './servers/server-directory.ts';
import type { SettingsStore } from './settings.ts';
import type { Sources } from './sources.ts';
import { writeTokenAs, type TokenToWrite } from './tokens/token-forms.ts';
import type { TransientTokens } from './tokens/transient-tokens.ts';
import type { Verdicts } from './verdicts/verdicts.ts';

const visibleMs = 10 * SECOND_MS;

/** Hands a secret out: to the clipboard, or to the page for a few seconds. Nothing else does. */
export interface SecretDesk {
  /** In a form, which is remembered. */
  copy(ref: SecretRef, form: TokenForm): Promise<Result<CopyOutcome>>;
  reveal(ref: SecretRef): Promise<Result<RevealedSecret>>;
}

export function createSecretDesk(
  deps: FindSecretDeps & {
    readonly guard: ClipboardGuard;
    readonly activity: Activity;
    readonly settings: SettingsStore;
    readonly copyTransient: CopyTransient;
    readonly platform: Platform;
  },
): SecretDesk {
  const { guard, activity, settings, copyTransient, platform } = deps;

  const note = (kind: 'copied' | 'revealed', { whose, what }: FoundSecret): void =>
    activity.record({ kind, what, ...whose });

  const put = async (ref: SecretRef, form: TokenForm): Promise<Result<string>> => {
    const found = await findSecret(deps, ref);
    if (!found.ok) return found;
    const { secret, label, what } = found.value;
    if (secret.uri === null && needsAddress(form)) return err({ code: 'server.notFound' });
    const text = writeTokenAs(form, secret, platform);
    const copied = await guard.put({ secret: text, label, what, form });
    if (!copied.ok) return copied;
    note('copied', found.value);
    return ok(text);
  };

  const copyTested = (tokenId: TransientTokenId, form: TokenForm): Promise<Result<CopyOutcome>> => {
    let copied: Result<string> | null = null;
    return copyTransient.copy(
      tokenId,
      form,
      async () => {
        copied = await put({ kind: 'transient', tokenId }, form);
        return copied.ok ? ok(null) : copied;
      },
      async () => {
        if (copied?.ok === true) await guard.withdraw(copied.value);
      },
    );
  };

  const copyAtOnce = async (ref: SecretRef, form: TokenForm): Promise<Result<CopyOutcome>> => {
    const copied = await put(ref, form);
    return copied.ok ? ok({ kind: 'copied' }) : copied;
  };

  return {
    copy: async (ref, form) => {
      const copied =
        ref.kind === 'transient'
          ? await copyTested(ref.tokenId, form)
          : await copyAtOnce(ref, form);
      if (copied.ok && settings.value().tokenForm !== form) {
        // A choice that can't be kept is no reason to call the copy failed.
        await settings.update((present) => ({ ...present, tokenForm: form }));
      }
      return copied;
    },
    reveal: async (ref) => {
      const found = await findSecret(deps, ref);
      if (!found.ok) return found;
      note('revealed', found.value);
      return ok({ secret: found.value.secret.token, visibleMs });
    },
  };
}

const needsAddress = (form: TokenForm): boolean => form === 'url' || form === 'curl';

/** So much longer a copy may take for the server to be asked. */
const patienceMs = 300;

interface CopyTransient {
  /**
   * Asks the server whether it still takes the token before that is copied, for a moment; copies it unchecked when no
   * answer comes in time. A dead one is never copied: it is minted anew where the person has chosen so, else refused
   * with the reason.
   */
  copy(
    tokenId: TransientTokenId,
    form: TokenForm,
    put: () => Promise<Result<null>>,
    withdraw: () => Promise<void>,
  ): Promise<Result<CopyOutcome>>;
}

export function createCopyTransient(deps: {
  readonly tokens: TransientTokens;
  readonly verdicts: Verdicts;
  readonly settings: SettingsStore;
  readonly notices: Notices;
  readonly clock: Clock;
}): CopyTransient {
  const { tokens, verdicts, settings, notices, clock } = deps;

  const refuse = async (
    entry: TransientTokenEntry,
    because: RejectionCause | 'expired',
    form: TokenForm,
  ): Promise<Result<CopyOutcome>> => {
    if (!settings.value().isMintingAnew) {
      return err(
        because === 'expired' ? { code: 'token.expired' } : { code: 'token.dead', because },
      );
    }
    const minted = await tokens.mintAnew(entry.id, form);
    if (!minted.ok) return minted;
    notices.add({ kind: 'mintedAnew', serverName: entry.serverName, because });
    return ok({ kind: 'mintedAnew', because, token: minted.value });
  };

  return {
    copy: async (tokenId, form, put, withdraw) => {
      const found = tokens.find(tokenId);
      if (!found.ok) {
        const entry = tokens.entry(tokenId);
        return found.error.code === 'token.expired' && entry !== null
          ? refuse(entry, 'expired', form)
          : found;
      }
      const entry = found.value;
      if (entry.rejectedAt !== null) return refuse(entry, entry.rejectedBecause ?? 'unclear', form);

      const checking = verdicts
        .check([{ kind: 'transient', tokenId }], { isAsked: true })
        .then(([verdict]) => verdict ?? null);
      const verdict = await inTime(clock, checking);
      if (verdict !== 'late' && verdict?.kind === 'rejected') {
        return refuse(entry, verdict.because ?? 'unclear', form);
      }
      const copied = await put();
      if (!copied.ok) return copied;
      if (verdict === 'late') {
        // SECURITY: a token that turns out dead a moment later does not stay on the clipboard as if it were good.
        void checking.then((late) => (late?.kind === 'rejected' ? withdraw() : undefined));
      }
      const reason = whyUnchecked(verdict);
      return ok(reason === null ? { kind: 'copied' } : { kind: 'copiedUnchecked', reason });
    },
  };
}

const inTime = (
  clock: Clock,
  checking: Promise<Verdict | null>,
): Promise<Verdict | null | 'late'> =>
  new Promise((resolve) => {
    const cancel = clock.after(patienceMs, () => resolve('late'));
    void checking.then((verdict) => {
      cancel();
      resolve(verdict);
    });
  });

const whyUnchecked = (verdict: Verdict | null | 'late'): AppErrorCode | null => {
  if (verdict === 'late') return 'network.timeout';
  return verdict?.kind === 'unknown' ? (verdict.reason ?? 'network.timeout') : null;
};

/** A secret, whose it is, and where it is good. */
interface FoundSecret {
  readonly whose: Pick<Deed, 'account' | 'server'>;
  readonly what: CopiedSecret['what'];
  /** The name people know it by: the account's or the server's. */
  readonly label: string;
  readonly secret: TokenToWrite;
}

interface FindSecretDeps {
  readonly accounts: Accounts;
  readonly tokens: TransientTokens;
  readonly servers: ServerDirectory;
  readonly sources: Sources;
  readonly keeper: SecretKeeper;
  readonly endpoints: PlexEndpoints;
}

/** Finds what the page names, from the vault or from memory, for one use. */
function findSecret(deps: FindSecretDeps, ref: SecretRef): Promise<Result<FoundSecret>> {
  switch (ref.kind) {
    case 'account':
      return findAccountToken(deps, ref);
    case 'transient':
      return findTransientToken(deps, ref);
    case 'source':
      return Promise.resolve(findSourceToken(deps, ref));
  }
}

type RefOf<Kind extends SecretRef['kind']> = Extract<SecretRef, { kind: Kind }>;

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

function findSourceToken(
  { accounts, servers, sources }: FindSecretDeps,
  { accountId, serverId }: RefOf<'source'>,
): Result<FoundSecret> {
  const account = accounts.find(accountId);
  if (!account.ok) return account;
  const server = servers.find(accountId, serverId);
  if (!server.ok) return server;
  const secret = sources.token(accountId, serverId);
  if (!secret.ok) return secret;
  return ok({
    whose: { account: account.value, server: server.value },
    what: 'sourceToken',
    label: server.value.name,
    secret: secret.value,
  });
}
