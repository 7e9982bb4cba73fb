import type { AccountId } from '../../../shared/model/ids.ts';
import type { SecretStorage } from '../../../shared/model/token.ts';
import type { AccountEntry, IndexContent } from '../../storage/profile/index-content.ts';
import type { KeptSecret } from '../secret-keeper.ts';

/** Puts an account of this name in, or gives the one that is here another secret. */
export const accountNamed =
  (name: string, lastFour = '') =>
  (content: IndexContent, kept: KeptSecret): IndexContent => ({
    ...content,
    accounts: [
      ...content.accounts.filter(({ uuid }) => uuid !== name),
      entryOf(name, lastFour, kept.secretKey, kept.storage),
    ],
  });

const entryOf = (
  uuid: string,
  lastFour: string,
  secretKey: string,
  storage: SecretStorage,
): AccountEntry => ({
  id: uuid as AccountId,
  uuid,
  username: uuid,
  title: uuid,
  email: '',
  thumbUrl: null,
  hasPlexPass: null,
  secretKey,
  storage,
  lastFour,
  tokenKind: 'classic',
  tokenEndsAt: null,
  addedAt: 0,
  signedInAt: 0,
  lastProvedAt: null,
  rejectedAt: null,
  lastPingedAt: null,
  issuedTo: 'here',
  isFailureTold: false,
  isSigningOut: false,
  isRevoking: false,
  note: '',
  homeOf: null,
  signingOutBy: null,
});
