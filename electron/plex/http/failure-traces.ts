// A chain of causes longer than this is a loop.
const longestChain = 8;

export interface FailureTrace {
  readonly code: string;
  readonly message: string;
}

/** A failure, its causes, and what a failed attempt at several addresses gathered. */
export const failureTraces = (failure: unknown): readonly FailureTrace[] => {
  const traces: FailureTrace[] = [];
  const queue: unknown[] = [failure];
  while (queue.length > 0 && traces.length < longestChain) {
    const current = queue.shift();
    if (!(current instanceof Error)) continue;
    const code = 'code' in current && typeof current.code === 'string' ? current.code : '';
    traces.push({ code, message: current.message });
    queue.push(current.cause);
    if (current instanceof AggregateError) queue.push(...(current.errors as unknown[]));
  }
  return traces;
};
