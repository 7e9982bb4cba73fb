import { err, ok, type Result } from '../result.ts';
import type { AppError } from '../errors.ts';

const codeLength = 4;
// What people put between the characters to read them better.
const separators = /[\s\p{Pd}._·]+/gu;
// The shortest token Plex gives out has some twenty characters; a sentence or an address has other ones in it.
const tokenShape = /^(?:X-Plex-Token\s*[:=]\s*)?[\w-]{12,}$/i;

/**
 * The four-character code that a device shows, as plex.tv/link takes it, from what a person typed or pasted: in small
 * letters, with spaces or dashes, or within the address of a QR code. What can't be one is told as what it is: a secret
 * pasted by mistake must not be sent anywhere.
 */
export function readLinkCode(text: string): Result<string, LinkCodeMalformed> {
  const given = codeInAddress(text) ?? text.trim();
  const fail = (trouble: LinkCodeMalformed['trouble']): Result<string, LinkCodeMalformed> =>
    err({ code: 'link.codeMalformed', trouble });
  if (given === '') return fail('empty');
  if (/claim-/i.test(given)) return fail('claimCode');
  if (/transient-|eyJ[\w-]+\.|X-Plex-Token|authToken/i.test(given) || tokenShape.test(given)) {
    return fail('token');
  }
  const code = given.replaceAll(separators, '').toUpperCase();
  if (!/^[A-Z0-9]*$/.test(code)) return fail('characters');
  if (code.length < codeLength) return fail(code === '' ? 'empty' : 'tooShort');
  return code.length > codeLength ? fail('tooLong') : ok(code);
}

type LinkCodeMalformed = Extract<AppError, { code: 'link.codeMalformed' }>;

/** `https://plex.tv/link/?pin=ABCD`, the address behind the QR code of a device. */
const codeInAddress = (text: string): string | null =>
  /^\s*(?:https?:\/\/)?(?:www\.)?plex\.tv\/link\/?\?(?:[^#\s]*&)?pin=([^&#\s]*)/i.exec(text)?.[1] ??
  null;
