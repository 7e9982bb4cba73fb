import type { AppError } from '../../../shared/errors.ts';
import { createScrubber } from '../secrets/scrubber.ts';
import { isSecretField } from '../secrets/secret-fields.ts';
import { decodeBody } from './decode-body.ts';
import type { PlexReply, PlexRequest } from './plex-request.ts';
import { readErrors } from './read-errors.ts';

/** An error in the answerer's own words is a sentence or a title; longer text is somebody's page. */
const longestDetails = 300;
const longestText = 65_536;

/**
 * What an answer that is no success says in its own words: the messages and statuses of a body of errors, the text of a
 * page. Null when it says nothing. One line, short, and without any secret.
 *
 * SECURITY: a hostile server may send back what it was sent, in any spelling: the secrets of the request are taken out by
 * their values, before anything is cut.
 */
export const readDetails = (
  { status, contentType, text }: Pick<PlexReply, 'status' | 'contentType' | 'text'>,
  request: Pick<PlexRequest, 'token' | 'form' | 'query'>,
): string | null => {
  if (status < 400 || text.length > longestText) return null;
  const said = createScrubber(secretsOf(request))(wordsOf(contentType, text))
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\s]+/gu, ' ')
    .trim();
  if (said === '') return null;
  return said.length > longestDetails ? `${said.slice(0, longestDetails - 1).trimEnd()}…` : said;
};

/** The error with the answerer's own words, where there are any. */
export const withDetails = (error: AppError, { details }: Pick<PlexReply, 'details'>): AppError =>
  details === null ? error : { ...error, details };

const secretsOf = ({ token, form, query }: Pick<PlexRequest, 'token' | 'form' | 'query'>) => [
  ...(token === undefined ? [] : [token]),
  ...Object.entries({ ...query, ...form }).flatMap(([name, value]) =>
    isSecretField(name) ? [value] : [],
  ),
];

const wordsOf = (contentType: string, text: string): string => {
  const body = decodeBody(contentType, text);
  if (body.kind === 'html') return pageText(text);
  if (body.kind === 'malformed') return contentType.includes('text/plain') ? text : '';
  if (body.kind === 'empty') return '';
  return readErrors(body.value)
    .map(({ code, message, status }) => {
      const facts = [
        ...(code === null ? [] : [`code ${code}`]),
        ...(status === null ? [] : [`status ${status}`]),
      ].join(', ');
      return message === '' ? facts : facts === '' ? message : `${message} (${facts})`;
    })
    .join('; ');
};

/** What a person would read on a page: its title, then its text where that says something else. */
const pageText = (html: string): string => {
  const plain = (markup: string): string =>
    markup
      .replaceAll(/<(script|style)\b[^>]{0,1000}>[^]*?<\/\1\s*>/gi, ' ')
      .replaceAll(/<[^<>]{0,2000}>/g, ' ')
      .replaceAll(/\s+/g, ' ')
      .trim();
  const title = plain(/<title\b[^>]{0,200}>([^<]{0,1000})/i.exec(html)?.[1] ?? '');
  const text = plain(html.replace(/<title\b[^]*?<\/title\s*>/i, ' '));
  return text.toLowerCase().includes(title.toLowerCase()) ? text : `${title}: ${text}`;
};
