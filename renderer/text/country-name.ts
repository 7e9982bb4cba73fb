import { displayName } from './display-name.ts';

/** “New Zealand” for `NZ`. */
export const countryName = (code: string, locale?: string): string =>
  displayName('region', code, locale);
