import { catalogue } from './language.ts';

/** What the terminal may have to say before anything else of it is loaded. */
export const terminalStartText = catalogue({
  en: {
    nodeTooOld: (found: string): string => `usher requires Node 22.12 or later (found ${found}).`,
    writeError: (code: string | null): string => `write error (${code ?? 'unknown'})`,
  },
});
