import type { SignInState } from '../../../shared/model/sign-in.ts';

/** Whether an attempt is going on, or waits for the person's word; a failed one is over. */
export const isUnderWay = (state: SignInState): boolean =>
  state.kind === 'otherUser' || ('phase' in state && state.phase !== 'failed');
