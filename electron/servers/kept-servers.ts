import * as v from 'valibot';
import type { AccountId, EpochMs } from '../../shared/model/ids.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { WireServer } from '../plex/wire-server.ts';
import type { ProfileFiles } from '../ports.ts';
import { openJsonDocument } from '../profile/json-document.ts';
import { wireServerSchema } from './wire-server-schema.ts';

/** The last known servers of each account, without their access tokens: what is shown before Plex has answered. */
export interface KeptServers {
  of(accountId: AccountId): KeptList | null;
  keep(list: KeptList): Promise<void>;
  forget(accountId: AccountId): Promise<void>;
  /** Forgets what a crash left of accounts that are gone. */
  keepOnly(accountIds: readonly AccountId[]): Promise<void>;
}

export interface KeptList {
  readonly accountId: AccountId;
  readonly refreshedAt: EpochMs;
  readonly servers: readonly WireServer[];
}

const schema = v.object({
  lists: v.array(
    v.object({
      accountId: v.pipe(
        v.string(),
        v.transform((text) => text as AccountId),
      ),
      refreshedAt: v.number(),
      servers: v.array(wireServerSchema),
    }),
  ),
});

export async function openKeptServers(
  files: ProfileFiles,
  now: () => number,
): Promise<Result<KeptServers>> {
  const empty: v.InferOutput<typeof schema> = { lists: [] };
  const opened = await openJsonDocument({
    files,
    name: 'servers.json',
    schema,
    empty,
    version: 1,
    now,
  });
  if (!opened.ok) return opened;
  const document = opened.value;
  return ok({
    of: (accountId) => document.value().lists.find((one) => one.accountId === accountId) ?? null,
    // A list that can't be kept is no loss: Plex is asked again.
    keep: async (list) => {
      await document.update(({ lists }) => ({
        lists: [
          ...lists.filter((one) => one.accountId !== list.accountId),
          { ...list, servers: [...list.servers] },
        ],
      }));
    },
    forget: async (accountId) => {
      await document.update(({ lists }) => ({
        lists: lists.filter((one) => one.accountId !== accountId),
      }));
    },
    keepOnly: async (accountIds) => {
      await document.update(({ lists }) => ({
        lists: lists.filter((one) => accountIds.includes(one.accountId)),
      }));
    },
  });
}
