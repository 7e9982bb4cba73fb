import type { ServerId } from '../../../shared/model/ids.ts';
import type { Result } from '../../../shared/result.ts';
import type { CoreUnderTest } from '../core-under-test.ts';
import type { SharingMessage, SharingOrder, SharingPerson } from './sharing-message.ts';

export interface SharingStage {
  readonly core: CoreUnderTest;
  readonly order: SharingOrder;
  readonly say: (message: SharingMessage) => void;
  /** Has a PIN approved as the person in the browser would. */
  readonly approve: (code: string, username: string) => Promise<void>;
  /** One of several, as the seed wants it; undefined when there is none. */
  readonly choose: <T>(from: readonly T[]) => T | undefined;
}

export type SharingAct = (stage: SharingStage) => Promise<void>;

const hasSettled = (state: { readonly kind: string; readonly phase?: string }): boolean =>
  state.kind === 'done' || state.phase === 'failed' || state.kind === 'otherUser';

const noteRefusal = (stage: SharingStage, act: string, answer: Result<unknown>): void => {
  if (!answer.ok) stage.say({ kind: 'refused', act, code: answer.error.code });
};

/** Waits for the end of a sign-in that has begun. */
const storeSignIn = async (stage: SharingStage, act: string): Promise<void> => {
  const state = await stage.core.waitFor('signIn', hasSettled);
  if (state.kind === 'done') stage.say({ kind: 'accountStored', accountId: state.accountId });
  else if ('error' in state && state.error !== null) {
    stage.say({ kind: 'refused', act, code: state.error.code });
  }
};

const signIn: SharingAct = async (stage) => {
  const person = stage.choose<SharingPerson>(stage.order.people);
  if (person === undefined) return;
  const { login, password, verificationCode } = person;
  const form = { login, password, verificationCode, rememberMe: true };
  await stage.core.must('signIn.submitPassword', form);
  await storeSignIn(stage, 'signIn');
};

const signInByCode: SharingAct = async (stage) => {
  const person = stage.choose<SharingPerson>(stage.order.people);
  if (person === undefined) return;
  await stage.core.must('signIn.startCode', {});
  const waiting = await stage.core.waitFor(
    'signIn',
    (state) => hasSettled(state) || ('phase' in state && state.phase === 'waiting'),
  );
  if (waiting.kind !== 'code' || waiting.phase !== 'waiting') return;
  await stage.approve(waiting.code, person.username);
  // Past the next question to Plex, which is asked every two seconds.
  await stage.core.clock.advance(2_000);
  await storeSignIn(stage, 'signInByCode');
};

const mint: SharingAct = async (stage) => {
  const account = stage.choose(stage.core.snapshot().accounts);
  if (account === undefined) return;
  const serverId = stage.order.serverId as ServerId;
  const minted = await stage.core.request('server.copyToken', {
    mode: 'new',
    accountId: account.id,
    serverId,
  });
  noteRefusal(stage, 'mint', minted);
  if (minted.ok && minted.value.token.storage === 'keychain') {
    stage.say({ kind: 'tokenStored', accountId: account.id, tokenId: minted.value.token.id });
  }
};

const forget: SharingAct = async (stage) => {
  const token = stage.choose(stage.core.snapshot().tokens);
  if (token === undefined) return;
  stage.say({ kind: 'forgetAsked', tokenId: token.id });
  const forgotten = await stage.core.request('token.forget', { tokenId: token.id });
  noteRefusal(stage, 'forget', forgotten);
  if (forgotten.ok) stage.say({ kind: 'tokenRemoved', tokenId: token.id });
};

const reveal: SharingAct = async (stage) => {
  const token = stage.choose(stage.core.snapshot().tokens);
  if (token === undefined) return;
  const secret = { kind: 'transient', tokenId: token.id } as const;
  noteRefusal(stage, 'reveal', await stage.core.request('secret.reveal', { secret }));
};

const load: SharingAct = async (stage) => {
  const account = stage.choose(stage.core.snapshot().accounts);
  if (account === undefined) return;
  noteRefusal(stage, 'load', await stage.core.request('account.load', { accountId: account.id }));
};

const removing =
  (name: 'account.signOut' | 'account.removeLocally'): SharingAct =>
  async (stage) => {
    const account = stage.choose(stage.core.snapshot().accounts);
    if (account === undefined) return;
    stage.say({ kind: 'removalAsked', accountId: account.id });
    const removed = await stage.core.request(name, { accountId: account.id });
    noteRefusal(stage, name, removed);
    if (removed.ok) stage.say({ kind: 'accountRemoved', accountId: account.id });
  };

const toBegin: readonly SharingAct[] = [signIn, signInByCode];

/** What two processes do at once, the likelier ones more than once. */
const acts: readonly SharingAct[] = [
  ...toBegin,
  mint,
  mint,
  mint,
  mint,
  forget,
  reveal,
  load,
  removing('account.signOut'),
  removing('account.removeLocally'),
];

export const actAtRandom = async (stage: SharingStage): Promise<void> => {
  const isEmpty = stage.core.snapshot().accounts.length === 0;
  await stage.choose(isEmpty ? toBegin : acts)?.(stage);
};
