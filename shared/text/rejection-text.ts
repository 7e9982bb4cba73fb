import type { RejectionCause } from '../errors.ts';

/** Why a transient token died before its time, as far as it is known. */
export const rejectionText: Readonly<Record<RejectionCause | 'expired', string>> = {
  expired: 'Its 48 hours are over.',
  serverRestarted:
    'The server was most likely restarted since: it still takes the account, and a restart is what ends transient tokens.',
  accessEnded: 'The account may no longer use this server, and its tokens ended with that.',
  unclear: 'Why could not be told: the server could not be asked about the account itself.',
};
