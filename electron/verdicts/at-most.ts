/** Runs what it is given, at most so many at once; the rest waits in the order of asking. */
export const atMost = (count: number): (<T>(work: () => Promise<T>) => Promise<T>) => {
  let runningCount = 0;
  const waiting: (() => void)[] = [];
  return async (work) => {
    if (runningCount < count) runningCount += 1;
    // Whoever leaves hands its place on, so the count stays.
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      return await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) runningCount -= 1;
      else next();
    }
  };
};
