import type { AccountId } from '../../../shared/model/ids.ts';
import type { SecretStorage } from '../../../shared/model/token.ts';
import type { Vault } from '../../ports.ts';
import {
  createMemoryVault,
  createVaultSwitch,
  type MemoryVault,
  type VaultSwitch,
} from '../keychain/vault-switch.ts';
import type { AccountEntry, IndexContent } from '../profile/index-content.ts';
import { createMemoryProfileFiles } from '../profile/memory-profile-files.ts';
import { openUsherIndex, type UsherIndex } from '../profile/usher-index.ts';
import { createSecretKeeper, type KeptSecret, type SecretKeeper } from '../secret-keeper.ts';

export interface KeeperUnderTest {
  readonly keeper: SecretKeeper;
  readonly index: UsherIndex;
  readonly vault: VaultSwitch;
  /** What the keychain holds, past every trouble. */
  readonly keychain: MemoryVault;
}

/** A keeper on memory; `troubled` puts trouble between it and the keychain. */
export async function startKeeper(
  troubled: (keychain: Vault) => Vault = (keychain) => keychain,
): Promise<KeeperUnderTest> {
  const opened = await openUsherIndex(createMemoryProfileFiles(), () => 0);
  if (!opened.ok) throw new Error(opened.error.code);
  const index = opened.value;
  const keychain = createMemoryVault();
  const session = createMemoryVault();
  const vault = createVaultSwitch({
    keychain: troubled(keychain),
    session,
    isInKeychain: (key) => index.isInKeychain(key),
  });
  return { keeper: createSecretKeeper({ vault, session, index }), index, vault, keychain };
}

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
  pastSubscriptions: null,
  trials: null,
  isSigningOut: false,
  isRevoking: false,
  note: '',
  homeOf: null,
  signingOutBy: null,
});
