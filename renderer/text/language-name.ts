import { displayName } from './display-name.ts';

/** “Japanese” for `ja`, “British English” for `en_GB`: Plex writes both `-` and `_`. */
export const languageName = (code: string, locale?: string): string =>
  displayName('language', code.replaceAll('_', '-'), locale);
