const longest = 60;

/**
 * A name from outside within a sentence of ours: cut when it is very long, and isolated, so that a name written from right
 * to left does not turn the sentence around (https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates).
 */
export const nameWithin = (name: string): string => {
  const letters = Array.from(name);
  const shown = letters.length > longest ? `${letters.slice(0, longest).join('')}…` : name;
  return `\u2068${shown}\u2069`;
};
