import type { AppErrorCode, RejectionCause } from '../../shared/errors.ts';
import type {
  CopyOutcome,
  RevealedSecret,
  SecretRef,
  TokenForm,
  TransientTokenSummary,
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
import type { MintedToken, TransientTokens } from './tokens/transient-tokens.ts';
import type { Verdicts } from './verdicts/verdicts.ts';

const visibleMs = 10 * SECOND_MS;

/** Hands a secret out: to the clipboard, to the page for a few seconds, or to the terminal. Nothing else does. */
export interface SecretCopier {
  /**
   * In a form, which is remembered. The server of a transient token is asked first, for a moment, whether it still takes
   * it; no answer in time, and it is copied unchecked. A dead one is never copied: it is minted anew where the person has
   * chosen so, else refused with the reason.
   */
  copy(ref: SecretRef, form: TokenForm): Promise<Result<CopyOutcome>>;
  /**
   * What was minted just now: its server need not be asked, and the activity has it already. It is on the clipboard while
   * the keychain still takes it; answers when it is kept.
   */
  copyMinted(
    minted: MintedToken,
    form: TokenForm,
    facts?: TokenToWrite['facts'],
  ): Promise<Result<TransientTokenSummary>>;
  /** The same for a face that prints it. */
  writeMinted(minted: MintedToken, form: TokenForm, facts?: TokenToWrite['facts']): string;
  reveal(ref: SecretRef): Promise<Result<RevealedSecret>>;
  /** What would be copied, for a face that prints it. */
  write(ref: SecretRef, form: TokenForm, facts?: TokenToWrite['facts']): Promise<Result<string>>;
}

export function createSecretCopier(
  deps: FindSecretDeps & {
    readonly guard: ClipboardGuard;
    readonly verdicts: Verdicts;
    readonly activity: Activity;
    readonly settings: SettingsStore;
    readonly notices: Notices;
    readonly clock: Clock;
    readonly platform: Platform;
  },
): SecretCopier {
  const { tokens, guard, verdicts, activity, settings, notices, clock, platform } = deps;

  const note = (kind: 'copied' | 'revealed', { whose, what }: FoundSecret): void =>
    activity.record({ kind, what, ...whose });

  const write = async (
    ref: SecretRef,
    form: TokenForm,
    facts: TokenToWrite['facts'] = {},
  ): Promise<Result<WrittenSecret>> => {
    const found = await findSecret(deps, ref);
    if (!found.ok) return found;
    const { secret } = found.value;
    if (secret.uri === null && needsAddress(form)) return err({ code: 'server.notFound' });
    return ok({ ...found.value, text: writeTokenAs(form, { ...secret, facts }, platform) });
  };

  const put = async (ref: SecretRef, form: TokenForm): Promise<Result<WrittenSecret>> => {
    const written = await write(ref, form);
    if (!written.ok) return written;
    const { text, label, what } = written.value;
    const copied = await guard.put({ secret: text, label, what, form });
    if (!copied.ok) return copied;
    note('copied', written.value);
    return written;
  };

  const writeMinted: SecretCopier['writeMinted'] = ({ secret, route }, form, facts = {}) =>
    writeTokenAs(form, { token: secret, uri: route.uri, facts }, platform);

  const copyMinted: SecretCopier['copyMinted'] = async (minted, form, facts) => {
    const secret = writeMinted(minted, form, facts);
    const label = minted.server.name;
    const copied = await guard.put({ secret, label, what: 'transientToken', form });
    const kept = await minted.kept;
    // SECURITY: of an account that was signed out meanwhile no token that works stays on the clipboard.
    if (!kept.ok && kept.error.code === 'account.notFound') await guard.withdraw(secret);
    return copied.ok ? kept : copied;
  };

  const replaceDead = async (
    entry: TransientTokenEntry,
    because: RejectionCause | 'expired',
    form: TokenForm,
  ): Promise<Result<CopyOutcome>> => {
    if (!settings.value().isMintingAnew) {
      return err(
        because === 'expired' ? { code: 'token.expired' } : { code: 'token.dead', because },
      );
    }
    const minted = await tokens.mintAnew(entry.id);
    const copied = minted.ok ? await copyMinted(minted.value, form) : minted;
    if (!copied.ok) return copied;
    notices.add({ kind: 'mintedAnew', serverName: entry.serverName, because });
    return ok({ kind: 'mintedAnew', because, token: copied.value });
  };

  const copyTransient = async (
    ref: RefOf<'transient'>,
    form: TokenForm,
  ): Promise<Result<CopyOutcome>> => {
    const found = tokens.find(ref.tokenId);
    if (!found.ok) {
      const entry = tokens.entry(ref.tokenId);
      return found.error.code === 'token.expired' && entry !== null
        ? replaceDead(entry, 'expired', form)
        : found;
    }
    const entry = found.value;
    if (entry.rejectedAt !== null) {
      return replaceDead(entry, entry.rejectedBecause ?? 'unclear', form);
    }
    const checking = verdicts.check([ref], { isAsked: true }).then(([verdict]) => verdict ?? null);
    const verdict = await inTime(clock, checking);
    if (verdict !== 'late' && verdict?.kind === 'rejected') {
      return replaceDead(entry, verdict.because ?? 'unclear', form);
    }
    const copied = await put(ref, form);
    if (!copied.ok) return copied;
    if (verdict === 'late') {
      // SECURITY: a token that turns out dead a moment later does not stay on the clipboard as if it were good.
      void checking.then((late) =>
        late?.kind === 'rejected' ? guard.withdraw(copied.value.text) : undefined,
      );
    }
    const reason = whyUnchecked(verdict);
    return ok(reason === null ? { kind: 'copied' } : { kind: 'copiedUnchecked', reason });
  };

  const copyAtOnce = async (ref: SecretRef, form: TokenForm): Promise<Result<CopyOutcome>> => {
    const copied = await put(ref, form);
    return copied.ok ? ok({ kind: 'copied' }) : copied;
  };

  return {
    copyMinted,
    writeMinted,
    copy: async (ref, form) => {
      const copied = await (ref.kind === 'transient'
        ? copyTransient(ref, form)
        : copyAtOnce(ref, form));
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
    write: async (ref, form, facts) => {
      const written = await write(ref, form, facts);
      return written.ok ? ok(written.value.text) : written;
    },
  };
}

const needsAddress = (form: TokenForm): boolean => form === 'url' || form === 'curl';

/** So much longer a copy may take for the server to be asked. */
const patienceMs = 300;

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
  readonly whose: Pick<Deed, 'account' | 'server' | 'sourceDevice'>;
  readonly what: CopiedSecret['what'];
  /** The name people know it by: the account's, the server's, or the device's that is a source. */
  readonly label: string;
  readonly secret: TokenToWrite;
}

interface WrittenSecret extends FoundSecret {
  /** The secret in the form asked for. */
  readonly text: string;
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
    whose: { account: account.value, server: server.value, sourceDevice: deviceName },
    what: 'sourceToken',
    label: deviceName,
    secret: { token, uri },
  });
}
