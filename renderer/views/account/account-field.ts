import type { EpochMs } from '../../../shared/model/ids.ts';
import { accountFieldText } from '../../../shared/words/account.ts';
import { formatDate } from '../../../shared/words/formats.ts';

/** One thing that Plex tells of an account. */
export interface AccountField {
  readonly label: string;
  /** Null where Plex gave nothing. */
  readonly value: string | null;
  /** As Plex sent it, where the value is put in words: a code, or a time in seconds since 1970. */
  readonly sent?: string | null;
  /** An identifier, which is compared sign by sign. */
  readonly isMono?: boolean;
  readonly mark?: { readonly isGood: boolean; readonly text: string } | null;
  readonly note?: string;
  /** Plex's own names for what the value counts. */
  readonly features?: readonly string[];
  /** Whether these are seen from the beginning: one of them was looked for. */
  readonly isOpen?: boolean;
}

/** Fields that belong together within a group. */
export interface FieldPart {
  readonly heading?: string;
  readonly name?: string;
  readonly states?: readonly { readonly tone: 'ok' | 'warn' | 'neutral'; readonly text: string }[];
  readonly fields: readonly AccountField[];
  readonly note?: string;
}

export type FieldGroupId =
  | 'identity'
  | 'plexPass'
  | 'subscriptions'
  | 'security'
  | 'home'
  | 'rights'
  | 'profile'
  | 'preferences'
  | 'services';

export interface FieldGroup {
  readonly id: FieldGroupId;
  readonly title: string;
  readonly note?: string;
  readonly parts: readonly FieldPart[];
}

/** What is only spaces is nothing. */
export const given = (value: string | null): string | null =>
  value === null || value.trim() === '' ? null : value;

export const listed = (items: readonly string[]): string | null =>
  items.length === 0 ? null : items.join(', ');

export const oneOf = (value: boolean | null, yes: string, no: string): string | null =>
  value === null ? null : value ? yes : no;

/** A day, with the number that Plex sent for it. */
export const moment = (at: EpochMs | null): Pick<AccountField, 'value' | 'sent'> => {
  if (at === null) return { value: null };
  const value = formatDate(at);
  // What is no date at all is shown as the number already.
  return value === String(at) ? { value } : { value, sent: String(Math.trunc(at / 1000)) };
};

/** “New Zealand”, and the code `NZ` that Plex sent. */
export const named = (
  code: string | null,
  nameOf: (code: string) => string,
): Pick<AccountField, 'value' | 'sent'> => {
  const sent = given(code);
  if (sent === null) return { value: null };
  const name = nameOf(sent);
  return name === sent ? { value: name } : { value: name, sent };
};

/** How many features there are; which, is for who asks. */
export const featuresField = (features: readonly string[]): AccountField => {
  const text = accountFieldText().plexPass;
  return {
    label: text.features,
    value: features.length === 0 ? null : text.featureCount(features.length),
    features,
  };
};
