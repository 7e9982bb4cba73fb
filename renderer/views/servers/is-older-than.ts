const numbersOf = (version: string): readonly number[] | null => {
  const leading = /^\d+(?:\.\d+)*/u.exec(version.trim());
  return leading === null ? null : leading[0].split('.').map(Number);
};

/** Null when the version cannot be read: then the server itself has the last word. */
export const isOlderThan = (version: string | null, needed: string): boolean | null => {
  const have = version === null ? null : numbersOf(version);
  const want = numbersOf(needed);
  if (have === null || want === null) return null;
  for (const [index, wanted] of want.entries()) {
    const part = have[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
};
