import type { AddressTrouble, AppError } from '../errors.ts';
import { listOf } from './formats.ts';
import { catalogue } from './language.ts';
import type { ErrorText } from './steps.ts';

/** Words around an address of a server that the person adds. */
export const addedAddressText = catalogue({
  en: {
    title: 'Add an address',
    addServer: 'Add a server',
    text: 'For a server of this account that Plex lists without an address that works from here. Usher checks which server is there. The account token never goes there.',
    field: 'Address of the server',
    hint: 'Such as 192.168.1.20:32400 or https://media.example.org',
    add: 'Add address',
    adding: 'Checking…',
    added: (server: string): string => `Added an address of ${server}.`,
    alreadyThere: (server: string): string => `${server} already has this address.`,
    showServer: 'Show server',
    close: 'Close',
    mark: 'Added by you',
    pinned: 'Usher accepts only the certificate you confirmed:',
    otherCertificate:
      'This isn’t the certificate you confirmed. If you know that the server has a new one, remove the address and add it again. Confirmed:',
    remove: 'Remove',
    removeName: (uri: string): string => `Remove address ${uri}`,
    removed: (uri: string): string => `Removed address ${uri}.`,
  },
});

/** What to do about another certificate than the one that the person confirmed for an address. */
export const newCertificateText = catalogue({
  en: {
    reason: 'The server may have a new one, or someone else answered.',
    nextStep:
      'If you know that the server has a new certificate, remove the address and add it again.',
  },
});

type AddressError = Extract<AppError, { code: `address.${string}` }>;

/** Whoever types a scheme alone may mean the port that Plex has, and gets the scheme's. */
const plexPortHint = (origins: readonly string[]): string => {
  const [first = ''] = origins;
  const tried = /^(https?:\/\/.+):(443|80)$/.exec(first);
  if (tried === null) return '';
  return `A Plex Media Server uses port 32400 unless it was changed: try ${tried[1] ?? ''}:32400. `;
};

const example = 'Type an address such as 192.168.1.20:32400 or https://media.example.org.';

/** Words for an address that could not be added or removed. */
export function addressErrorText(error: AddressError): ErrorText {
  switch (error.code) {
    case 'address.malformed':
      return { ...troubles[error.trouble], nextStep: example };
    case 'address.noAnswer':
      return {
        title: 'Nothing responded at this address',
        detail: `Usher tried ${listOf(error.origins)}. Nothing was added.`,
        nextStep:
          plexPortHint(error.origins) +
          'Check the address and its port, and that the server is running and reachable from this network, then try again.',
      };
    case 'address.notPlex':
      return {
        title: 'There is no Plex Media Server at this address',
        detail: `Something else answered at ${error.host}. Nothing was added.`,
        nextStep: 'Check the port. A Plex Media Server uses 32400 unless it was changed.',
      };
    case 'address.noTls':
      return {
        title: 'No secure connection to this address',
        detail: `Something answered at ${error.host}, but not over HTTPS. No token was sent, and nothing was added.`,
        nextStep: 'Check the port, or type http:// to go without encryption.',
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
        nextStep: 'Check the addresses on the server’s page.',
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
    detail: 'Usher signs in to a server only with its token. Nothing was contacted.',
  },
  website: {
    title: 'This is Plex’s website, not a server',
    detail: 'The Plex app on the web shows your servers, but isn’t one. Nothing was contacted.',
  },
  noAddress: {
    title: 'This isn’t a server address',
    detail:
      'It has no host name or IP address, or a port that doesn’t exist. Nothing was contacted.',
  },
};
