import { commonText } from './common-text.ts';

/** Null stays null: what Plex did not say is shown as not given, never as no. */
export const yesOrNo = (value: boolean | null): string | null =>
  value === null ? null : value ? commonText.yes : commonText.no;
