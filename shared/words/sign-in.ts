import type { AccountSummary } from '../model/account.ts';
import { listOf, nameWithin, pluralOf } from './formats.ts';
import { type Around, catalogue } from './language.ts';

export const signInText = catalogue({
  en: {
    welcome: 'Welcome to Usher',
    addAccount: 'Add an account',
    lead: 'Sign in to Plex to copy tokens for your servers.',
    custody: 'Your token is stored only in this computer’s keychain.',
    ways: 'Ways to sign in',
    or: 'or',
    deviceName: <Part>(name: string, place: Part): Around<Part> => [
      `This computer will appear as “${name}” under `,
      place,
      '.',
    ],
    authorizedDevices: 'Authorized Devices',
    notAffiliated: 'Usher isn’t affiliated with Plex.',
    cancel: 'Cancel',
    back: 'Other ways to sign in',
    otherOptions: 'Other options',
    waiting: 'Waiting for plex.tv…',
    stillWaiting: 'Still waiting…',
    finishing: 'Approved. Saving your token…',
    useBrowser: 'Sign in with browser',
    tryAgainIn: (left: string): string => `Try again in ${left}`,
    signedIn: (title: string): string => `Signed in as ${title}.`,
    signedInAgain: (title: string): string =>
      `Signed in again as ${title}. The old token was replaced.`,
  },
});

export const browserSignInText = catalogue({
  en: {
    start: 'Continue in browser',
    assurance: 'Sign in on Plex’s own page. Usher never sees your password.',
    reach: 'Works with Google, Apple, and Facebook',
    title: 'Sign in with your browser',
    starting: 'Opening…',
    waitingDetail:
      'Plex’s sign-in page is open in your browser. Approve it there and Usher continues automatically.',
    notOpened: 'No browser opened. Copy the link and open it yourself.',
    timeLeft: <Part>(left: Part): Around<Part> => ['Time left ', left],
    openAgain: 'Open again',
    copyLink: 'Copy link',
    linkName: 'link to the sign-in page',
    foot: 'Usher never sees your password. Supports two-factor authentication.',
  },
});

export const codeSignInText = catalogue({
  en: {
    start: 'Use a code',
    reach: 'Enter it on another device, or scan a QR code',
    title: 'Sign in with a code',
    starting: 'Getting a code…',
    step: <Part>(address: Part): Around<Part> => ['Enter this code at ', address],
    scan: 'Scan the QR code with your phone',
    codeForReaders: (code: string): string => `Code: ${Array.from(code).join(' ')}`,
    copyCode: 'Copy code',
    copyName: 'code',
    qrLabel: 'QR code that opens the page with the code filled in',
    renewsIn: <Part>(left: Part): Around<Part> => ['New code in ', left],
    renewed: (code: string): string =>
      `The code expired. The new one is ${Array.from(code).join(' ')}.`,
  },
});

export const passwordSignInText = catalogue({
  en: {
    start: 'Use a password',
    reach: 'Supports two-factor authentication',
    title: 'Sign in with your password',
    sentOnce: 'Usher sends your password to Plex once and never stores it.',
    login: 'Username or email',
    password: 'Password',
    showPassword: 'Show password',
    hidePassword: 'Hide password',
    forgot: 'Forgot password?',
    loginMissing: 'Enter your username or email.',
    passwordMissing: 'Enter your password.',
    rememberMe: 'Keep me signed in',
    rememberMeHint: 'Off: the token is in memory only, and lost when you quit.',
    submit: 'Sign in',
    submitting: 'Signing in…',
    noPassword: <Part>(browser: Part): Around<Part> => [
      'Signed up with Google, Apple, or Facebook? ',
      browser,
      ' instead.',
    ],
    useBrowser: 'Sign in with your browser',
    personCheck:
      'Plex wants to check there that you’re a person. Your password may still be right.',
    limited: 'Plex is limiting requests for now.',
    verification: {
      title: 'Enter your verification code',
      lead: <Part>(login: Part): Around<Part> => [
        'Open your authenticator app and enter the six-digit code for ',
        login,
        '.',
      ],
      code: 'Verification code',
      sendsItself: 'Signs in automatically after the last digit.',
      missing: 'Enter the verification code.',
      useBackup: 'Use a backup code',
      backupTitle: 'Enter a backup code',
      backupLead: <Part>(login: Part): Around<Part> => [
        'Use one of the codes you saved for ',
        login,
        '.',
      ],
      backupCode: 'Backup code',
      backupMissing: 'Enter a backup code.',
      useApp: 'Use your authenticator app',
      back: 'Back to your password',
    },
  },
});

