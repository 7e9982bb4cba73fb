import { isAbsolute, join, resolve } from 'node:path';
import {
  destinationFormats,
  type Destination,
  type DestinationFormat,
} from '../../shared/model/destination.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/**
 * A destination as a person types it: `env:FILE#KEY`, `yaml:FILE#a.b`, `ini:FILE#section.key`, `json:FILE#a.b`, or
 * `file:FILE`. The key begins after the last `#`, since a path may have some itself. Errors: `destination.malformed`.
 */
export function readDestination(
  text: string,
  { folder, home }: { readonly folder: string; readonly home: string },
): Result<Destination> {
  const colon = text.indexOf(':');
  const format = text.slice(0, Math.max(0, colon));
  if (!isFormat(format)) return err({ code: 'destination.malformed', trouble: 'format' });
  const rest = text.slice(colon + 1);
  const hash = format === 'file' ? -1 : rest.lastIndexOf('#');
  const typed = hash < 0 ? rest : rest.slice(0, hash);
  const key = hash < 0 ? '' : rest.slice(hash + 1).trim();
  if (typed === '') return err({ code: 'destination.malformed', trouble: 'path' });
  if (format !== 'file' && key === '') {
    return err({ code: 'destination.malformed', trouble: 'key' });
  }
  const path = /^~[/\\]/.test(typed) ? join(home, typed.slice(2)) : typed;
  return ok({
    format,
    path: isAbsolute(path) ? path : resolve(folder, path),
    key: format === 'file' ? null : key,
  });
}

const isFormat = (text: string): text is DestinationFormat =>
  (destinationFormats as readonly string[]).includes(text);
