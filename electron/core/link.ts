import { readLinkCode, type DeviceSummary } from '../../shared/model/device.ts';
import type { AccountId } from '../../shared/model/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { PlexClient } from '../plex/plex-client.ts';
import type { Log } from '../ports.ts';
import type { Accounts } from './accounts/accounts.ts';
import type { Activity } from './activity.ts';
import type { Devices } from './devices/devices.ts';

/** Approves another device's four-character code, as plex.tv/link does. */
export interface Link {
  /**
   * `code` as a person typed or pasted it. What can be none, a token above all, is not sent. Plex does not say who waits
   * with a code: answered is the one device that its list has more of afterwards, and null when that does not tell.
   */
  approve(accountId: AccountId, code: string): Promise<Result<DeviceSummary | null>>;
}

export function createLink(deps: {
  readonly accounts: Accounts;
  readonly devices: Pick<Devices, 'list' | 'refresh'>;
  readonly plex: Pick<PlexClient, 'linkPin'>;
  readonly activity: Activity;
  readonly log: Log;
}): Link {
  const { accounts, devices, plex, activity, log } = deps;

  /** Null when Plex does not tell; the code is approved all the same. */
  const listNow = async (accountId: AccountId): Promise<readonly DeviceSummary[] | null> => {
    const asked = await devices.refresh(accountId);
    return asked.ok ? devices.list(accountId).devices : null;
  };

  const newSince = async (
    accountId: AccountId,
    before: readonly DeviceSummary[] | null,
  ): Promise<DeviceSummary | null> => {
    const after = before === null ? null : await listNow(accountId);
    const known = new Set(before?.map(({ id }) => id));
    const [only, ...others] = (after ?? []).filter(({ id }) => !known.has(id));
    return others.length === 0 ? (only ?? null) : null;
  };

  const sendCode = async (accountId: AccountId, code: string): Promise<Result<null>> => {
    const asked = await accounts.ask(accountId, async (token) => {
      const linked = await plex.linkPin(token, code);
      // An unknown code says nothing of the token that asked.
      return linked.ok || linked.error.code === 'link.codeUnknown' ? ok(linked) : linked;
    });
    return asked.ok ? asked.value : asked;
  };

  return {
    approve: async (accountId, text) => {
      const account = accounts.find(accountId);
      if (!account.ok) return account;
      const code = readLinkCode(text);
      if (!code.ok) return code;
      const before = await listNow(accountId);
      const sent = await sendCode(accountId, code.value);
      if (!sent.ok) return sent;
      log.info('link.approved');
      activity.record({ account: account.value, kind: 'linked', what: 'device' });
      return ok(await newSince(accountId, before));
    },
  };
}
