import type { AppError } from '../errors.ts';
import type { DestinationState } from '../model/app-token.ts';
import { countOf } from './formats.ts';
import { catalogue } from './language.ts';
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
    case 'appToken.notEverywhere':
      return {
        title: `The new token isn’t in ${countOf(error.count, { one: 'file', other: 'files' })} yet`,
        detail: 'The old token still works, and so does the new one. Nothing was revoked.',
        nextStep: 'Review the changed files, then rotate again to finish.',
      };
  }
}

type DestinationError = Extract<AppError, { code: `destination.${string}` }>;

/** Words for what keeps a token out of a file. */
export function destinationErrorText(error: DestinationError): ErrorText {
  switch (error.code) {
    case 'destination.notFound':
      return {
        title: 'No such file in the list',
        detail: 'This app doesn’t read its token from there.',
        nextStep: 'Check the app’s list of files.',
      };
    case 'destination.taken':
      return {
        title: 'A token is written there already',
        detail: 'An app in Usher’s list reads its token from this place in the file.',
        nextStep: 'Choose another key, or remove it from the other app first.',
      };
  }
}

const stateWords = {
  upToDate: 'up to date',
  notWritten: 'not written',
  changed: 'changed',
  notChecked: 'not checked',
} as const satisfies Readonly<Record<DestinationState['kind'], string>>;

/** What the terminal tells of app tokens. Names and paths are text from outside, to be cleaned before. */
export const terminalAppText = catalogue({
  en: {
    noName: 'Name the program: usher app add NAME',
    noNameToRotate: 'Name the program, or use --all.',
    needsYes:
      'There’s no terminal to ask you in. To write without being asked, add --yes. Nothing was done.',
    added: (name: string): string =>
      `Made a token for ${name}. It has the full rights of the account, and appears as ${name} in Authorized Devices.`,
    written: (place: string): string => `Wrote it to ${place}.`,
    unwritten: (place: string, reason: string): string => `Couldn’t write it to ${place}: ${reason}`,
    rotated: (name: string): string => `Rotated the token for ${name}. The old one is revoked.`,
    removed: (name: string): string => `Revoked the token for ${name}.`,
    cleared: (place: string): string => `Emptied it in ${place}.`,
    stillIn: (place: string): string => `Its file still names it: ${place}`,
    uncleared: (place: string, reason: string): string => `Couldn’t empty it in ${place}: ${reason}`,
    state: (state: DestinationState): string => stateWords[state.kind],
    readableByOthers: 'readable by others',
    neverSeen: 'never',
  },
});
