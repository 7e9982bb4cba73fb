import { err, ok, type Result } from '../../../shared/result.ts';
import type { NamedSubject, NameError } from '../../../shared/words/terminal.ts';

/** Something that people name, by any of its names. */
export interface Named<T> {
  readonly item: T;
  /** What nobody else can be called, given by Plex or by Usher. */
  readonly id: string;
  /** What people call it. */
  readonly names: readonly string[];
  /** Tells it apart from others of the same name. */
  readonly label: string;
}

/**
 * By its id; else by its whole name, as it is written and then in any case; else by a beginning that fits one alone.
 * SECURITY: the id goes first, so that nobody can take a server's or a device's place by giving another its id for a name.
 */
export function findByName<T>(
  subject: NamedSubject,
  all: readonly Named<T>[],
  wanted: string,
): Result<T, NameError> {
  const known = all.filter(({ id }) => id === wanted);
  const [same] = known;
  if (same !== undefined && known.length === 1) return ok(same.item);
  const plain = plainOf(wanted);
  const ways: readonly ((name: string) => boolean)[] = [
    (name) => name.normalize() === wanted.normalize(),
    (name) => plainOf(name) === plain,
    (name) => plain !== '' && plainOf(name).startsWith(plain),
  ];
  for (const fits of ways) {
    const found = all.filter(({ id, names }) => [id, ...names].some(fits));
    const [first, ...others] = found;
    if (first === undefined) continue;
    if (others.length === 0) return ok(first.item);
    const candidates = found.map(({ label }) => label);
    return err({ code: `${subject}.ambiguous`, subject, wanted, candidates });
  }
  const candidates = all.map(({ label }) => label);
  return err({ code: `${subject}.notFound`, subject, wanted, candidates });
}

/** The same letter can be written in two ways, and a terminal may send either. */
const plainOf = (name: string): string => name.normalize().toLowerCase();
