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
