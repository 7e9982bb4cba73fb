import type { WireAccount } from '../plex/wire/account.ts';
import { titleOf } from './title-of.ts';

/** What the index keeps of an account, so that the sidebar is there before anything is asked. */
export const factsOf = (account: WireAccount) => ({
  uuid: account.uuid,
  username: account.username ?? '',
  title: titleOf(account),
  email: account.email ?? '',
  thumbUrl: account.thumb,
  hasPlexPass: account.subscription.active,
});
