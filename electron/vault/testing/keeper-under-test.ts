import type { Vault } from '../../ports.ts';
import { createMemoryProfileFiles } from '../../storage/profile/memory-profile-files.ts';
import { openUsherIndex, type UsherIndex } from '../../storage/profile/usher-index.ts';
import {
  createMemoryVault,
  createVaultSwitch,
  type MemoryVault,
  type VaultSwitch,
} from '../../storage/keychain/vault-switch.ts';
import { createSecretKeeper, type SecretKeeper } from '../secret-keeper.ts';

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
