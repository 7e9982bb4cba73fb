import { countOf } from './count-of.ts';

/** Words of the Source view. */
export const sourceText = {
  back: (server: string) => `Back to ${server}`,
  title: 'Source',
  intro:
    'A server can say how to reach a source, one of your servers or a provider of Plex, and hand out a transient token for it.',
  rules: {
    title: 'Who may ask',
    owner: 'Only the owner of the server.',
    version: (needed: string) => `Only a server of version ${needed} or later.`,
  },
  obstacle: {
    notOwner: {
      title: 'This server is not yours',
      text: 'Only the owner of a server can ask it about a source. Choose one of your own servers.',
    },
    tooOld: {
      title: 'This server is too old',
      text: (version: string, needed: string) =>
        `It runs version ${version}; sources need ${needed} or later. Update the server, then refresh the list.`,
    },
  },
  known: 'Known server',
  knownHint: 'Fills in its source',
  knownNone: 'Choose a server…',
  field: 'Source',
  fieldHint: 'server:// and a machine identifier, or provider:// and a provider’s name',
  fieldExample: 'server://… or provider://tv.plex.provider.epg',
  refresh: 'Have the server look again',
  refreshHint: 'Without this the server may answer from memory.',
  ask: 'Ask server',
  asking: 'Asking…',
  fieldError: {
    empty: 'Choose a server or type a source.',
    noScheme: (suggestion: string) => `The beginning is missing. Did you mean ${suggestion}?`,
    malformed:
      'A source reads server://machine-identifier or provider://identifier, with no spaces; one more /part may follow.',
  },
  useSuggestion: 'Use it',
  answer: 'Answer',
  answerFor: 'for',
  askedAt: 'asked',
  devices: (count: number) => countOf(count, 'device'),
  noDevices: {
    title: 'No device',
    text: 'The server answered, but knows no device for this source.',
  },
  unnamedDevice: 'Unnamed device',
  identifier: 'Identifier',
  token: 'Transient token',
  noToken: 'None in the answer',
  notKept: 'Only the first device’s token is kept; this one cannot be copied.',
  tokenNote:
    'Kept in memory until you ask again or quit. Same rights as the account, shorter life.',
  connections: 'Addresses',
  noConnections: 'No address in the answer.',
  protocolUnknown: 'protocol not given',
} as const;
