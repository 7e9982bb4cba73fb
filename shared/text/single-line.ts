const longest = 120;

/** Text from outside on one line of its own, cut where it is longer than any such text should be. */
export const singleLine = (text: string): string => {
  // Also signs that turn the direction of what follows, which would hide what the rest of a line says.
  const clean = text
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  return clean.length > longest ? `${clean.slice(0, longest)}…` : clean;
};
