import { catalogue } from './language.ts';

export const vaultText = catalogue({
  en: {
    region: 'Keychain',
    openDoctor: 'Check keychain',
    checking: 'Checking the keychain…',
    waitingTitle: 'Waiting for your keychain',
    waitingDetail:
      'Your system is probably asking for your keychain password. The prompt may be behind this window.',
    cancelWaiting: 'Cancel',
    tryAgain: 'Try again',
    withoutKeychain: 'Without a keychain',
    useSessionOnly: 'Continue without saving',
    sessionOnlyExplained:
      'Usher can keep tokens in memory until you quit. You’ll sign in again next time.',
    sessionOnlyTitle: 'Until you quit',
    sessionOnlyDetail: 'Tokens are in memory only and are lost when you quit.',
    tryKeychain: 'Try the keychain again',
  },
});
