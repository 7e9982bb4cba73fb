import { isSecretField } from '../plex/secrets/secret-fields.ts';
import type { FoundText } from './found-text.ts';

// More lines than this are no list of tokens but some other text.
const mostLines = 20;
const longestSentence = 500;
// A longer word is no classic token, and would take long to unwrap.
const longestWord = 200;
// What holds a token by itself, in code, in mails and in a shell.
const wrapping = /^["'`<([]+|["'`>)\],;.:]+$/g;
// An AWS key identifier has the length of a classic token; a UUID is an identifier of Plex's.
const somethingElse = /^(?:A(?:KIA|SIA)[A-Z0-9]{16}|[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})$/i;
const classicForm = /^(?=.*\d)(?=.*[a-z])(?=.*[A-Z])[\w-]{20}$/;

/**
 * Classic tokens that stand alone, one in a line, or in a sentence. They have no form of their own, so nothing is looked
 * for in a longer text.
 */
export const findBare = (text: string): readonly FoundText[] => {
  const lines = text.split(/\r?\n/, mostLines + 1).filter((line) => line.trim() !== '');
  if (lines.length > mostLines) return [];
  const alone = lines.map(unwrapped).filter((line) => /^[\w-]{16,64}$/.test(line));
  const isSentence = alone.length === 0 && text.length <= longestSentence;
  return [...alone, ...(isSentence ? wordsLikeTokens(text) : [])]
    .filter((token) => !somethingElse.test(token))
    .map((token) => ({ token, field: null, label: null, host: () => null }));
};

const wordsLikeTokens = (text: string): readonly string[] => {
  const words = text.split(/\s+/).map(unwrapped);
  // SECURITY: what is called a password, or a token of something else, is not for Plex.
  return words.filter(
    (word, index) => classicForm.test(word) && !isSecretField(words[index - 1] ?? ''),
  );
};

const unwrapped = (text: string): string => {
  const word = text.trim();
  return word.length > longestWord ? '' : word.replaceAll(wrapping, '');
};
