import type { Avatar } from './plex-client.ts';

const signatures: readonly (readonly [Avatar['contentType'], RegExp])[] = [
  ['image/png', /^\x89PNG\r\n\x1a\n/],
  ['image/jpeg', /^\xff\xd8\xff/],
  ['image/webp', /^RIFF[^]{4}WEBP/],
  ['image/gif', /^GIF8[79]a/],
];

/** What kind of picture bytes are, by how they begin; null when they are none the window may show. */
export const imageType = (bytes: Uint8Array): Avatar['contentType'] | null => {
  const head = String.fromCharCode(...bytes.subarray(0, 12));
  return signatures.find(([, signature]) => signature.test(head))?.[0] ?? null;
};
