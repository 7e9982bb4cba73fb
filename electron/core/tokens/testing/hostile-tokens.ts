/** As any server might send it: every visible ASCII character may stand in a token. */
export const hostileTokens = [
  "a'b; touch /tmp/owned #",
  '$(id)`id`"\\"',
  '-o/etc/passwd',
  '100',
  'true',
  '0x1F',
  '#comment',
  '~root',
  'a:~root',
  'a&b=c%20d+e',
  '${HOME}',
  'mixed\'"$`\\',
].map((text) => text.replaceAll(' ', '_'));
