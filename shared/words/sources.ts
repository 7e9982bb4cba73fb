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
    ownerOnly: 'Only for the server’s owner',
    field: 'Source',
    fieldHint: 'Server name, server://…, or provider://…',
    useTyped: (typed: string) => `Use “${typed}” as typed`,
    more: 'More options',
    askWith: 'Token',
    withAccessToken: 'Use the access token',
    withTransientToken: (lastFour: string): string => `Use transient token …${lastFour}`,
    cache: 'Cache',
    useCache: 'Use the server’s cache',
    skipCache: 'Skip the server’s cache',
    /** What is chosen of these, where it is not as usual. */
    chosen: (parts: readonly string[]): string => parts.join(' · '),
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
      ', updated ',
      when,
    ],
    announceAnswer: (count: number) =>
      `The server returned ${countOf(count, { one: 'device', other: 'devices' })}.`,
    noDevices: {
      title: 'Nothing found',
      text: 'The server knows no device for this source.',
    },
    unnamedDevice: 'Unnamed device',
    identifier: 'Identifier',
    token: 'Transient token',
    tokenName: (device: string) => `transient token for ${device}`,
    noToken: 'None in the answer',
    tokensNote:
      'Usher keeps the tokens in memory until you resolve again or quit. They have the same rights as the account and just expire sooner.',
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
