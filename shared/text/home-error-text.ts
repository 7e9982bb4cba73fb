import type { AppError } from '../errors.ts';
import type { ErrorText } from './error-text.ts';

type HomeError = Extract<AppError, { code: `home.${string}` }>;

/** Words for what concerns the users of a Plex Home. */
export function homeErrorText(error: HomeError): ErrorText {
  switch (error.code) {
    case 'home.pinMalformed':
      return {
        title: 'A Home PIN has four digits',
        detail: 'What was typed is no such PIN, so it was not sent.',
        nextStep: 'Type the four digits of the Home user.',
      };
    case 'home.memberNotFound':
      return {
        title: 'Plex does not know this Home user',
        detail: 'The user has left the Home, or was removed from it.',
        nextStep: 'Refresh the list of the Home.',
      };
    case 'home.ownAccount':
      return {
        title: 'This is the account itself',
        detail: 'Its own token is here already; there is nothing to switch to.',
        nextStep: 'Choose another user of the Home.',
      };
    case 'home.switchOnly':
      return {
        title: 'A Home user has no sign-in here',
        detail: 'Its token was got by switching from the account it stands below.',
        nextStep: 'Open Plex Home of that account, and get a new token there.',
      };
  }
}
