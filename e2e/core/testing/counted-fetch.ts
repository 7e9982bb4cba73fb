/** A fetch whose questions can be waited for: on a clock that is moved, real answers take no time at all. */
export interface CountedFetch {
  readonly fetch: typeof fetch;
  /** Without a network, no question leaves the computer. */
  hasNetwork: boolean;
  /** Resolves once nothing is under way, and nothing followed from the last answer. */
  readonly idle: () => Promise<void>;
}

export function createCountedFetch(): CountedFetch {
  const underWay = new Set<Promise<unknown>>();
  const ask = async (...given: Parameters<typeof fetch>): Promise<Response> => {
    if (!counted.hasNetwork) throw new TypeError('fetch failed');
    const response = await fetch(...given);
    const body = await response.arrayBuffer();
    const { status, headers } = response;
    return new Response(body.byteLength === 0 ? null : body, { status, headers });
  };
  const isQuiet = async (): Promise<boolean> => {
    for (let turn = 0; turn < 5; turn += 1) {
      await new Promise((done) => setImmediate(done));
      if (underWay.size > 0) return false;
    }
    return true;
  };
  const counted: CountedFetch = {
    hasNetwork: true,
    fetch: (...given) => {
      const answer = ask(...given);
      underWay.add(answer);
      const forget = (): void => void underWay.delete(answer);
      answer.then(forget, forget);
      return answer;
    },
    idle: async () => {
      while (!(await isQuiet())) await Promise.allSettled(underWay);
    },
  };
  return counted;
}
