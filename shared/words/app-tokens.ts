import type { AppError, AppErrorCode } from '../errors.ts';
import type { DestinationFormat } from '../model/destination.ts';
import { countOf, nameWithin, numberText } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';
import { destinationTitle } from './destinations.ts';
import type { ErrorText } from './steps.ts';

type AppTokenError = Extract<AppError, { code: `appToken.${string}` }>;

/** Words for what keeps a program from getting a token of its own. */
export function appTokenErrorText(error: AppTokenError): ErrorText {
  switch (error.code) {
    case 'appToken.notFound':
      return {
        title: 'No such app',
        detail: 'No app with a token of its own has this name.',
        nextStep: 'Check the list of apps.',
      };
    case 'appToken.nameTaken':
      return {
        title: 'This name is taken',
        detail: 'Another app has a token under this name.',
        nextStep: 'Choose another name, or rotate the token that is there.',
      };
    case 'appToken.nameMalformed':
      return {
        title: 'This name can’t be used',
        detail: 'A name has 1 to 60 characters, on one line.',
        nextStep: 'Enter the name of the program, such as Kometa.',
      };
    case 'appToken.homeUser':
      return {
        title: 'Home users can’t have app tokens',
        detail: 'A Home user has no Authorized Devices, so its tokens can’t be revoked one by one.',
        nextStep: 'Use the account that the Home belongs to.',
      };
    case 'appToken.sharedServer':
      return {
        title: 'Only the owner of this server can give apps access to it',
        detail: 'A server shared with you takes its own access token, not an app token.',
        nextStep: 'Choose a server you own, or none.',
      };
    case 'appToken.needsKeychain':
      return {
        title: 'App tokens need a keychain',
        detail: 'Without one, Usher couldn’t rotate or revoke the token after it quits.',
        nextStep: 'Set up a keychain, or sign in to this account with “Keep me signed in”.',
      };
    case 'appToken.otherUser':
      return {
        title: 'Plex returned another user’s token',
        detail: 'Usher didn’t use it, and revoked it.',
        nextStep: 'Try again.',
      };
    case 'appToken.busy':
      return {
        title: 'This app’s token is being changed',
        detail: 'Usher is already working on it, in this window or in a terminal.',
        nextStep: 'Wait for it to finish, then try again.',
      };
    case 'appToken.tooMany':
      return {
        title: 'That’s a lot of app tokens',
        detail: 'Usher makes no more of them in ten minutes. Nothing changed.',
        nextStep: `Try again in ${countOf(error.minutesLeft, { one: 'minute', other: 'minutes' })}.`,
      };
    case 'appToken.notEverywhere':
      return {
        title: `The new token isn’t in ${countOf(error.count, { one: 'file', other: 'files' })} yet`,
        detail: 'The old token still works, and so does the new one. Nothing was revoked.',
        nextStep: 'Review the changed files, then rotate again to finish.',
      };
  }
}

/** Why a token could not be written to a file, or the file not be looked at, in a sentence. */
export const destinationReasonText = wording({
  en: (reason: AppErrorCode): string => {
    if (reason.startsWith('question.')) return 'You haven’t confirmed it yet.';
    if (reason.startsWith('vault.')) return 'The keychain didn’t return the token.';
    if (reason.startsWith('destination.')) return `${destinationTitle(reason)}.`;
    return 'Usher can’t read or change the file.';
  },
});

const formats: Readonly<Record<DestinationFormat, string>> = {
  env: 'Env file',
  yaml: 'YAML',
  ini: 'INI',
  json: 'JSON',
  file: 'Whole file',
};

const formatPreviews: Readonly<Record<DestinationFormat, string>> = {
  env: 'PLEX_TOKEN=…',
  yaml: 'token: …',
  ini: 'token=…',
  json: '"token": …',
  file: '…',
};

/** A key as the format has it. */
const keyExamples: Readonly<Record<Exclude<DestinationFormat, 'file'>, string>> = {
  env: 'PLEX_TOKEN',
  yaml: 'plex.token',
  ini: 'PMS.pms_token',
  json: 'plex.token',
};

const files = (count: number): string => countOf(count, { one: 'file', other: 'files' });

