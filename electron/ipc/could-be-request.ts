/** More than any request holds: the text of `text.copy` may have two million characters. */
const maxCharacters = 2_100_000;
/** The longest request chooses a thousand devices. */
const maxValues = 2_000;

/**
 * Whether a payload is of the kind and size of a request: plain objects and lists of texts, numbers and the
 * like. Looked at on
 * the page's side, before main is kept busy by receiving it; whether it is valid is for main to say.
 */
export function couldBeRequest(payload: unknown): boolean {
  const left: unknown[] = [payload];
  let characters = 0;
  let values = 0;
  while (left.length > 0) {
    const value = left.pop();
    values += 1;
    if (typeof value === 'string') characters += value.length;
    else if (Array.isArray(value)) {
      // Looked at before its items: a list may say that it is longer than memory.
      if (value.length > maxValues) return false;
      left.push(...(value as unknown[]));
    } else if (typeof value === 'object' && value !== null) {
      if (!isPlain(value)) return false;
      for (const [key, inner] of Object.entries(value)) left.push(key, inner);
    } else if (typeof value === 'bigint' || typeof value === 'function') return false;
    if (characters > maxCharacters || values + left.length > maxValues) return false;
  }
  return true;
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;
