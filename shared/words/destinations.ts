import type { AppError } from '../errors.ts';
import type { ErrorText } from './steps.ts';

type DestinationError = Extract<AppError, { code: `destination.${string}` }>;

const troubles = {
  format: 'It begins with env:, yaml:, ini:, json:, or file:.',
  path: 'The path of the file is missing.',
  key: 'The key behind # is missing.',
} as const;

/** Words for what keeps a token out of a file. */
export function destinationErrorText(error: DestinationError): ErrorText {
  switch (error.code) {
    case 'destination.malformed':
      return {
        title: 'This isn’t a place in a file',
        detail: troubles[error.trouble],
        nextStep: 'Write it like env:.env#PLEX_TOKEN or yaml:config.yml#plex.token.',
      };
    case 'destination.unparsable':
      return {
        title: 'The file can’t be read as this format',
        detail:
          error.line === null
            ? 'It has a mistake in it.'
            : `There’s a mistake in line ${error.line}.`,
        nextStep: 'Correct the file, or choose another format.',
      };
    case 'destination.noFile':
      return {
        title: 'There’s no such file',
        detail:
          'Usher creates only env files and files that hold the token alone, in a folder that exists.',
        nextStep: 'Check the path, or create the file first.',
      };
    case 'destination.noKey':
      return {
        title: 'The file has no such key',
        detail: 'Usher adds keys to env files only.',
        nextStep: 'Add the key to the file with any value, then try again.',
      };
    case 'destination.ambiguous':
      return {
        title: 'The key is in the file more than once',
        detail: 'Usher can’t tell which one the program reads.',
        nextStep: 'Leave the one that counts, then try again.',
      };
    case 'destination.notReplaceable':
      return {
        title: 'This value can’t be replaced',
        detail:
          'It’s a list, a number, several lines, or a reference to a value elsewhere in the file.',
        nextStep: 'Point to the place where the token itself stands.',
      };
    case 'destination.notAlone':
      return {
        title: 'There’s more than a token in this file',
        detail: 'Usher replaces a whole file only if it’s empty or holds a single token.',
        nextStep: 'Choose the format of the file and a key in it, or another file.',
      };
    case 'destination.notRegular':
      return {
        title: 'This isn’t a regular file',
        detail: 'Usher doesn’t write to folders, pipes, or devices.',
        nextStep: 'Choose the file the program reads.',
      };
    case 'destination.foreignOwner':
      return {
        title: 'This file belongs to another user',
        detail: 'Usher writes only to your own files, also through links.',
        nextStep: 'Copy the token and enter it there yourself.',
      };
    case 'destination.unreadable':
      return {
        title: 'The file can’t be read',
        detail: 'Your user may not read it.',
        nextStep: 'Check its permissions.',
      };
    case 'destination.unwritable':
      return {
        title: 'The file can’t be written',
        detail: 'Your user may not write it, or its disk is read-only.',
        nextStep: 'Check its permissions, or copy the token and enter it yourself.',
      };
    case 'destination.tooLarge':
      return {
        title: 'The file is too large',
        detail: 'Usher writes to files of up to 256 KB.',
        nextStep: 'Choose the file the program reads its token from.',
      };
    case 'destination.notText':
      return {
        title: 'The file isn’t UTF-8 text',
        detail: 'Usher can’t change it without harm.',
        nextStep: 'Convert it to UTF-8, or copy the token and enter it yourself.',
      };
    case 'destination.changed':
      return {
        title: 'The file was changed meanwhile',
        detail: 'Something else wrote to it. Usher left it as it is.',
        nextStep: 'Look at the file, then try again.',
      };
    case 'destination.full':
      return {
        title: 'There’s no room for the token',
        detail: 'What was in the file before is there again.',
        nextStep: 'Free some space, then try again.',
      };
    case 'destination.notWritten':
      return {
        title: 'The file didn’t keep the token',
        detail: 'What was in the file before is there again.',
        nextStep: 'Check the disk, then try again.',
      };
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

/** What keeps a token out of a file, in a few words. */
export const destinationTitle = (code: string): string =>
  destinationErrorText({ code, trouble: 'path', line: null } as DestinationError).title;
