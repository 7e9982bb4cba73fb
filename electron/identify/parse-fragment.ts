import { decodeXml } from '../plex/http/decode-body.ts';

/** The data in pasted JSON or XML, whole or a row of XML elements without their root; null for any other text. */
export const parseFragment = (text: string): unknown => {
  if (/^[[{]/.test(text)) return parseJson(text);
  if (!text.startsWith('<')) return null;
  const inside = text.replace(/^<\?xml[^>]{0,200}\?>/i, '');
  return (decodeXml(text) ?? decodeXml(`<fragment>${inside}</fragment>`))?.value ?? null;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};
