import type { TokenPlace } from '../../shared/model/identification.ts';
import { createScrubber } from '../plex/secrets/scrubber.ts';
import { couldBeToken } from './could-be-token.ts';
import { findBare } from './find-bare.ts';
import { findInRecord } from './find-in-record.ts';
import { findInText } from './find-in-text.ts';
import type { FoundText } from './found-text.ts';
import { parseFragment } from './parse-fragment.ts';

const longestName = 80;

export interface FoundTokens {
  /** In the order they stand in, each once. In clear. */
  readonly tokens: readonly { readonly token: string; readonly place: TokenPlace }[];
  /** There were more than the limit. */
  readonly isCutOff: boolean;
}

/**
 * The tokens in whatever a person pasted: a token, a header, an address, a command, a line of a settings file, JSON or
 * XML. Takes any text, in a time that grows with its length alone.
 */
export const findTokens = (pasted: string, limit: number): FoundTokens => {
  // What a copy from a page or a chat brings along unseen.
  const text = pasted.replaceAll(/[\u200b\u2060\ufeff]/g, '').trim();
  const data = parseFragment(text);
  const found = new Map<string, FoundText>();
  const isCutOff = !noteEach(data === null ? findInText(text) : findInRecord(data), found, limit);
  if (found.size === 0 && data === null) noteEach(findBare(text), found, limit);
  return { tokens: withPlaces([...found.values()]), isCutOff };
};

/** False when there are more than the limit. */
const noteEach = (
  candidates: Iterable<FoundText>,
  found: Map<string, FoundText>,
  limit: number,
): boolean => {
  for (const one of candidates) {
    if (!couldBeToken(one.token) || found.has(one.token)) continue;
    if (found.size === limit) return false;
    found.set(one.token, one);
  }
  return true;
};

/** SECURITY: names come from the pasted text, and one of them might repeat a secret. */
const withPlaces = (found: readonly FoundText[]): FoundTokens['tokens'] => {
  const scrub = createScrubber(found.map(({ token }) => token));
  const clean = (name: string | null): string | null =>
    name === null ? null : scrub(name.slice(0, longestName));
  return found.map(({ token, field, label, host }) => ({
    token,
    place: { field: clean(field), label: clean(label), host: clean(host()) },
  }));
};
