/**
 * The words for a value of an open enumeration. A value that is not known is shown as Plex sent it: saying less
 * than Plex did would be worse than an unpolished word.
 */
export const knownValue = (
  words: Readonly<Record<string, string>>,
  value: string | number | null,
): string | null => {
  if (value === null || value === '') return null;
  const sent = String(value);
  return Object.hasOwn(words, sent) ? (words[sent] ?? sent) : sent;
};
