import type { AppError } from '../errors.ts';
import type {
  AddressQuestion,
  DestinationQuestion,
  PersonQuestion,
  PlainHttpQuestion,
} from '../model/person-question.ts';
import type { MaskedToken } from '../model/token.ts';
import { countOf, listOf } from './formats.ts';
import { catalogue, wording } from './language.ts';
import type { ErrorText } from './steps.ts';

/** A question that only the person can answer, outside the page. Its names are text from outside, to be cleaned before. */
export interface QuestionText {
  readonly title: string;
  /** One paragraph each. */
  readonly detail: readonly string[];
  /** What the buttons do. */
  readonly yes: string;
  readonly no: string;
}

export const questionText = wording({
  en: (question: PersonQuestion): QuestionText => askedOf[question.kind](question as never),
});

const askedOf: {
  readonly [Kind in PersonQuestion['kind']]: (
    question: Extract<PersonQuestion, { kind: Kind }>,
  ) => QuestionText;
} = {
  address: (question) => addressQuestionText(question),
  plainHttp: (question) => plainHttpQuestionText(question),
  destination: (question) => destinationQuestionText(question),
};

const masked = ({ lastFour }: MaskedToken): string => `••••${lastFour}`;

const destinationQuestionText = (question: DestinationQuestion): QuestionText => {
  const { appName, path, key, found, next, url } = question;
  const made = next === null ? 'a new token' : masked(next);
  const present = found === null ? 'nothing yet' : masked(found);
  return {
    title: `Write ${appName}’s token to this file?`,
    detail: [
      key === null ? path : `${path} › ${key}`,
      `Now: ${present}\nThen: ${made}`,
      ...(url === null ? [] : [`${url.key} becomes ${url.next}.`]),
      'Whoever can read the file can use the token, which has the full rights of the account. The rest of the file stays as it is. If you didn’t ask for this, don’t write.',
    ],
    yes: 'Write token',
    no: 'Don’t write',
  };
};

/** Around a question in a terminal. */
export const terminalQuestionText = catalogue({
  en: {
    prompt: (yes: string): string => `${yes}? [y/N] `,
    yes: ['y', 'yes'],
  },
});

const addressQuestionText = (question: AddressQuestion): QuestionText => {
  const { host, serverName } = question;
  return {
    title: serverName === null ? `Add ${host} as an address?` : `Use ${host} for ${serverName}?`,
    detail: [
      claimOf(question),
      sentThere,
      readersOf(question),
      'If you didn’t ask for this, or don’t know this address, don’t add it.',
      // Last, where it is compared while the answer is given.
      ...pinOf(question),
    ],
    yes: 'Add address',
    no: 'Don’t add',
  };
};

const claimOf = ({ host, serverName, certificate }: AddressQuestion): string => {
  if (serverName === null) {
    return `Usher asks ${host} which server it is, and uses it for the server it names. Any computer can give that answer.`;
  }
  const nothing = certificate === null ? 'nothing proves it' : 'its certificate doesn’t prove it';
  return `${host} says that it is ${serverName}. Any computer can give that answer, and ${nothing}.`;
};

const pinOf = ({ certificate }: AddressQuestion): readonly string[] =>
  certificate === null
    ? []
    : [
        `From now on Usher accepts only the certificate with this SHA-256 fingerprint there. If the fingerprint differs from the server’s own, someone else answered.\n${fingerprintLines(certificate)}`,
      ];

/** In two lines, which fit a dialog and a terminal. */
export const fingerprintLines = (certificate: string): string =>
  certificate.replace(/^((?:..:){15}..):/, '$1:\n');

const sentThere =
  'Usher sends the access token of that server there whenever it uses this address. With it, whoever gets it can do everything this account can on that server. The account token is never sent.';

const readersOf = ({ host, serverName, readers }: AddressQuestion): string => {
  switch (readers) {
    case 'network':
      return `It isn’t encrypted: ${host} can read the token, and so can anyone on the network in between.`;
    case 'networkIfUnencrypted':
      return `${host} can read the token. If it offers no encryption, so can anyone on the network in between.`;
    case 'thisComputer':
      return 'Whichever program of this computer answers at that port can read the token.';
    case 'host': {
      const text = `The connection is encrypted: whoever runs ${host} can read the token, and nobody in between.`;
      // Its certificate has been seen only where it has been asked.
      return serverName === null ? `${text} Usher asks again if no certificate proves that.` : text;
    }
    case 'certificateHolder':
      return 'The connection is encrypted: whoever has that certificate’s key can read the token. If someone in between answered just now in the server’s place, that is them.';
  }
};

const shownHosts = 3;

const plainHttpQuestionText = ({ serverName, hosts }: PlainHttpQuestion): QuestionText => {
  const more = hosts.length - shownHosts;
  const named = listOf([...hosts.slice(0, shownHosts), ...(more > 0 ? [`${more} more`] : [])]);
  return {
    title: `Send a token to ${serverName} without encryption?`,
    detail: [
      `No encrypted address of this server responds. Usher can use an unencrypted one${named === '' ? '' : ` (${named})`}.`,
      'Anyone on the network could read your access token and the new one, and do everything this account can on that server.',
      'Usher remembers this and still prefers encrypted addresses. You can change it on the server’s page, under Connection. If you didn’t ask for this, don’t send.',
    ],
    yes: 'Send unencrypted',
    no: 'Don’t send',
  };
};

type QuestionError = Extract<AppError, { code: `question.${string}` }>;

/** Words for a question that was not answered with yes. */
export function questionErrorText(error: QuestionError): ErrorText {
  switch (error.code) {
    case 'question.declined':
      return {
        title: 'Nothing was changed',
        detail: 'Usher asked you, and you didn’t confirm it.',
        nextStep: 'If you want it after all, try again and confirm it.',
      };
    case 'question.paused':
      return {
        title: 'Usher asks nothing more for now',
        detail: 'You said no three times within ten minutes. Nothing was changed.',
        nextStep: `Try again in ${countOf(error.minutesLeft, { one: 'minute', other: 'minutes' })}, or use usher in a terminal.`,
      };
    case 'question.busy':
      return {
        title: 'Usher is asking you something else',
        detail: 'It asks one question at a time. Nothing was changed.',
        nextStep: 'Answer the other question first, then try again.',
      };
  }
}
