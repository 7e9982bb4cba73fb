import type { AppError } from '../errors.ts';
import { durationText } from './duration-text.ts';
import type { ErrorText } from './error-text.ts';

type NetworkError = Extract<AppError, { code: `network.${string}` }>;

/** Words for not reaching anybody, or not the right one. */
export function networkErrorText(error: NetworkError): ErrorText {
  switch (error.code) {
    case 'network.offline':
      return {
        title: 'Plex could not be reached',
        detail: 'There was no answer at all. You are still signed in and nothing was changed.',
        nextStep: 'Check the network connection, then try again.',
      };
    case 'network.timeout':
      return {
        title: 'The answer took too long',
        detail: `Nothing came back within ${durationText(error.limitMs)}. Nothing was changed here.`,
        nextStep: 'Try again in a moment.',
      };
    case 'network.untrusted':
      return {
        title: 'The connection is not trustworthy',
        detail:
          'The certificate did not prove who answered, so nothing was sent. A proxy, a security program or a wrong system clock can cause this.',
        nextStep:
          'Check the date and time of this computer and the network you are on, then try again.',
      };
    case 'network.intercepted':
      return {
        title: 'Something else answered in place of Plex',
        detail:
          'A web page came back where data was due. Networks with a log-in page, such as in hotels, do this.',
        nextStep: 'Open a web page in your browser, log in to the network, then try again.',
      };
  }
}
