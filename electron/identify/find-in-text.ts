import { looseFields } from '../plex/secrets/scrubber.ts';
import { isTokenField, tellingToken } from '../plex/secrets/secret-fields.ts';
import { addressAround } from './address-around.ts';
import type { FoundText } from './found-text.ts';

/** The tokens of running text: those in a field, header or parameter of a token's name, then those that tell by their form. */
export function* findInText(text: string, label: string | null = null): Generator<FoundText> {
  for (const { name, scheme, value, valueIndex } of looseFields(text, isTokenField)) {
    // SECURITY: `Authorization: Basic …` is a user name and a password.
    if (scheme?.toLowerCase() === 'basic') continue;
    const host = () => addressAround(text, valueIndex);
    yield { token: decoded(value), field: name, label, host };
  }
  for (const { 0: value, index } of text.matchAll(tellingToken)) {
    yield { token: decoded(value), field: null, label, host: () => addressAround(text, index) };
  }
}

const decoded = (value: string): string => {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
};
