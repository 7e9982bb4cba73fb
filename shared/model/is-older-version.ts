const numbersOf = (version: string): readonly number[] | null => {
  const leading = /^v?(\d{1,9}(?:\.\d{1,9})*)(?:[.-]|$)/.exec(version.trim())?.[1];
  return leading === undefined ? null : leading.split('.').map(Number);
};

/**
 * Whether a server's version (`1.43.0.1-abcdef012`) is older than another, by as many numbers as that one has. Null when
 * either has no such form: then the server itself has the last word.
 */
export const isOlderVersion = (version: string | null, than: string): boolean | null => {
  const have = version === null ? null : numbersOf(version);
  const want = numbersOf(than);
  if (have === null || want === null) return null;
  for (const [index, wanted] of want.entries()) {
    const part = have[index] ?? 0;
    if (part !== wanted) return part < wanted;
  }
  return false;
};
