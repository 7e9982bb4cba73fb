// A shorter value would be found by chance in text that has nothing to do with it.
const shortestSecret = 6;

/**
 * Every way a known secret may be written in a log or a record: as it is, inside JSON text, URL-encoded once and
 * twice, inside base64. Longest first, so that no spelling is cut by a shorter one.
 */
export const secretSpellings = (secrets: readonly string[]): readonly string[] => {
  const spellings = new Set<string>();
  for (const secret of secrets) {
    if (secret.length < shortestSecret) continue;
    // Half a surrogate pair has no URL-encoded form, and would make the encoder throw.
    const wellFormed = secret.replaceAll(/\p{Cs}/gu, '\ufffd');
    const encoded = encodeURIComponent(wellFormed);
    for (const spelling of base64Spellings(wellFormed)) spellings.add(spelling);
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

/**
 * What of a secret always looks the same inside longer text in base64, for each of the three places at which it may
 * begin in a group of three bytes; the signs it shares with its neighbours are left out.
 */
const base64Spellings = (secret: string): readonly string[] => {
  const bytes = Buffer.from(secret);
  if (bytes.length < shortestInBase64) return [];
  return [0, 1, 2].flatMap((shift) => {
    const start = (3 - shift) % 3;
    const whole = bytes.subarray(start, bytes.length - ((bytes.length - start) % 3));
    return [whole.toString('base64'), whole.toString('base64url')];
  });
};
// Less than three groups would be found by chance.
const shortestInBase64 = 12;
