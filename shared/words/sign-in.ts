import type { AccountSummary } from '../model/account.ts';
import { pluralOf } from './formats.ts';
import { type Around, catalogue } from './language.ts';

export const signInText = catalogue({
  en: {
    welcome: 'Welcome to Usher',
    addAccount: 'Add an account',
    lead: 'Sign in to Plex to see your account and servers, and to mint short-lived tokens.',
    custody: 'Your token is kept nowhere but in the keychain of this computer.',
    ways: 'Ways to sign in',
    deviceName: <Part>(name: string, place: Part): Around<Part> => [
      `Plex will list this computer as “${name}” under `,
      place,
    ],
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
  },
});

export const browserSignInText = catalogue({
  en: {
    title: 'With your browser',
    recommended: 'Recommended',
    detail: 'Plex asks you to sign in on its own page.',
    points: [
      'Nothing is typed into Usher',
      'Google, Apple and Facebook accounts too',
      'Two-factor authentication included',
    ],
    start: 'Open browser',
    starting: 'Asking Plex for a sign-in page',
    waitingTitle: 'Approve the sign-in in your browser',
    waitingDetail:
      'A page of plex.tv has opened in your browser. Sign in there; Usher goes on by itself.',
    notOpened: 'No browser opened. Copy the link and open it yourself.',
    timeLeft: <Part>(left: Part): Around<Part> => ['Time left ', left],
    openAgain: 'Open again',
    copyLink: 'Copy link',
    linkName: 'link to the sign-in page',
  },
});

export const codeSignInText = catalogue({
  en: {
    title: 'With a code',
    detail: 'Four characters to type on a phone or on another computer, or a QR code to scan.',
    start: 'Show a code',
    starting: 'Asking Plex for a code',
    waitingTitle: 'Type this code at Plex',
    step: <Part>(address: Part): Around<Part> => ['On any device, open ', address],
    orScan: 'Or scan the QR code with a phone; the code is then filled in.',
    codeForReaders: (code: string): string => `Code: ${Array.from(code).join(' ')}`,
    copyCode: 'Copy code',
    copyName: 'code',
    qrLabel: 'QR code that opens the page with the code filled in',
    renewsIn: <Part>(left: Part): Around<Part> => ['Replaced by a new code in ', left],
    renewed: (code: string): string =>
      `The code ran out. The new one is ${Array.from(code).join(' ')}.`,
  },
});

export const passwordSignInText = catalogue({
  en: {
    title: 'With your password',
    detail: 'Your password goes to plex.tv and is not kept.',
    login: 'User name or e-mail',
    password: 'Password',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    forgot: 'Forgot password?',
    code: 'Verification code',
    codeHint: 'Six digits from your authenticator app, or a backup code.',
    codeAsked: 'Plex asks for a verification code.',
    loginMissing: 'Type the user name or e-mail of the account.',
    passwordMissing: 'Type the password.',
    codeMissing: 'Type the verification code.',
    rememberMe: 'Keep me signed in',
    rememberMeHint: 'Off: the token is held in memory only, and the account is gone when you quit.',
    submit: 'Sign in',
    submitting: 'Asking Plex',
    useBrowser: 'Use the browser',
    waitFor: <Part>(left: Part): Around<Part> => ['You can try again in ', left],
  },
});

export const signInAgainText = catalogue({
  en: {
    title: (name: string): string => `Sign in again as ${name}`,
    lead: 'The account keeps its place, its note, its servers and its transient tokens. Only its token is replaced.',
    browserHint:
      'Your browser may be signed in to Plex as somebody else. Look who it is before you approve.',
    other: {
      title: (name: string): string => `${name} signed in`,
      detail: (other: string, name: string): string =>
        `This sign-in was for ${name}, so nothing was replaced. The new token of ${other} is held in memory until you choose.`,
      discard: 'Revoke it and try again',
      discarded: 'The new token was revoked at Plex.',
      revoking: 'Asking Plex to revoke it',
      add: 'Add it as another account instead',
      detailKnown: (other: string, name: string): string =>
        `This sign-in was for ${name}, whose token is as it was. ${other} is here already and has the new token now, since Plex may accept no older one.`,
      goOn: 'Try again',
      notRevoked:
        'The new token is still good at Plex. Try again, or keep it as an account of its own.',
      leave: 'Leave it and go on',
    },
  },
});

type Named = Pick<AccountSummary, 'title'>;

const named = (accounts: readonly Named[]): string => accounts.map(({ title }) => title).join(', ');

export const repairText = catalogue({
  en: {
    title: 'Repair accounts',
    lead: 'Plex no longer accepts the tokens of these accounts, as after a password reset that signs out every device. Sign in to each again: it keeps its place, its note, its servers and its transient tokens.',
    list: 'Accounts to repair',
    progress: (repaired: number, all: number): string => `${repaired} of ${all} repaired`,
    states: { repaired: 'Repaired', skipped: 'Skipped', current: 'Now', waiting: 'To do' },
    skip: 'Skip this one',
    takeUp: 'Repair',
    takeUpLabel: (name: string): string => `Repair ${name}`,
    current: (name: string): string => `Sign in again as ${name}`,
    stop: 'Stop here',
    done: 'Done',
    allRepaired: (count: number): string =>
      pluralOf(count, {
        one: 'The account works again',
        other: `All ${count} accounts work again`,
      }),
    allRepairedDetail: 'Every token has been replaced by a new one.',
    someRepaired: (repaired: number, all: number): string => `${repaired} of ${all} repaired`,
    leftOver: (accounts: readonly Named[]): string =>
      `Skipped: ${named(accounts)}. What was skipped stays on the list, and can be repaired at any time.`,
    nothing: {
      title: 'No account needs repair',
      detail: 'When Plex no longer accepts the token of an account, it is repaired here.',
    },
  },
});
