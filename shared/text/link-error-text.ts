import type { AppError, LinkCodeTrouble } from '../errors.ts';
import type { ErrorText } from './error-text.ts';

type LinkError = Extract<AppError, { code: `link.${string}` }>;

/** Words for what concerns the code of another device. */
export function linkErrorText(error: LinkError): ErrorText {
  switch (error.code) {
    case 'link.codeMalformed':
      return {
        ...notSent[error.trouble],
        nextStep: 'Type the four letters and digits that the device shows.',
      };
    case 'link.codeUnknown':
      return {
        title: 'No device waits with this code',
        detail: 'Plex does not know it: it was mistyped, has run out, or was approved already.',
        nextStep: 'Compare it with the device. If it is the same, let the device show a new one.',
      };
  }
}

const notSent: Record<LinkCodeTrouble, Pick<ErrorText, 'title' | 'detail'>> = {
  empty: { title: 'The code is missing', detail: 'Nothing was sent.' },
  tooShort: {
    title: 'The code is too short',
    detail: 'A code has four characters. Nothing was sent.',
  },
  tooLong: {
    title: 'The code is too long',
    detail: 'A code has four characters. Nothing was sent.',
  },
  characters: {
    title: 'This is not a code',
    detail: 'A code has letters from A to Z and digits only. Nothing was sent.',
  },
  claimCode: {
    title: 'This is a claim code',
    detail: 'It is for setting up a media server, and is not what a device shows. It was not sent.',
  },
  token: {
    title: 'This looks like a token',
    detail: 'A token is a secret and no code. It was not sent anywhere.',
  },
};
