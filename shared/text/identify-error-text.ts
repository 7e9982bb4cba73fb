import type { AppError } from '../errors.ts';
import type { ErrorText } from './error-text.ts';

type IdentifyError = Extract<AppError, { code: `identify.${string}` }>;

/** Words for what concerns a pasted text and the tokens in it. */
export function identifyErrorText(error: IdentifyError): ErrorText {
  switch (error.code) {
    case 'identify.nothingFound':
      return {
        title: 'No token was found in it',
        detail:
          'Nothing in the text stands where a Plex token would, or has the form of one. A token that is masked (••••, xxxx, [redacted]) cannot be recognised.',
        nextStep: 'Paste the token itself, or the whole line or record it stands in.',
      };
    case 'identify.tooLong':
      return {
        title: 'The text is too long',
        detail: `Usher looks at up to ${error.limitCharacters.toLocaleString('en')} characters at a time.`,
        nextStep: 'Paste only the part with the token.',
      };
    case 'identify.forgotten':
      return {
        title: 'The token was forgotten',
        detail:
          'Usher holds a pasted token for ten minutes, until you forget it, or until the screen is locked.',
        nextStep: 'Paste it again.',
      };
    case 'identify.noAccountToken':
      return {
        title: 'This token cannot be kept as an account',
        detail: 'Only a token that plex.tv accepts for an account can.',
        nextStep: 'Sign in to the account instead.',
      };
  }
}
