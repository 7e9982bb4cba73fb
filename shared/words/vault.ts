import { catalogue } from './language.ts';

export const vaultText = catalogue({
  en: {
    region: 'Keychain',
    openDoctor: 'Open the keychain doctor',
    checking: 'Asking the keychain',
    waitingTitle: 'Waiting for your keychain',
    waitingDetail:
      'The system most likely asks for the password of the keychain in a window of its own. It can be behind this one.',
    cancelWaiting: 'Cancel',
    tryAgain: 'Try again',
    useSessionOnly: 'Use this session only',
    sessionOnlyExplained:
      'Without a keychain, Usher can hold tokens in memory for this session. Nothing is stored, and everything is gone when Usher quits; you then sign in again.',
    sessionOnlyTitle: 'This session only',
    sessionOnlyDetail:
      'Tokens are held in memory. Nothing is stored, and all are gone when Usher quits.',
    tryKeychain: 'Try the keychain again',
  },
});
