import * as v from 'valibot';
import { isTokenText } from '../../token-text.ts';
import { loose, readInstant, readNumber, readText } from '../wire/loose.ts';

const toMs = (value: unknown): number | null => {
  const seconds = readNumber(value);
  return seconds === null ? null : Math.max(0, seconds * 1000);
};

/** The PIN object of `https://plex.tv/api/v2/pins` (https://developer.plex.tv/pms/, "Authenticating with Plex"). */
export const pinFields = v.object({
  id: v.pipe(loose(readNumber), v.number(), v.safeInteger()),
  code: loose(readText),
  expiresIn: loose(toMs),
  createdAt: loose(readInstant),
  expiresAt: loose(readInstant),
  authToken: v.pipe(
    loose(readText),
    v.check((token) => token === null || isTokenText(token)),
  ),
});
