// A shorter value would be found by chance in text that has nothing to do with it.
const shortestSecret = 6;

/**
 * Every way a known secret may be written in a log or a record: as it is, inside JSON text, URL-encoded once and
 * twice. Longest first, so that no spelling is cut by a shorter one.
 */
export const secretSpellings = (secrets: readonly string[]): readonly string[] => {
  const spellings = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue;
    // Half a surrogate pair has no URL-encoded form, and would make the encoder throw.
    const wellFormed = secret.replaceAll(/\p{Cs}/gu, '\ufffd');
    const encoded = encodeURIComponent(wellFormed);
    const formEncoded = new URLSearchParams([['', wellFormed]]).toString().slice(1);
    for (const spelling of [
      secret,
      JSON.stringify(secret).slice(1, -1),
      encoded,
      encodeURIComponent(encoded),
      formEncoded,
      encodeURIComponent(formEncoded),
    ]) {
      spellings.add(spelling);
      // Percent signs may be followed by small letters as well.
      spellings.add(spelling.replaceAll(/%(?:25)*[0-9A-F]{2}/g, (escape) => escape.toLowerCase()));
    }
  }
  return [...spellings].sort((left, right) => right.length - left.length);
};
