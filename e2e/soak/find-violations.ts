import type { DestinationFiles, ProfileFiles, Vault } from '../../electron/ports.ts';
import { openUsherIndex } from '../../electron/storage/profile/usher-index.ts';
import { secretPlacesIn } from '../../electron/storage/profile/index-content.ts';
import { startCore, type CoreUnderTest } from '../core/core-under-test.ts';
import type { Fact } from './fact.ts';
import { storedIn } from './stored-in.ts';

export interface Aftermath {
  readonly plexUrl: string;
  readonly files: ProfileFiles;
  readonly vault: Vault;
  readonly destinationFiles: DestinationFiles;
  /** Every secret that is in the keychain now, as another program sees it. */
  readonly listSecrets: () => Promise<readonly string[]>;
  readonly facts: readonly Fact[];
  /** Approves a PIN as the person in the browser would. */
  readonly approve: (code: string) => Promise<void>;
  /** A kill between Plex's answer and the keychain then costs the token that was kept: a rejection is the truth. */
  readonly oneTokenPerClient: boolean;
}

/** Starts Usher again after its end, lets it settle, and answers what is not as it was promised. */
export async function findViolations(aftermath: Aftermath): Promise<readonly string[]> {
  const { plexUrl, files, vault, facts, destinationFiles } = aftermath;
  const violations: string[] = [];
  const complain = (isWrong: boolean, what: string): void => {
    if (isWrong) violations.push(what);
  };

  const found = await openUsherIndex(files, () => 0);
  if (!found.ok) return [`the index can't be read: ${found.error.code}`];
  const { opening } = found.value;
  complain(opening.how !== 'read' && opening.how !== 'fresh', `index opened as ${opening.how}`);
  const before = found.value.content();

  // The vault is still needed when this run is over.
  const keptOpen = { ...vault, dispose: () => undefined };
  const core = await startCore({ plexUrl, files, vault: keptOpen, destinationFiles });
  await core.usher.settle();
  complain(!(await isResumedSignInDone(core, aftermath.approve)), 'a waiting sign-in was lost');
  await core.waitFor('signOuts', ({ length }) => length === 0);
  const { accounts, tokens, notices } = core.snapshot();
  const kinds = notices.map(({ kind }) => kind);
  const accountIds = accounts.map(({ id }) => id);
  const tokenIds = tokens.map(({ id }) => id);

  const wasRemoving = before.accounts.some(({ isSigningOut }) => isSigningOut);
  complain(wasRemoving && !kinds.includes('removalFinished'), 'a removal was finished unsaid');
  const hadLeftovers = before.unfinishedKeys.length > 0;
  complain(hadLeftovers && !kinds.includes('leftoversRemoved'), 'leftovers were removed unsaid');
  complain(
    accounts.some(({ status }) => status !== 'ready'),
    'an account is still being signed out',
  );
  complain(new Set(accounts.map(({ uuid }) => uuid)).size < accounts.length, 'an account twice');

  for (const accountId of storedIn(facts).accountIds) {
    complain(!accountIds.includes(accountId), 'an account reported stored is lost');
  }
  for (const tokenId of storedIn(facts).tokenIds) {
    complain(!tokenIds.includes(tokenId), 'a token reported stored is lost');
  }
  for (const fact of facts) {
    const isAccountBack = fact.kind === 'accountRemoved' && accountIds.includes(fact.accountId);
    complain(isAccountBack, 'an account reported removed is back');
    const isTokenBack = fact.kind === 'tokenRemoved' && tokenIds.includes(fact.tokenId);
    complain(isTokenBack, 'a token reported removed is back');
  }
  for (const { id: accountId, verdict } of accounts) {
    if (verdict.kind === 'rejected') continue;
    const loaded = await core.request('account.load', { accountId });
    const isRotatedOut =
      aftermath.oneTokenPerClient && !loaded.ok && loaded.error.code === 'token.rejected';
    complain(
      !loaded.ok && !isRotatedOut,
      `a listed account does not work: ${loaded.ok ? '' : loaded.error.code}`,
    );
  }
  for (const tokenId of tokenIds) {
    const secret = { kind: 'transient', tokenId } as const;
    const shown = await core.request('secret.reveal', { secret });
    complain(!shown.ok, `a listed token can't be read: ${shown.ok ? '' : shown.error.code}`);
  }
  violations.push(...(await appTokenViolations(core, facts)));
  await core.usher.close();

  const settled = await openUsherIndex(files, () => 0);
  if (!settled.ok) return [...violations, `the index can't be read: ${settled.error.code}`];
  const after = settled.value.content();
  complain(after.unfinishedKeys.length > 0, 'keys are left unfinished');
  const named = await Promise.all(
    secretPlacesIn(after).map(async ({ secretKey }) => {
      const read = await vault.get(secretKey);
      return read.ok ? read.value : null;
    }),
  );
  complain(named.includes(null), 'an entry names a secret that is not there');
  const kept = await aftermath.listSecrets();
  const isSame = JSON.stringify([...kept].sort()) === JSON.stringify([...named].sort());
  complain(!isSame, `the keychain holds ${kept.length} secrets, the index names ${named.length}`);
  return violations;
}

