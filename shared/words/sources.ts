import type { SourceDevice } from '../model/source.ts';
import { countOf, singleLine, toldApart } from './formats.ts';
import { type Around, catalogue, wording } from './language.ts';

/** Words of the Source view. */
export const sourceText = catalogue({
  en: {
    advanced: 'Advanced',
    title: 'Resolve a source',
    intro: 'Get connection details and a token for a server or Plex provider, through this server.',
    tooOld: (version: string, needed: string) =>
      `Requires version ${needed} or later. This server runs ${version}.`,
    known: 'Known server',
    knownNone: 'Choose by name, or type below',
    field: 'Source',
    fieldHint: 'server:// and a machine identifier, or provider:// and the name of a provider.',
    fieldExample: 'provider://tv.plex.provider.epg',
    askWith: 'Ask with',
    accessToken: 'Access token',
    transientToken: (lastFour: string): string => `Transient token …${lastFour}`,
    refresh: 'Skip the server’s cache',
    ask: 'Resolve',
    asking: 'Resolving…',
    fieldError: {
      empty: 'Choose a server, or type a source.',
      noScheme: (suggestion: string) => `Did you mean ${suggestion}?`,
      malformed:
        'A source has the form server://identifier or provider://identifier, without spaces. One more part may follow after a slash.',
    },
    useSuggestion: 'Use this',
    answerFor: <Part>(source: Part, when: Part): Around<Part> => [
      'Answer for ',
      source,
      ', asked ',
      when,
    ],
    announceAnswer: (count: number) =>
      `The server answered with ${countOf(count, { one: 'device', other: 'devices' })}.`,
    noDevices: {
      title: 'No device',
      text: 'The server answered, but knows no device for this source.',
    },
    unnamedDevice: 'Unnamed device',
    identifier: 'Identifier',
    token: 'Transient token',
    tokenName: (device: string) => `transient token for ${device}`,
    noToken: 'None in the answer',
    tokensNote:
      'Usher keeps the tokens in memory until you ask again or quit. They have the same rights as the account and just expire sooner.',
    connections: 'Addresses',
    noConnections: 'No address in the answer.',
    protocolUnknown: 'protocol not given',
  },
});

/** What to call each device of an answer, on one line and no two alike. */
export const sourceDeviceNames = wording({
  en: (devices: readonly Pick<SourceDevice, 'name' | 'clientIdentifier'>[]): readonly string[] => {
    const { unnamedDevice } = sourceText();
    return toldApart(
      devices.map(({ name, clientIdentifier: id }) => ({
        name: singleLine(name ?? '') || singleLine(id ?? '') || unnamedDevice,
        id: id === null ? null : singleLine(id),
      })),
    );
  },
});
