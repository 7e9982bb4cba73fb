import type { AccountId } from '../shared/model/ids.ts';
import type { Accounts } from './core/accounts/accounts.ts';
import type { Avatars } from './core/accounts/avatars.ts';
import type { SignOutBoard } from './core/sign-out/sign-out-board.ts';
import type { Devices } from './core/devices/devices.ts';
import type { AccountEntry, IndexContent } from './storage/profile/index-content.ts';
import type { UsherIndex } from './storage/profile/usher-index.ts';
import type { ServerDirectory } from './core/servers/server-directory.ts';
import type { Sources } from './sources/sources.ts';
import type { TransientTokens } from './core/tokens/transient-tokens.ts';

/** Shows what other processes change in the index, and lets go of what is held here of accounts that they removed. */
export function followOthers(deps: {
  readonly index: UsherIndex;
  readonly accounts: Accounts;
  readonly avatars: Avatars;
  readonly servers: ServerDirectory;
  readonly tokens: TransientTokens;
  readonly sources: Sources;
  readonly devices: Devices;
  readonly board: SignOutBoard;
}): void {
  const { index, accounts, avatars, servers, tokens, sources, devices, board } = deps;

  const letGo = (accountId: AccountId): void => {
    accounts.forget(accountId);
    sources.forget(accountId);
    devices.forget(accountId);
    void servers.forget(accountId);
    // Those of this session, which the other process knows nothing of.
    void tokens.forgetAllOf(accountId);
  };

  const takeUp = ({ id, thumbUrl }: AccountEntry): void => {
    accounts.forget(id);
    avatars.fetch(id, thumbUrl);
    void servers.refresh(id);
  };

  index.onTakenOver((before) => {
    const present = index.content();
    for (const { id } of before.accounts) if (!has(present, id)) letGo(id);
    accounts.tell();
    tokens.tell();
    board.tell();
    for (const entry of present.accounts) if (!hasToken(before, entry)) takeUp(entry);
  });
}

const has = ({ accounts }: IndexContent, accountId: AccountId): boolean =>
  accounts.some(({ id }) => id === accountId);

const hasToken = ({ accounts }: IndexContent, { secretKey }: AccountEntry): boolean =>
  accounts.some((one) => one.secretKey === secretKey);
