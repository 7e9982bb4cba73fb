import { listOf } from './formats.ts';
import { catalogue } from './language.ts';
import { fingerprintLines } from './questions.ts';

// Titles and names are text from outside, to be cleaned before.

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

/** What the terminal tells of an account besides its record. */
export const terminalAccountText = catalogue({
  en: {
    pastIsOf: (date: string): string => `Past subscriptions and trials are as of ${date}.`,
  },
});

/** What the terminal tells when somebody signs out. */
export const terminalSignOutText = catalogue({
  en: {
    nothingRemoved: 'Nothing was removed.',
    onlyHomeUsersRemoved: (titles: readonly string[]): string =>
      `Only Home users were removed: ${listOf(titles)}.`,
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

/** What the terminal tells when a device is revoked. */
export const revokeText = catalogue({
  en: {
    isHere: (signOut: string): string =>
      `This device is Usher on this computer. To sign it out: ${signOut}`,
    gone: (device: string): string => `Revoked ${device}.`,
    stillThere: (device: string): string => `Plex accepted the request but still lists ${device}.`,
    unconfirmed: (device: string): string => `Revoked ${device}, but couldn’t confirm it.`,
  },
});

const notCleared = 'The command line won’t clear the clipboard, and clipboard history may keep it.';

/** What the terminal tells of tokens besides its tables. */
export const terminalTokenText = catalogue({
  en: {
    notSaved: 'Warning: couldn’t save the token to the keychain. It works but isn’t listed.',
    copied: (server: string, duration: string): string =>
      `Copied a new token for ${server} (valid up to ${duration}). ${notCleared}`,
    copiedInstead: (server: string, duration: string): string =>
      `The last token for ${server} is no longer valid. Copied a new one (valid up to ${duration}). ${notCleared}`,
    copiedPresent: (lastFour: string, server: string, duration: string): string =>
      `Copied the token …${lastFour} for ${server}, which is still valid (up to ${duration}). ${notCleared}`,
    copiedUnchecked: (lastFour: string, server: string, reason: string): string =>
      `Copied the token …${lastFour} for ${server}, but couldn’t check whether it’s still valid. ${reason} ${notCleared}`,
    savedUncopied: (lastFour: string, server: string): string =>
      `Minted and saved the token …${lastFour} for ${server}, but couldn’t copy it. To forget it: usher forget ${lastFour}`,
    forgot: (lastFour: string, server: string): string =>
      `Forgot the token …${lastFour} of ${server}. The server accepts it until it expires.`,
    noConnections: (source: string): string => `The server has no connections for ${source}.`,
    paste: 'Paste a token, or text containing one, then press Ctrl-D.',
    skipped: 'More tokens were found and skipped.',
  },
});

/** What the terminal tells of addresses that are added and removed. */
export const terminalAddressText = catalogue({
  en: {
    added: (uri: string, server: string): string => `Added ${uri} to ${server}.`,
    alreadyThere: (uri: string, server: string): string => `${server} already has ${uri}.`,
    removed: (uri: string, server: string): string => `Removed ${uri} from ${server}.`,
    needsAllowHttp:
      'This address isn’t encrypted. Usher sends a token there only with --allow-http, while no secure address of the server answers.',
    addedTitle: 'Addresses you added:',
    ofServer: (uri: string, server: string): string => `${uri} of ${server}`,
    onlyWith: (certificate: string): string =>
      `only with this certificate (SHA-256):\n${fingerprintLines(certificate)}`,
    pinned: (certificate: string): string =>
      `Usher accepts only this certificate there (SHA-256):\n${fingerprintLines(certificate)}`,
  },
});

/** Why a command did not run with a new token. */
export const execText = catalogue({
  en: {
    noCommand: 'No command after --.',
    notExecutable: 'can’t be executed',
    notFound: 'command not found',
  },
});
