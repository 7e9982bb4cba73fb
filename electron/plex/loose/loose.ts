import * as v from 'valibot';

/**
 * A field read by a function that takes anything and never fails: absent, null and mistyped values come to it alike.
 * Plex leaves fields out, sends null or "", and writes numbers as text in XML; none of it may cost the whole answer.
 */
export const loose = <Value>(read: (value: unknown) => Value) =>
  v.pipe(v.optional(v.unknown(), null), v.transform(read));
