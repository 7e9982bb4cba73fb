import type { AccountSummary } from '../../../shared/model/account.ts';
import type { AppTokenSummary } from '../../../shared/model/app-token.ts';
import type { AppErrorCode } from '../../../shared/errors.ts';
import type { ServerSummary } from '../../../shared/model/server.ts';
import type { Verdict } from '../../../shared/model/token.ts';
import type { Clock } from '../../ports.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { AppTokens } from '../app-tokens/app-tokens.ts';
import type { ServerDirectory } from '../servers/server-directory.ts';
import type { Verdicts } from './verdicts.ts';

interface Asked {
  readonly accounts: Pick<Accounts, 'summaries'>;
  readonly servers: Pick<ServerDirectory, 'refresh' | 'list'>;
  readonly verdicts: Pick<Verdicts, 'check'>;
}

/** An account with what is known of its token now, and the same of each of its servers. */
export interface AccountStatus {
  readonly account: AccountSummary;
  readonly verdict: Verdict;
  readonly servers: readonly { readonly server: ServerSummary; readonly verdict: Verdict }[];
}

const notAsked: Verdict = { kind: 'unknown', reason: null, lastProvedAt: null };

/** Asks about every account token and every access token, for somebody who wants to know now. */
export async function askAboutAccounts(services: Asked): Promise<readonly AccountStatus[]> {
  const [first, ...others] = services.accounts.summaries();
  if (first === undefined) return [];
  const asked = await askAbout(services, first);
  // It was the keychain that did not answer, and it may ask the person each time.
  const isLocked =
    asked?.verdict.kind === 'unknown' && asked.verdict.reason?.startsWith('vault.') === true;
  const rest = isLocked
    ? others.map((account) => ({ account, verdict: withoutAnswer(account, asked), servers: [] }))
    : await Promise.all(others.map((account) => askAbout(services, account)));
  return [asked, ...rest].filter((one) => one !== null);
}

const withoutAnswer = ({ verdict }: AccountSummary, asked: AccountStatus): Verdict =>
  asked.verdict.kind === 'unknown' && asked.verdict.reason !== null
    ? unlessRejected(verdict, asked.verdict.reason)
    : verdict;

/** Null when the account went meanwhile. */
async function askAbout(
  { accounts, servers, verdicts }: Asked,
  { id }: AccountSummary,
): Promise<AccountStatus | null> {
  // It proves the account token too, and brings the access tokens of today.
  const refreshed = await servers.refresh(id);
  const account = accounts.summaries().find((one) => one.id === id);
  if (account === undefined) return null;
  const present = servers.list(id).servers;
  const found = refreshed.ok
    ? await verdicts.check(
        present.map((server) => ({ kind: 'access', accountId: id, serverId: server.id })),
        { isAsked: true },
      )
    : [];
  return {
    account,
    verdict: refreshed.ok ? account.verdict : unlessRejected(account.verdict, refreshed.error.code),
    servers: present.map((server, index) => ({ server, verdict: found[index] ?? notAsked })),
  };
}

/** What an earlier run proved is no news of today. */
const unlessRejected = (verdict: Verdict, reason: AppErrorCode | null): Verdict =>
  verdict.kind === 'rejected'
    ? verdict
    : {
        kind: 'unknown',
        reason,
        lastProvedAt: verdict.kind === 'valid' ? verdict.provedAt : verdict.lastProvedAt,
      };

/** Everything that is watched, as it was found just now. */
export interface WholeStatus {
  readonly accounts: readonly AccountStatus[];
  readonly apps: readonly AppTokenSummary[];
}

/** The same, with the app tokens and the files they are in. */
export async function askAboutEverything(
  services: Asked & { readonly appTokens: AppTokens; readonly clock: Pick<Clock, 'now'> },
): Promise<WholeStatus> {
  const { appTokens, verdicts, clock } = services;
  const startedAt = clock.now();
  const accounts = await askAboutAccounts(services);
  const locked =
    accounts
      .map(({ verdict }) => (verdict.kind === 'unknown' ? verdict.reason : null))
      .find((reason) => reason?.startsWith('vault.') === true) ?? null;
  if (locked === null) {
    await verdicts.check(
      appTokens.summaries().map(({ id }) => ({ kind: 'app', appTokenId: id })),
      { isAsked: true },
    );
    await appTokens.lookAtDestinations();
  }
  const apps = appTokens.summaries().map((app) => {
    const isOfBefore = app.verdict.kind === 'valid' && app.verdict.provedAt < startedAt;
    return isOfBefore ? { ...app, verdict: unlessRejected(app.verdict, locked) } : app;
  });
  return { accounts, apps };
}