/** Words of the page of apps. */
export const appsText = catalogue({
  en: {
    title: 'Apps',
    lead: 'Give each program its own token, so you can rotate or revoke it alone.',
    note: 'App tokens appear under their own names in Authorized Devices. Usher writes to a file only after you confirm the change.',
    listLabel: 'Apps with a token of their own',
    showMore: (count: number) => `Show ${countOf(count, { one: 'more app', other: 'more apps' })}`,
    refresh: 'Refresh apps',
    refreshing: 'Refreshing apps…',
    empty: {
      text: 'A program with its own token loses access only when you revoke that one.',
      signIn: 'Sign in to an account',
    },
    /** Several at once, as after a sign-out of all devices. */
    rejected: {
      title: (count: number) =>
        count === 1
          ? 'Plex no longer accepts an app token'
          : `Plex no longer accepts ${numberText(count)} app tokens`,
      text: 'Usher can make new ones and write them to the same files.',
      action: 'Make new tokens',
    },
    nameOf: (app: string) => `token of ${app}`,
    created: <Part>(when: Part): Around<Part> => ['created ', when],
    lastSeen: <Part>(when: Part): Around<Part> => ['last seen ', when],
    withServer: <Part>(server: Part): Around<Part> => ['with the address of ', server],
    filesChanged: (count: number) =>
      count === 1 ? 'File changed' : `${numberText(count)} files changed`,
    more: (app: string) => `More for ${app}`,
    copyToken: 'Copy token',
    copyAs: 'Copy as',
    addFile: 'Add file…',
    removeFile: 'Remove file',
    fileRemoved: (file: string) => `Usher no longer writes to ${nameWithin(file)}`,
    revokeAsking: 'Revoke…',
    rotate: {
      action: 'Rotate',
      label: (app: string) => `Rotate token of ${app}`,
      rotating: 'Rotating…',
      writing: 'Writing…',
      revoking: 'Revoking…',
      replacing: 'Replacing…',
      done: (app: string) => `Token for ${nameWithin(app)} rotated`,
      /** Asked where no file would get the new one. */
      confirm: {
        title: (app: string) => `Rotate token for ${nameWithin(app)}?`,
        text: (app: string) =>
          `Usher doesn’t write this token to a file. ${nameWithin(app)} stops working until you enter the new token there.`,
        action: 'Rotate token',
      },
      stopped: {
        title: 'Rotation not finished',
        text: (oldLastFour: string, newLastFour: string) =>
          `The old token ••••${oldLastFour} and the new one ••••${newLastFour} both work. Usher revokes the old one when every file has the new one.`,
        action: 'Finish rotation',
        label: (app: string) => `Finish rotation of ${app}`,
      },
    },
    file: {
      upToDate: 'Up to date',
      notWritten: 'Not written yet',
      notChecked: 'Not checked',
      write: 'Write…',
      review: 'Review change',
      identify: 'Identify',
      written: (file: string) => `Token written to ${nameWithin(file)}`,
      othersCanRead: 'Others on this computer can read this file.',
      restrict: 'Restrict access',
      restricted: (file: string) => `Others can’t read ${nameWithin(file)} anymore`,
      differs: <Part>(since: Part, found: Part, own: Part): Around<Part> => [
        'Contains a different token since ',
        since,
        ': ',
        found,
        ' instead of ',
        own,
        '.',
      ],
      isEmpty: <Part>(since: Part): Around<Part> => ['Contains no token since ', since, '.'],
      /** Starts with the words on the button, so that it can be called by voice. */
      actionName: (action: string, path: string) => `${action}: ${path}`,
    },
    add: {
      action: 'Add app',
      title: 'Add app',
      text: 'Usher creates a token for this program alone. It has full access to your account.',
      name: 'Program',
      namePlaceholder: 'Kometa',
      useTyped: (text: string) => `Use “${text}” as typed`,
      account: 'Account',
      server: 'Also write a server’s address',
      noServer: 'No',
      adding: 'Adding…',
      added: (app: string) => `${nameWithin(app)} added`,
    },
    where: {
      title: (app: string) => `Where does ${nameWithin(app)} read its token?`,
      text: 'Usher writes the token to this file, now and after each rotation. You confirm before it changes anything.',
      format: 'Format',
      formats,
      formatPreviews,
      key: 'Key',
      keyExamples,
      keyHints: {
        env: 'The name before “=”.',
        yaml: 'Put dots between nested keys.',
        ini: 'The section, a dot, and the name.',
        json: 'Put dots between nested keys.',
      } satisfies Readonly<Record<Exclude<DestinationFormat, 'file'>, string>>,
      wholeFile: 'The file contains the token and nothing else.',
      keyMissing: 'Enter the key that the token stands under.',
      choose: 'Choose file…',
      added: (app: string) => `File added for ${nameWithin(app)}`,
    },
    revoke: {
      title: (app: string) => `Revoke token for ${nameWithin(app)}?`,
      text: (app: string) =>
        `${nameWithin(app)} loses access to your account. To use it again, give it another token.`,
      clear: (count: number) => `Also clear it from ${files(count)}`,
      action: 'Revoke token',
      done: (app: string) => `Token for ${nameWithin(app)} revoked`,
    },
  },
});
