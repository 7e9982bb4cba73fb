import { redactedMark } from '../../shared/model/account.ts';
import { findNamedSecrets, type Span } from './find-named-secrets.ts';
import { secretSpellings } from './secret-spellings.ts';
import { tellingToken } from './telling-token.ts';
import { traced, unescapeOnce, type Traced } from './unescape-once.ts';

// Deeper than any log of a request in a request in a request goes.
const mostLayers = 6;
const mostBase64Layers = 2;
const base64Run = /[A-Za-z0-9+/_-]{16,}/g;

/**
 * Makes a function that takes secrets out of text: known values in every spelling, tokens that show by their form,
 * and the value of every secret field, parameter, attribute, element and header, also where the text is escaped, in
 * several layers and of several kinds, or in base64.
 */
export const createScrubber = (knownSecrets: readonly string[]): ((text: string) => string) => {
  const spellings = secretSpellings(knownSecrets);

  const findSecrets = (text: string, base64Layers: number): readonly Span[] => {
    const found: Span[] = [];
    let layer: Traced | null = traced(text);
    for (let depth = 0; layer !== null && depth < mostLayers; depth += 1) {
      const { places } = layer;
      for (const { start, end } of findInLayer(layer.text, base64Layers))
        found.push({ start: places[start] ?? 0, end: places[end] ?? text.length });
      layer = unescapeOnce(layer);
    }
    return found;
  };

  function* findInLayer(text: string, base64Layers: number): Generator<Span> {
    for (const spelling of spellings)
      for (let start = text.indexOf(spelling); start !== -1;) {
        yield { start, end: start + spelling.length };
        start = text.indexOf(spelling, start + spelling.length);
      }
    yield* spansOf(text.matchAll(tellingToken));
    yield* findNamedSecrets(text);
    if (base64Layers === 0) return;
    for (const run of spansOf(text.matchAll(base64Run)))
      if (holdsSecret(text.slice(run.start, run.end), base64Layers - 1)) yield run;
  }

  // What stands before it may look like a part of it, so it is read from each of four places.
  const holdsSecret = (run: string, base64Layers: number): boolean =>
    [0, 1, 2, 3].some((offset) => {
      const inside = Buffer.from(run.slice(offset), 'base64').toString('latin1');
      return findSecrets(inside, base64Layers).length > 0;
    });

  return (text) => {
    const found = [...findSecrets(text, mostBase64Layers)].sort((a, b) => a.start - b.start);
    let clean = '';
    let doneIndex = 0;
    for (const { start, end } of found) {
      if (end <= doneIndex) continue;
      if (start >= doneIndex) clean += text.slice(doneIndex, start) + redactedMark;
      doneIndex = end;
    }
    return clean + text.slice(doneIndex);
  };
};

function* spansOf(matches: Iterable<RegExpExecArray>): Generator<Span> {
  for (const { 0: held, index } of matches) yield { start: index, end: index + held.length };
}