export const signInAgainText = catalogue({
  en: {
    title: (name: string): string => `Sign in again as ${name}`,
    lead: 'Only the account token is replaced. Notes, servers, and transient tokens are kept.',
    browserHint:
      'Your browser may be signed in to a different Plex account. Check the name before you approve.',
    other: {
      title: (name: string): string => `${name} signed in`,
      detail: (other: string, name: string): string =>
        `You meant to sign in to ${name}, so nothing changed. ${other}’s new token is in memory only until you decide.`,
      discard: (other: string): string => `Discard ${nameWithin(other)}’s sign-in`,
      discarded: 'The new token was revoked.',
      revoking: 'Revoking…',
      add: (other: string): string => `Add ${nameWithin(other)} as an account`,
      detailKnown: (other: string, name: string): string =>
        `You meant to sign in to ${name}, whose token hasn’t changed. ${other} is already in Usher and now uses the new token, because Plex may no longer accept the old one.`,
      goOn: 'Try again',
      notRevoked: 'The new token is still valid. Try again, or add it as another account.',
      leave: 'Leave it active',
    },
  },
});

type Named = Pick<AccountSummary, 'title'>;

const named = (accounts: readonly Named[]): string => listOf(accounts.map(({ title }) => title));

export const repairText = catalogue({
  en: {
    title: 'Sign in again',
    lead: 'Plex no longer accepts these accounts’ tokens, usually because of a password reset. Sign in to each one again. Notes, servers, and tokens are kept.',
    list: 'Accounts to sign in to again',
    progress: (repaired: number, all: number): string => `${repaired} of ${all} signed in`,
    states: { repaired: 'Done', skipped: 'Skipped', current: 'In progress', waiting: 'Next' },
    skip: 'Skip',
    takeUp: 'Sign in again',
    takeUpLabel: (name: string): string => `Sign in again: ${name}`,
    current: (name: string): string => `Sign in again as ${name}`,
    stop: 'Finish later',
    done: 'Done',
    allRepaired: (count: number): string =>
      pluralOf(count, {
        one: 'The account works again',
        other: `All ${count} accounts work again`,
      }),
    allRepairedDetail: 'Every token has been replaced by a new one.',
    someRepaired: (repaired: number, all: number): string => `${repaired} of ${all} signed in`,
    leftOver: (accounts: readonly Named[]): string =>
      `Skipped: ${named(accounts)}. You can fix these any time.`,
    nothing: {
      title: 'No account needs a new sign-in',
      detail: 'When Plex no longer accepts an account’s token, you can fix it here.',
    },
    /** The programs that lost their tokens with the accounts. */
    apps: {
      then: (count: number): string =>
        pluralOf(count, { one: 'Then one app token', other: `Then ${count} app tokens` }),
      page: 'App tokens',
      title: 'Replace app tokens',
      lead: (count: number): string =>
        pluralOf(count, {
          one: 'Plex no longer accepts this app’s token. Usher makes a new one and writes it to the same file. A file that was changed since stays as it is.',
          other:
            'Plex no longer accepts these apps’ tokens. Usher makes new ones and writes them to the same files. A file that was changed since stays as it is.',
        }),
      list: 'Apps that need a new token',
      action: (count: number): string =>
        pluralOf(count, { one: 'Make new token', other: `Make ${count} new tokens` }),
      accountFirst: 'Sign in to the account first.',
      progress: (done: number, all: number): string => `${done} of ${all} replaced`,
      replaced: (done: number, all: number): string =>
        done === all
          ? pluralOf(all, { one: 'App token replaced', other: `All ${all} app tokens replaced` })
          : `${done} of ${all} app tokens replaced`,
      states: {
        open: 'Rejected',
        waiting: 'Next',
        working: 'In progress',
        done: 'Done',
        unwritten: 'Not written',
        failed: 'Not replaced',
      },
      noFile: 'Usher doesn’t write it to a file.',
      paste: (app: string): string =>
        `Copy the new token and enter it in ${nameWithin(app)} yourself.`,
      copyLabel: (name: string): string => `Copy token: ${name}`,
    },
  },
});
