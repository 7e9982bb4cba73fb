import * as v from 'valibot';

/** What a document's text turned out to be. */
export type DocumentReading<T> =
  | { readonly kind: 'good'; readonly value: T }
  /** Of a newer version; `value` is what this version understands of it, null when nothing. */
  | { readonly kind: 'tooNew'; readonly version: number; readonly value: T | null }
  /** Empty, cut short, not JSON, or of another shape. */
  | { readonly kind: 'bad' };

const envelopeSchema = v.object({
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  data: v.unknown(),
});

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // As good as no envelope at all.
    return null;
  }
};

export const readDocumentText = <T>(
  text: string,
  schema: v.GenericSchema<unknown, T>,
  version: number,
): DocumentReading<T> => {
  const envelope = v.safeParse(envelopeSchema, parseJson(text));
  if (!envelope.success) return { kind: 'bad' };
  const data = v.safeParse(schema, envelope.output.data);
  if (envelope.output.version > version) {
    const value = data.success ? data.output : null;
    return { kind: 'tooNew', version: envelope.output.version, value };
  }
  return data.success ? { kind: 'good', value: data.output } : { kind: 'bad' };
};
