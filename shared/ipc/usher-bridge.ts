import type { Result } from '../result.ts';
import type { EventName, Events } from './events.ts';
import type { RequestInput, RequestName, RequestOutput } from './requests.ts';

/** What preload puts on the page's `window` as `usher`: two functions, limited to the known names. */
export interface UsherBridge {
  request<Name extends RequestName>(
    name: Name,
    input: RequestInput<Name>,
  ): Promise<Result<RequestOutput<Name>>>;
  /** Calls back with each new state; the answer ends it. */
  subscribe<Name extends EventName>(
    name: Name,
    listener: (state: Events[Name]) => void,
  ): () => void;
}
