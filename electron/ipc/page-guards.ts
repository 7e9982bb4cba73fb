/** More than any request holds: the text of `text.copy` may have two million characters. */
const maxCharacters = 2_100_000;
/** The longest request names five thousand tokens, each with three names and three values. */
const maxValues = 36_000;
/** Of that request: itself, its list, a token, a value. */
const maxDepth = 4;

/**
 * Whether a payload is of the kind and size of a request: plain objects and lists of texts, numbers and the like. Looked
 * at on the page's side, before main is kept busy by receiving it; whether it is valid is for main to say.
 */
export function couldBeRequest(payload: unknown): boolean {
  let charactersLeft = maxCharacters;
  let valuesLeft = maxValues;
  const fits = (value: unknown, depth: number): boolean => {
    valuesLeft -= 1;
    if (valuesLeft < 0 || depth > maxDepth) return false;
    if (typeof value === 'string') {
      charactersLeft -= value.length;
      return charactersLeft >= 0;
    }
    if (Array.isArray(value)) {
      // Looked at before its items: a list may say that it is longer than memory.
      return value.length <= valuesLeft && value.every((item) => fits(item, depth + 1));
    }
    if (typeof value === 'object' && value !== null) {
      return (
        isPlain(value) &&
        Object.entries(value).every(([key, inner]) => fits(key, depth) && fits(inner, depth + 1))
      );
    }
    return typeof value !== 'bigint' && typeof value !== 'function';
  };
  return fits(payload, 1);
}

const isPlain = (value: object): boolean => Object.getPrototypeOf(value) === Object.prototype;

/**
 * Lets so many run at once; whoever comes then waits for one to end, in order. A flood from the page waits on the
 * page's side, and main goes on with its work between two of its requests.
 */
export function createGate(limit: number): <T>(act: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async (act) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve));
    else running += 1;
    try {
      return await act();
    } finally {
      const next = waiting.shift();
      // Its place goes to the next, or is free.
      if (next === undefined) running -= 1;
      else next();
    }
  };
}
