export const signInText = {
  welcome: 'Welcome to Usher',
  addAccount: 'Add an account',
  lead: 'Sign in to Plex to see your account and servers, and to mint short-lived tokens.',
  custody: 'Your token is kept in the keychain of this computer and nowhere else.',
  ways: 'Ways to sign in',
  deviceName: (name: string): string => `Plex will list this computer as “${name}” under`,
  authorizedDevices: 'Authorized Devices',
  notAffiliated: 'Usher is not affiliated with Plex.',
  cancel: 'Cancel',
  back: 'Other ways to sign in',
  startAgain: 'Start again',
  stillWaiting: 'Usher keeps waiting.',
  finishing: 'Approved. Storing the token and reading the account.',
  signedIn: (title: string): string => `Signed in as ${title}.`,
  signedInAgain: (title: string): string =>
    `Signed in again as ${title}. The old token was replaced.`,
};
