import type { DestinationFormat } from '../../shared/model/destination.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { findInEnv, listInEnv } from './find-in-env.ts';
import { findInIni, listInIni } from './find-in-ini.ts';
import { findInJson, listInJson } from './find-in-json.ts';
import { findInYaml, listInYaml } from './find-in-yaml.ts';
import type { FindSpot, ListedValue, ListValues, Spot } from './spot.ts';

const finders: Readonly<Record<Exclude<DestinationFormat, 'file'>, FindSpot>> = {
  env: findInEnv,
  yaml: findInYaml,
  ini: findInIni,
  json: findInJson,
};

const listers: Readonly<Record<Exclude<DestinationFormat, 'file'>, ListValues>> = {
  env: listInEnv,
  yaml: listInYaml,
  ini: listInIni,
  json: listInJson,
};

/** Every text of a file with the key it stands at; null for the key of what stands alone in its file. */
export function listValues(
  format: DestinationFormat,
  text: string,
): Result<readonly (Omit<ListedValue, 'key'> & { readonly key: string | null })[]> {
  if (format !== 'file') return carefully(() => listers[format](text));
  const alone = findAlone(text);
  return alone.ok ? ok([{ key: null, value: alone.value.value }]) : alone;
}

/** Where the value of this key stands; the whole text where there is no key. */
export const findSpot = (
  format: DestinationFormat,
  text: string,
  key: string | null,
): Result<Spot> =>
  format === 'file' || key === null ? findAlone(text) : carefully(() => finders[format](text, key));

function carefully<T>(parse: () => Result<T>): Result<T> {
  try {
    return parse();
  } catch {
    // A parser gives up on what is nested without end.
    return err({ code: 'destination.unparsable', line: null });
  }
}

/**
 * What a program keeps its token in alone. SECURITY: a file with anything else in it is refused: a key for ssh, a script, or
 * a list would be lost.
 */
function findAlone(text: string): Result<Spot> {
  const value = text.replace(/^\ufeff/, '').trim();
  if (value !== '' && !/^[\w.-]{16,5120}$/.test(value))
    return err({ code: 'destination.notAlone' });
  return ok({ start: 0, end: text.length, value, written: (next) => next });
}

/** With the token, and the address of the server where that has a place, in the text. */
export function withValues(
  format: DestinationFormat,
  text: string,
  values: readonly { readonly key: string | null; readonly value: string }[],
): Result<string> {
  let present = text;
  for (const { key, value } of values) {
    const spot = findSpot(format, present, key);
    if (!spot.ok) return spot;
    const { start, end, written } = spot.value;
    present = present.slice(0, start) + written(value) + present.slice(end);
  }
  return ok(present);
}

/** With a line at its end for a key that the text does not have. Only an env file has no places of its own for its keys. */
export function withNewKey(text: string, key: string, value: string): string {
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const isOpen = text !== '' && !/[\r\n]$/.test(text);
  return `${text}${isOpen ? lineEnd : ''}${key}=${value}${isOpen ? '' : lineEnd}`;
}

/** What stands for the token in a name, and what stands there for the address, by which programs call theirs. */
const addressNames = ['url', 'uri', 'baseurl', 'base_url', 'server_url'];

/**
 * The key beside the token's that is for the server's address: `PLEX_URL` for `PLEX_TOKEN`, `auth.server_baseurl` for
 * `auth.server_token`. Null where the text has none.
 */
export function urlKeyBeside(
  format: DestinationFormat,
  text: string,
  key: string | null,
): string | null {
  const match = key === null ? null : /^(.*)token([^.]*)$/i.exec(key);
  if (key === null || match === null) return null;
  const [, before = '', after = ''] = match;
  const isUpper = /TOKEN[^.]*$/.test(key);
  const candidates = addressNames.map(
    (name) => `${before}${isUpper ? name.toUpperCase() : name}${after}`,
  );
  return candidates.find((candidate) => findSpot(format, text, candidate).ok) ?? null;
}
