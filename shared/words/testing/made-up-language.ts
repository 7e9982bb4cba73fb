import type * as RealLanguage from '../language.ts';

/**
 * A language made of English with every text in brackets, and with the numbers and dates of Japanese, which have no letter
 * of English: what is not in brackets did not come from a catalogue. For tests, in place of `language.ts`.
 */
export const madeUpLanguage = (real: typeof RealLanguage): typeof RealLanguage => ({
  ...real,
  presentLocale: () => 'ja',
  ofLocale: (make) => () => make('ja'),
  catalogue: ({ en }) => {
    const words = marked(en);
    return () => words;
  },
  wording: ({ en }) => marked(en),
});

// What words for people come with: the look of a notice, and what is to be typed into a terminal.
const notWords = new Set(['tone', 'command']);

/** A text, or all texts that an object has or a function answers. */
function marked<Words>(words: Words): Words {
  return mark(words) as Words;
}

type Phrase = (...args: readonly unknown[]) => unknown;

function mark(words: unknown): unknown {
  if (typeof words === 'function') {
    return (...args: readonly unknown[]): unknown => markAnswer((words as Phrase)(...args));
  }
  return isPlainObject(words) ? mapped(words, mark) : markAnswer(words);
}

function markAnswer(answer: unknown): unknown {
  if (typeof answer === 'string') return answer === '' ? answer : `⟦${answer}⟧`;
  if (Array.isArray(answer)) return answer.map(markAnswer);
  // Elements of the page, which a sentence is put around, are none of the words.
  return isPlainObject(answer) ? mapped(answer, markAnswer) : answer;
}

const mapped = (object: object, change: (value: unknown) => unknown): object =>
  Object.fromEntries(
    Object.entries(object).map(([key, value]) => [key, notWords.has(key) ? value : change(value)]),
  );

const isPlainObject = (value: unknown): value is object =>
  Object.prototype.toString.call(value) === '[object Object]';

/** What is left of a text without what came from a catalogue and without what is no words of Usher's; null for nothing. */
export function unworded(text: string, data: Iterable<string>): string | null {
  let left = text;
  while (/⟦[^⟦⟧]*⟧/u.test(left)) left = left.replaceAll(/⟦[^⟦⟧]*⟧/gu, ' ');
  // A text that was cut has lost its end.
  left = left.replace(/⟦[^⟦⟧]*$/u, ' ');
  const longestFirst = [...data].sort((one, other) => other.length - one.length);
  for (const known of longestFirst) left = left.replaceAll(known, ' ');
  return /\p{Script=Latin}/u.test(left) ? left.trim() : null;
}

// Names of what Usher itself tells apart, which must not be shown as they are.
const codes = new Set(['kind', 'phase', 'state', 'code', 'ownership', 'storage', 'form', 'what']);

/** Every name, address and other text from outside in what a test gives the program to show. */
export function textsIn(value: unknown, found = new Set<string>()): Set<string> {
  // Two small letters could be a word of a sentence.
  if (typeof value === 'string' && !/^[a-z]{0,2}$/.test(value)) found.add(value);
  if (typeof value !== 'object' || value === null) return found;
  for (const [key, part] of Object.entries(value)) if (!codes.has(key)) textsIn(part, found);
  return found;
}
