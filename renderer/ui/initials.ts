/** What stands for a name where there is no picture: the first letters of its first word, or of its first and its last. */
export function initials(name: string, count: 1 | 2): string {
  const words = name.trim().split(/\s+/u);
  const letters = count === 2 && words.length > 1 ? [words[0], words.at(-1)] : [words[0]];
  // By code point: half of an emoji or of an accented letter is a question mark.
  return letters
    .map((word) => Array.from(word ?? '')[0] ?? '')
    .join('')
    .toLocaleUpperCase();
}
