import { decodeXml } from './decode-xml.ts';

export type DecodedBody =
  | { readonly kind: 'data'; readonly value: unknown }
  | { readonly kind: 'empty' }
  /** A page for people: from a media server an error, from anything else somebody in between. */
  | { readonly kind: 'html' }
  | { readonly kind: 'malformed' };

/**
 * Reads a body by what it is, not by what was asked for: Plex answers XML where JSON was due, and says so at times
 * only in the body (https://developer.plex.tv/pms/, "Content Types").
 */
export const decodeBody = (contentType: string, text: string): DecodedBody => {
  const content = text.trim();
  if (content === '') return { kind: 'empty' };
  const type = contentType.toLowerCase();
  if (!content.startsWith('<')) {
    return /^[[{]/.test(content) || !type.includes('html') ? decodeJson(content) : { kind: 'html' };
  }
  if (isHtml(type, content)) return { kind: 'html' };
  const decoded = decodeXml(content);
  return decoded === null ? { kind: 'malformed' } : { kind: 'data', value: decoded.value };
};

const isHtml = (type: string, content: string): boolean =>
  /^(<\?xml[^>]{0,200}\?>)?(\s|<!--[^>]{0,1000}-->)*<(!doctype\s+html|html|head|body|script|meta|title|h1|center)\b/i.test(
    content.slice(0, 2000),
  ) ||
  (type.includes('html') && !type.includes('xml'));

const decodeJson = (content: string): DecodedBody => {
  try {
    const value: unknown = JSON.parse(content);
    return { kind: 'data', value };
  } catch {
    return { kind: 'malformed' };
  }
};
