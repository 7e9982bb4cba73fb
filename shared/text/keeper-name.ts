import type { KeychainSetting } from './keychain-setting.ts';

const names: { readonly [Keeper in KeychainSetting['keeper']]: string } = {
  gnomeKeyring: 'GNOME Keyring',
  kwallet: 'KWallet',
  keepassxc: 'KeePassXC',
  other: 'The keychain',
};

/** The program that keeps the secrets, as a sentence begins with it. */
export function keeperName(setting: KeychainSetting): string {
  switch (setting.platform) {
    case 'linux':
    case 'other':
      return names[setting.keeper];
    case 'darwin':
      return 'The macOS keychain';
    case 'win32':
      return 'Windows Credential Manager';
  }
}
