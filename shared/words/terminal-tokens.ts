import { catalogue } from './language.ts';

/** What the terminal tells of tokens besides its tables. Names are text from outside, to be cleaned before. */
export const terminalTokenText = catalogue({
  en: {
    notSaved: 'Warning: couldn’t save the token to the keychain. It works but isn’t listed.',
    copied: (server: string, duration: string): string =>
      `Copied a token for ${server} (valid up to ${duration}). ` +
      'The command line won’t clear the clipboard, and clipboard history may keep it.',
    forgot: (lastFour: string, server: string): string =>
      `Forgot the token …${lastFour} of ${server}. The server accepts it until it expires.`,
    noConnections: (source: string): string => `The server has no connections for ${source}.`,
    paste: 'Paste a token, or text containing one, then press Ctrl-D.',
    skipped: 'More tokens were found and skipped.',
  },
});

/** Why a command did not run with a new token. */
export const execText = catalogue({
  en: {
    noCommand: 'No command after --.',
    notExecutable: 'can’t be executed',
    notFound: 'command not found',
  },
});
