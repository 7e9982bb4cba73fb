import { countOf } from './count-of.ts';
import { singleLine } from './single-line.ts';

/** Words of the system's notifications. */
export const alarmText = {
  rejected: (account: string) => ({
    title: `${singleLine(account)}: sign in again`,
    body: 'Plex no longer accepts the token of this account. It keeps its place in Usher; open it to sign in again.',
  }),
  ending: (account: string) => ({
    title: `${singleLine(account)}: the token ends within a day`,
    body: 'Open the account in Usher and sign in again, so that nothing that uses it stops.',
  }),
  several: (count: number) => ({
    title: `${countOf(count, 'account')} need attention`,
    body: 'Plex no longer accepts their tokens, or will not for long. A new password that signs out every device does that. Open Usher to sign in again.',
  }),
} as const;
