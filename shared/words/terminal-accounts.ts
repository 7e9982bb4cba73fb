import { catalogue } from './language.ts';

// Titles are text from outside, to be cleaned before.

/** What the terminal asks and tells when somebody signs in. */
export const terminalSignInText = catalogue({
  en: {
    askUser: 'Username or email: ',
    askPassword: 'Password: ',
    askCode: 'Verification code: ',
    noUser: 'Missing username. Use --user NAME.',
    noPassword: 'Missing password. Enter it, or pass it on the first line of stdin.',
    twoFactor: 'This account is protected by two-factor authentication.',
    approve: (url: string): string =>
      `Approve the sign-in in your browser. If it didn’t open:\n${url}`,
    openAndApprove: (url: string): string =>
      `Couldn’t open a browser. Open this page on any device and approve the sign-in:\n${url}`,
    enterCode: (linkUrl: string, code: string, prefilledUrl: string): string =>
      `Go to ${linkUrl} and enter ${code}\nor open ${prefilledUrl}`,
    trouble: 'Can’t reach Plex. Still waiting…',
    done: (title: string): string => `Signed in to ${title}.`,
    doneAgain: (title: string): string => `Signed in to ${title} again.`,
  },
});

/** What the terminal tells when somebody signs out. */
export const terminalSignOutText = catalogue({
  en: {
    nothingRemoved: 'Nothing was removed.',
    onlyHomeUsersRemoved: (titles: readonly string[]): string =>
      `Only Home users were removed: ${titles.join(', ')}.`,
    withoutPlex: 'To remove it without Plex: usher sign-out --local',
    signedOut: (title: string): string => `Signed out of ${title}.`,
    proved:
      'Its token was revoked, and everything but the entries in Activity was removed from this computer.',
    unproved:
      'Everything but the entries in Activity was removed from this computer. ' +
      'Plex said it revoked the token, but gave no clear answer when Usher checked. ' +
      'To be sure, look for Usher in Authorized Devices at Plex.',
    removed: (title: string): string => `Removed ${title} from this computer.`,
    stillValid: 'The token stays valid at Plex until it’s revoked there.',
    stillUsed: 'Its token wasn’t revoked: the same user still uses it on this computer.',
  },
});
