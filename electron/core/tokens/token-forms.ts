import type { TokenForm } from '../../../shared/model/token.ts';
import { escapeSigns, shellQuoted, type Platform } from '../../quoting.ts';
import { isTokenText } from '../../token-text.ts';

export interface TokenToWrite {
  readonly token: string;
  /** The address the token is good for: a server's own, or plex.tv's for an account token. Null: not known. */
  readonly uri: string | null;
  /** What to ask there; `/` unless told. */
  readonly path?: string;
  /** What the JSON form tells besides. Nothing in it is secret. */
  readonly facts?: Readonly<Record<string, string | null>>;
}

/**
 * A token in the form it is needed in, on the system it is copied on: one line, without a line break at its end.
 * SECURITY: whatever characters a server put into a token, the line is read back as that token and as nothing else.
 */
export function writeTokenAs(form: TokenForm, to: TokenToWrite, platform: Platform): string {
  const { token, uri, facts = {} } = to;
  // Every token is checked where it comes from. A line break would make a second header or variable of its rest.
  if (!isTokenText(token)) throw new Error('This is not the text of a token.');
  switch (form) {
    case 'raw':
      return token;
    case 'header':
      return headerOf(token);
    case 'url':
      return urlOf(to);
    case 'curl':
      return curlLineOf(to, platform);
    case 'env':
      return `PLEX_TOKEN=${envQuoted(token)}`;
    case 'yaml':
      // A JSON string is a YAML string too (https://yaml.org/spec/1.2.2/, 1.3); bare, a token might be read as a number.
      return `plex_token: ${JSON.stringify(token)}`;
    case 'json':
      return escapeSigns(
        JSON.stringify({ token, url: uri === null ? null : addressOf(to).href, ...facts }),
      );
  }
}

const headerOf = (token: string): string => `X-Plex-Token: ${token}`;

/** Below the address's own root: one that stands behind a proxy may have a path. */
function addressOf({ uri, path = '/' }: TokenToWrite): URL {
  if (uri === null) throw new Error('This form needs an address.');
  const url = new URL(uri);
  url.pathname = url.pathname.replace(/\/$/, '') + path;
  return url;
}

function curlLineOf(to: TokenToWrite, platform: Platform): string {
  const header = headerOf(to.token);
  const quoted = (text: string): string => shellQuoted(text, platform);
  const address = quoted(addressOf(to).href);
  if (platform !== 'win32') return `curl -H ${quoted(header)} ${address}`;
  // Bare `curl` is another command in the PowerShell that comes with Windows.
  if (!/["\\]/.test(header)) return `curl.exe -H ${quoted(header)} ${address}`;
  // That PowerShell hands these two signs on as they are, and the program takes them for its own quoting: they go the way
  // on which there is none (https://curl.se/docs/manpage.html#-K).
  const config = `header = "${header.replaceAll(/["\\]/g, '\\$&')}"`;
  return `${quoted(config)} | curl.exe -K - ${address}`;
}

function urlOf(to: TokenToWrite): string {
  const url = addressOf(to);
  // Not by URLSearchParams, which writes a space as +.
  url.search = `?X-Plex-Token=${encodeURIComponent(to.token)}`;
  return url.href;
}

/**
 * A value as shells, dotenv libraries, Docker Compose and systemd all read it. Bare where it can be, since
 * `docker --env-file` takes quotes for a part of the value.
 */
function envQuoted(text: string): string {
  if (/^[\w.:/@%+,-]+$/.test(text)) return text;
  if (!text.includes("'")) return `'${text}'`;
  return `"${text.replaceAll(/[\\"$`]/g, '\\$&')}"`;
}
