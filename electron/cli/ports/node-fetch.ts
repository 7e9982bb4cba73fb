/** Node's fetch under Usher's name. Once the command is interrupted, every question ends at once. */
export const createNodeFetch =
  (userAgent: string, interruption: AbortSignal): typeof fetch =>
  (input, init) => {
    const headers = new Headers(init?.headers);
    headers.set('user-agent', userAgent);
    const signals = [interruption, init?.signal].filter((signal) => signal instanceof AbortSignal);
    return fetch(input, { ...init, headers, signal: AbortSignal.any(signals) });
  };
