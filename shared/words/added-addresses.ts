import type { AddressTrouble, AppError } from '../errors.ts';
import type { AddressQuestion } from '../model/server.ts';
import { catalogue } from './language.ts';
import type { ErrorText } from './steps.ts';

/** Words around an address of a server that the person adds. */
export const addedAddressText = catalogue({
  en: {
    open: 'Add a server',
    title: 'Add a server by its address',
    text: 'For a server of this account that Plex lists without an address that works from here. Usher asks the address which server it is. The account token never goes there.',
    field: 'Address of the server',
    hint: 'Such as 192.168.1.20:32400 or https://media.example.org',
    add: 'Add server',
    adding: 'Checking…',
    added: (server: string): string => `Added an address of ${server}.`,
    alreadyThere: (server: string): string => `${server} already has this address.`,
    showServer: 'Show server',
    close: 'Close',
    mark: 'Added by you',
    remove: 'Remove',
    removeName: (uri: string): string => `Remove address ${uri}`,
    removed: (uri: string): string => `Removed address ${uri}.`,
  },
});

/** The question that only the person can answer, outside the page. Its names are text from outside, to be cleaned before. */
export const addressQuestionText = catalogue({
  en: {
    title: ({ host, serverName }: AddressQuestion): string =>
      serverName === null ? `Add ${host} as a server?` : `Use ${host} for ${serverName}?`,
    detail: (question: AddressQuestion): readonly string[] => [
      claimOf(question),
      sentThere,
      readersOf(question),
      'If you didn’t ask for this, or don’t know this address, don’t add it.',
    ],
    add: 'Add address',
    cancel: 'Don’t add',
    /** Behind the question in a terminal. */
    prompt: 'Add this address? [y/N] ',
    yes: ['y', 'yes'],
  },
});

const claimOf = ({ host, serverName }: AddressQuestion): string =>
  serverName === null
    ? `Usher asks ${host} which server it is, and uses it for the server it names. Any computer can give that answer.`
    : `${host} says that it is ${serverName}. Any computer can give that answer, and nothing proves it.`;

const sentThere =
  'Usher sends the access token of that server there whenever it uses this address. With it, whoever gets it can do everything this account can on that server. The account token is never sent.';

const readersOf = ({ host, readers }: AddressQuestion): string => {
  switch (readers) {
    case 'network':
      return `It isn’t encrypted: ${host} can read the token, and so can anyone on the network in between.`;
    case 'networkIfUnencrypted':
      return `${host} can read the token. If it offers no encryption, so can anyone on the network in between.`;
    case 'thisComputer':
      return 'Whichever program of this computer answers at that port can read the token.';
    case 'host':
      return `The connection is encrypted: whoever runs ${host} can read the token, and nobody in between.`;
  }
};

type AddressError = Extract<AppError, { code: `address.${string}` }>;

const example = 'Type an address such as 192.168.1.20:32400 or https://media.example.org.';

/** Words for an address that could not be added or removed. */
export function addressErrorText(error: AddressError): ErrorText {
  switch (error.code) {
    case 'address.malformed':
      return { ...troubles[error.trouble], nextStep: example };
    case 'address.noAnswer':
      return {
        title: 'No one answered at this address',
        detail: `Nothing answered at ${error.host}. Nothing was added.`,
        nextStep:
          'Check the address and its port, and that the server is running and reachable from this network, then try again.',
      };
    case 'address.notPlex':
      return {
        title: 'There is no Plex Media Server at this address',
        detail: `Something else answered at ${error.host}. Nothing was added.`,
        nextStep: 'Check the port. A Plex Media Server uses 32400 unless it was changed.',
      };
    case 'address.untrusted':
      return {
        title: 'The certificate doesn’t prove this address',
        detail: `The certificate at ${error.host} isn’t one that this computer trusts for that name. No token was sent, and nothing was added.`,
        nextStep:
          'Type the server’s IP address or its plex.direct name, let this computer trust the certificate, or type http:// to go without encryption.',
      };
    case 'address.unknownServer':
      return {
        title: 'This account can’t use that server',
        detail: `There is a Plex Media Server at ${error.host}, but Plex doesn’t list it for this account. Nothing was added.`,
        nextStep: 'Ask the owner to share it with this account, or use an account that has it.',
      };
    case 'address.httpsRequired':
      return {
        title: 'This server requires secure connections',
        detail: `The connection to ${error.host} isn’t encrypted, so Usher would never use it. Nothing was added.`,
        nextStep:
          'Type an address with https://, or set secure connections to Preferred in the server’s settings.',
      };
    case 'address.accountToken':
      return {
        title: 'The account token can’t go to this address',
        detail: `For this server Plex gives out the account token itself, and nothing proves that ${error.host} is the server. No token was sent there, and nothing was added.`,
        nextStep:
          'Type the server’s IP address without http://, or its plex.direct name, so that its certificate can prove it.',
      };
    case 'address.declined':
      return {
        title: 'The address wasn’t added',
        detail: `Nothing proves that ${error.host} is the server, and you didn’t confirm it. No token was sent there.`,
        nextStep: 'If you know this address, add it again and confirm it.',
      };
    case 'address.paused':
      return {
        title: 'Usher doesn’t ask about addresses for now',
        detail: 'You said no three times within ten minutes. Nothing was added.',
        nextStep: `Try again in ${error.minutesLeft === 1 ? 'a minute' : `${error.minutesLeft} minutes`}, or add the address with usher server add in a terminal.`,
      };
    case 'address.busy':
      return {
        title: 'Another address is being added',
        detail: 'Usher adds one address at a time, and may be waiting for your answer.',
        nextStep: 'Answer the question about the other address first.',
      };
    case 'address.notFound':
      return {
        title: 'You haven’t added this address',
        detail: 'It was removed in the meantime, or is one that Plex lists for the server.',
        nextStep: 'Look at the addresses on the server’s page.',
      };
  }
}

const troubles: Readonly<Record<AddressTrouble, Pick<ErrorText, 'title' | 'detail'>>> = {
  empty: { title: 'The address is missing', detail: 'Nothing was contacted.' },
  otherScheme: {
    title: 'Usher can’t use this kind of address',
    detail:
      'A server’s address begins with https:// or http://, or with neither. Nothing was contacted.',
  },
  userName: {
    title: 'A username can’t be part of the address',
    detail: 'Usher signs in to a server with its token alone. Nothing was contacted.',
  },
  website: {
    title: 'This is Plex’s website and no server',
    detail: 'The Plex app on the web shows your servers, but isn’t one. Nothing was contacted.',
  },
  noAddress: {
    title: 'This isn’t an address of a server',
    detail:
      'It has no host name or IP address, or a port that doesn’t exist. Nothing was contacted.',
  },
};
