import type { AccountId, AppTokenId, ServerId, TransientTokenId } from '../../shared/model/ids.ts';
import type { Stage } from './scenario.ts';

/** What a person does with Usher, each reported as they see it. A refusal is no report: the person is told so. */
export const acts = {
  signIn: async ({ core, report }: Stage): Promise<void> => {
    await core.must('signIn.submitPassword', {
      login: 'robin@example.invalid',
      password: 'robin-demo-password',
      verificationCode: '246810',
      rememberMe: true,
    });
    const state = await core.waitFor('signIn', isOver);
    if (state.kind === 'done') report({ kind: 'accountStored', accountId: state.accountId });
  },

  signInByCode: async ({ core, report, approve }: Stage): Promise<void> => {
    await core.must('signIn.startCode', {});
    const waiting = await core.waitFor(
      'signIn',
      (state) => isOver(state) || ('phase' in state && state.phase === 'waiting'),
    );
    if (waiting.kind !== 'code' || waiting.phase !== 'waiting') return;
    await approve(waiting.code);
    // Past the next question to Plex, which is asked every two seconds.
    await core.clock.advance(2_000);
    const state = await core.waitFor('signIn', isOver);
    if (state.kind === 'done') report({ kind: 'accountStored', accountId: state.accountId });
  },

  mint: async ({ core, report, serverId }: Stage): Promise<void> => {
    const accountId = firstAccount(core.snapshot().accounts);
    const minted = await core.request('server.copyToken', {
      mode: 'new',
      accountId,
      serverId: serverId as ServerId,
    });
    // One that the keychain did not take is held in memory, and labelled so: no promise beyond this session.
    if (minted.ok && minted.value.token.storage === 'keychain')
      report({ kind: 'tokenStored', tokenId: minted.value.token.id });
  },

  forget: async ({ core, report }: Stage): Promise<void> => {
    const tokenId = firstToken(core.snapshot().tokens);
    report({ kind: 'forgetAsked', tokenId });
    const forgotten = await core.request('token.forget', { tokenId });
    if (forgotten.ok) report({ kind: 'tokenRemoved', tokenId });
  },

  signOut: async ({ core, report }: Stage): Promise<void> => {
    const accountId = firstAccount(core.snapshot().accounts);
    report({ kind: 'signOutAsked', accountId });
    const done = await core.request('account.signOut', { accountId });
    if (done.ok) report({ kind: 'accountRemoved', accountId });
  },

  signOutLater: async ({ core, report }: Stage): Promise<void> => {
    const accountId = firstAccount(core.snapshot().accounts);
    report({ kind: 'signOutAsked', accountId });
    const done = await core.request('account.signOutLater', { accountId });
    if (!done.ok) return;
    report({ kind: 'accountRemoved', accountId });
    // Over, or put off until the person or the next start.
    await core.waitFor('signOuts', (all) => all.every(({ phase }) => phase !== 'running'));
  },

  removeLocally: async ({ core, report }: Stage): Promise<void> => {
    const accountId = firstAccount(core.snapshot().accounts);
    report({ kind: 'signOutAsked', accountId });
    const done = await core.request('account.removeLocally', { accountId });
    if (done.ok) report({ kind: 'accountRemoved', accountId });
  },

  addAppToken: async ({ core, report, destination }: Stage): Promise<void> => {
    const accountId = firstAccount(core.snapshot().accounts);
    const wanted = { accountId, name: 'Kometa', serverId: null, destinations: [destination] };
    const added = await core.usher.services.appTokens.add(wanted, {
      ...{ kind: 'person', isConfirmed: true },
    });
    if (added.ok && added.value.unwritten.length === 0) {
      report({ kind: 'appTokenStored', appTokenId: added.value.id });
    }
  },

  rotateAppToken: async ({ core }: Stage): Promise<void> => {
    const appTokenId = firstAppToken(core.snapshot().appTokens);
    await core.request('appToken.rotate', { appTokenId });
  },

  endAppToken: async ({ core, report }: Stage): Promise<void> => {
    const accountId = firstAccount(core.snapshot().accounts);
    await core.must('devices.refresh', { accountId });
    const { devices, appTokens } = core.snapshot();
    const listed = devices.find((one) => one.accountId === accountId)?.devices ?? [];
    const deviceIds = listed.flatMap(({ id, product }) => (product === 'Kometa' ? [id] : []));
    await core.must('devices.revoke', { accountId, deviceIds });
    await core.must('appToken.refresh', {});
    report({ kind: 'appTokenEnded', appTokenId: firstAppToken(appTokens) });
  },

  repairAppTokens: async ({ core }: Stage): Promise<void> => {
    await core.request('repair.replaceApps', {});
  },

  removeAppToken: async ({ core, report }: Stage): Promise<void> => {
    const appTokenId = firstAppToken(core.snapshot().appTokens);
    report({ kind: 'appTokenRemovalAsked', appTokenId });
    const removed = await core.request('appToken.remove', { appTokenId, isClearing: true });
    if (removed.ok) report({ kind: 'appTokenRemoved', appTokenId });
  },
} as const;

const isOver = (state: { readonly kind: string; readonly phase?: string }): boolean =>
  state.kind === 'done' || state.phase === 'failed';

const firstAccount = ([first]: readonly { readonly id: AccountId }[]): AccountId => {
  if (first === undefined) throw new Error('The scenario has no account to act on.');
  return first.id;
};

const firstToken = ([first]: readonly { readonly id: TransientTokenId }[]): TransientTokenId => {
  if (first === undefined) throw new Error('The scenario has no token to act on.');
  return first.id;
};

const firstAppToken = ([first]: readonly { readonly id: AppTokenId }[]): AppTokenId => {
  if (first === undefined) throw new Error('The scenario has no app token to act on.');
  return first.id;
};