/** What is not as it was promised of the tokens of programs. */
async function appTokenViolations(
  core: CoreUnderTest,
  facts: readonly Fact[],
): Promise<readonly string[]> {
  await core.must('appToken.refresh', {});
  // What was ended from outside is repaired as the person does it, however far that had come.
  if (facts.some(({ kind }) => kind === 'appTokenEnded')) await core.must('repair.replaceApps', {});
  const { accounts, appTokens } = core.snapshot();
  const ids = appTokens.map(({ id }) => id);
  const stored = storedIn(facts).appTokenIds;
  const violations = appTokens.flatMap(({ id, verdict, work, destinations }) => [
    ...(verdict.kind === 'valid' ? [] : [`a listed app token is ${verdict.kind}`]),
    ...(['removing', 'rotating', 'replacing'].includes(work.kind)
      ? [`it is still ${work.kind}`]
      : []),
    ...destinations
      .filter(({ state }) => stored.has(id) && state.kind !== 'upToDate')
      .map(({ state }) => `what its program reads is ${state.kind}`),
  ]);
  for (const id of stored) if (!ids.includes(id)) violations.push('an app token stored is lost');
  for (const fact of facts) {
    const isBack = fact.kind === 'appTokenRemoved' && ids.includes(fact.appTokenId);
    if (isBack) violations.push('an app token reported removed is back');
  }
  for (const { id: accountId, verdict } of accounts) {
    if (verdict.kind === 'rejected') continue;
    await core.must('devices.refresh', { accountId });
    const list = core.snapshot().devices.find((one) => one.accountId === accountId);
    const deviceCount = list?.devices.filter(({ product }) => product === 'Kometa').length ?? 0;
    const knownCount = appTokens.reduce(
      (count, { work }) => count + (work.kind === 'rotationStopped' ? 2 : 1),
      0,
    );
    if (deviceCount !== knownCount) {
      violations.push(`Plex lists ${deviceCount} devices of app tokens, Usher knows ${knownCount}`);
    }
  }
  return violations;
}

/** A PIN that was waiting when the end came is asked about again: approved now, it ends in an account. */
async function isResumedSignInDone(
  core: CoreUnderTest,
  approve: Aftermath['approve'],
): Promise<boolean> {
  const { signIn } = core.snapshot();
  if (signIn.kind !== 'code' || signIn.phase !== 'waiting') return true;
  await approve(signIn.code);
  await core.clock.advance(2_000);
  const state = await core.waitFor(
    'signIn',
    ({ kind, ...rest }) => kind === 'done' || ('phase' in rest && rest.phase === 'failed'),
  );
  return state.kind === 'done';
}
