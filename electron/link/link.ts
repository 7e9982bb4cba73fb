import type { AccountId } from '../../shared/model/ids.ts';
import { readLinkCode } from '../../shared/model/read-link-code.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Activity } from '../activity/activity.ts';
import type { Accounts } from '../accounts/accounts.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Log } from '../ports.ts';

/** Approves another device's four-character code, as plex.tv/link does. */
export interface Link {
  /** `code` as a person typed or pasted it. What can be none, a token above all, is not sent. */
  approve(accountId: AccountId, code: string): Promise<Result<null>>;
}

export function createLink(deps: {
  readonly accounts: Accounts;
  readonly plex: Pick<PlexClient, 'linkPin'>;
  readonly activity: Activity;
  readonly log: Log;
}): Link {
  const { accounts, plex, activity, log } = deps;
  return {
    approve: async (accountId, text) => {
      const account = accounts.find(accountId);
      if (!account.ok) return account;
      const code = readLinkCode(text);
      if (!code.ok) return code;
      const asked = await accounts.ask(accountId, async (token) => {
        const linked = await plex.linkPin(token, code.value);
        // An unknown code says nothing of the token that asked.
        return linked.ok || linked.error.code === 'link.codeUnknown' ? ok(linked) : linked;
      });
      if (!asked.ok) return asked;
      if (asked.value.ok) {
        log.info('link.approved');
        activity.record({ account: account.value, kind: 'linked', what: 'device' });
      }
      return asked.value;
    },
  };
}
