import { parseUrl } from '../addresses.ts';

// More than any address has; what is farther off is not looked at.
const reach = 2_000;

/** The host of the address that stands in the same line as this place of a text, the one before it first. Only for show. */
export const addressAround = (text: string, index: number): string | null => {
  const before =
    text
      .slice(Math.max(0, index - reach), index)
      .split(/[\r\n]/)
      .at(-1) ?? '';
  const after = text.slice(index, index + reach).split(/[\r\n]/, 1)[0] ?? '';
  const found =
    /https?:\/\/[^\s"'<>]+$/i.exec(before.slice(before.toLowerCase().lastIndexOf('http'))) ??
    /https?:\/\/[^\s"'<>]+/i.exec(`${before} ${after}`);
  const url = found === null ? null : parseUrl(found[0]);
  return url === null || url.host === '' ? null : url.host;
};
